import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { useState } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { provenanceClaims } from '#method/consent/consent.ts'
import { ProvenanceField, type Provenance } from './provenance-field.tsx'
import '../ui/styles.css'

beforeAll(() => i18n.loadAndActivate({ locale: 'fr-CA', messages: {} }))

function Scene({ said }: { readonly said: Provenance[] }) {
  const [value, setValue] = useState<Provenance>('unknown')
  return (
    <I18nProvider i18n={i18n}>
      <main>
        <h1>Importer</h1>
        <ProvenanceField
          value={value}
          onValue={(next) => {
            said.push(next)
            setValue(next)
          }}
        />
      </main>
    </I18nProvider>
  )
}

test('where the addresses of a file come from is one question, that says it gives no consent and knows every answer of the law', async () => {
  const said: Provenance[] = []
  await render(<Scene said={said} />)
  const field = page.getByLabelText('D’où viennent ces adresses?')
  await expect.element(field).toHaveValue('unknown')
  await expect.element(field).toHaveAccessibleDescription(/aucun consentement/)
  const offered = [...(field.element() as HTMLSelectElement).options].map(({ value }) => value)
  expect(offered.toSorted()).toEqual([...provenanceClaims].toSorted())
  for (const claim of provenanceClaims) await userEvent.selectOptions(field, claim)
  // What is chosen again says nothing new: it was the one shown.
  expect(said.toSorted()).toEqual([...provenanceClaims].toSorted())
  await userEvent.selectOptions(field, 'D’une liste achetée')
  expect(said.at(-1)).toBe('purchased-list')
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id }) => id)).toEqual([])
})
