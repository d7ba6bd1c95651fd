import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SuggestField } from './suggest-field.tsx'
import './styles.css'

const names = ['Nathalie Gagnon', 'Nadia Côté', 'Sylvie Tremblay']

function Scene() {
  const [value, setValue] = useState('')
  const [picked, setPicked] = useState('personne')
  const found = names.filter((name) => name.startsWith(value)).map((label) => ({ id: label, label }))
  return (
    <>
      <SuggestField
        label="À qui?"
        value={value}
        onValue={setValue}
        suggestions={found}
        countSentence={`${found.length} noms`}
        onPick={(pick) => setPicked(pick.label)}
        create={{ label: `Ajouter ${value}`, onCreate: () => setPicked(`nouvelle ${value}`) }}
      />
      <output>{picked}</output>
    </>
  )
}

async function type(text: string) {
  await render(<Scene />)
  await page.getByRole('combobox', { name: 'À qui?' }).click()
  await userEvent.keyboard(text)
}

test('arrows move through the names and Enter picks one, the focus never leaving the field', async () => {
  await type('Na')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(page.getByRole('option', { name: 'Nadia Côté' })).toHaveAttribute('aria-selected', 'true')
  await expect.element(page.getByRole('combobox')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent('Nadia Côté')
})

test('a name nobody has is offered as a new one', async () => {
  await type('Zoé')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent('nouvelle Zoé')
})

test('Esc closes the list and keeps what was typed', async () => {
  await type('Na')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false')
  await expect.element(page.getByRole('combobox')).toHaveValue('Na')
})

test('a press on a name picks it', async () => {
  await type('Syl')
  await page.getByRole('option', { name: 'Sylvie Tremblay' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('Sylvie Tremblay')
})
