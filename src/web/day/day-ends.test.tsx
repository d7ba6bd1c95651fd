import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Level } from '#method/day/day-page.ts'
import '../ui/styles.css'
import { LevelField } from './level-field.tsx'

function Energy({ told }: { readonly told: (level: Level | null) => void }) {
  const [level, setLevel] = useState<Level | null>(null)
  return (
    <LevelField
      label="Votre énergie ce matin"
      low="basse"
      high="haute"
      value={level}
      onValue={(next) => {
        setLevel(next)
        told(next)
      }}
    />
  )
}

test('energy is one tap, and the same tap takes it back', async () => {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  const told: (Level | null)[] = []
  await render(
    <I18nProvider i18n={i18n}>
      <Energy told={(level) => told.push(level)} />
    </I18nProvider>,
  )
  await page.getByRole('button', { name: '4' }).click()
  await expect.element(page.getByRole('button', { name: '4' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '4' }).click()
  expect(told).toEqual([4, null])
  await expect.element(page.getByRole('button', { name: '1, basse' })).toBeVisible()
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations).toEqual([])
})
