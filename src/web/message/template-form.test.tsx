import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Template } from '#method/message/template.ts'
import { createRouter, pastOf } from '../ui/create-router.ts'
import { RouterProvider } from '../ui/router.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import '../ui/styles.css'
import { TemplateForm } from './template-form.tsx'

const blank: Template = { id: 'one', name: 'Invitation', purpose: 'event', language: 'fr', subject: 'Je serai là', body: 'Bonjour !', archived: false }

const show = async (template: Template, onKeep: (template: Template) => void) => {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  await render(
    <I18nProvider i18n={i18n}>
      <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
        <RouterProvider router={createRouter([], () => null, pastOf('/'))}>
          <main>
            <TemplateForm template={template} onKeep={onKeep} />
          </main>
        </RouterProvider>
      </ToastProvider>
    </I18nProvider>,
  )
}
const message = () => page.getByRole('textbox', { name: 'Message' })
const field = () => message().element() as HTMLTextAreaElement

test('a detail goes in where the caret is, and the next after it', async () => {
  await show(blank, () => undefined)
  field().focus()
  field().setSelectionRange(8, 8)
  field().dispatchEvent(new Event('select', { bubbles: true }))
  await page.getByRole('button', { name: 'Ajouter prénom' }).click()
  await expect.element(message()).toHaveValue('Bonjour {prénom}!')
  await page.getByRole('button', { name: 'Ajouter ville' }).click()
  await expect.element(message()).toHaveValue('Bonjour {prénom}{ville}!')
})

test('what is wrong is shown with its line, selected by a press, and nothing is kept until it is right', async () => {
  const kept: Template[] = []
  await show(blank, (template) => kept.push(template))
  await message().fill('Bonjour,\nvotre {age}')
  const fault = page.getByRole('button', { name: /^Message, ligne 2/ })
  await expect.element(fault).toBeVisible()
  await page.getByRole('button', { name: 'Garder le modèle' }).click()
  await expect.element(page.getByText('Corrigez d’abord ce qui est signalé plus haut.')).toBeVisible()
  expect(kept).toEqual([])
  await fault.click()
  await expect.poll(() => field().value.slice(field().selectionStart, field().selectionEnd)).toBe('{age}')
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await message().fill('Bonjour,\nvotre {ville}')
  await page.getByRole('button', { name: 'Garder le modèle' }).click()
  expect(kept).toEqual([{ ...blank, body: 'Bonjour,\nvotre {ville}' }])
})
