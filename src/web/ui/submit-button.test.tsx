import axe from 'axe-core'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { SubmitButton } from './submit-button.tsx'
import './styles.css'
import { TextField } from './text-field.tsx'

function Form({ kept }: { readonly kept: string[] }) {
  const [name, setName] = useState('')
  return (
    <main>
      <h1>Un nom</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          kept.push(name)
        }}
      >
        <TextField label="Nom" value={name} onValue={setName} required />
        <SubmitButton variant="solid" missing={name === '' ? 'Donnez-lui un nom.' : null}>
          Enregistrer
        </SubmitButton>
      </form>
    </main>
  )
}

test('a form pressed too soon says what is missing, by a finger and by Enter, until it is there', async () => {
  const kept: string[] = []
  await render(<Form kept={kept} />)
  const button = page.getByRole('button', { name: 'Enregistrer' })
  await expect.element(button).toBeEnabled()
  await expect.element(page.getByText('Donnez-lui un nom.')).not.toBeInTheDocument()
  await button.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Donnez-lui un nom.')
  await expect.element(button).toHaveAccessibleDescription('Donnez-lui un nom.')
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByLabelText('Nom').click()
  await userEvent.keyboard('{Enter}')
  expect(kept).toEqual([])
  await page.getByLabelText('Nom').fill('Atelier')
  await expect.element(page.getByText('Donnez-lui un nom.')).not.toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  expect(kept).toEqual(['Atelier'])
})

test('while an order is on its way its button turns, and a second press orders nothing', async () => {
  const pressed: string[] = []
  const again = (busy: boolean) => (
    <Button busy={busy} onClick={() => pressed.push('once')}>
      Envoyer
    </Button>
  )
  const { rerender } = await render(again(false))
  const button = page.getByRole('button', { name: 'Envoyer' })
  await button.click()
  await rerender(again(true))
  await expect.element(button).toHaveAttribute('aria-busy', 'true')
  await button.click({ force: true })
  expect(pressed).toEqual(['once'])
})

test('a step that cannot be taken says why, and stays under the finger', async () => {
  const pressed: string[] = []
  await render(<IconButton icon={ChevronRight} label="Personne suivante" whyNot="C’est la dernière." onClick={() => pressed.push('next')} />)
  const button = page.getByRole('button', { name: 'Personne suivante. C’est la dernière.' })
  await button.click({ force: true })
  expect(pressed).toEqual([])
  await userEvent.keyboard('{Tab}')
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
})
