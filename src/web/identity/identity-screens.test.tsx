import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ToastProvider } from '../ui/toast.tsx'
import '../ui/styles.css'
import type { Asked } from './ask.ts'
import { EntryPage } from './entry-screen.tsx'
import { PasswordForm } from './password-form.tsx'
import { StillWaiting } from './sign-out-part.tsx'
import { MemberList } from './team-lists.tsx'
import { createRouter, pastOf } from '../ui/create-router.ts'
import { RouterProvider } from '../ui/router.tsx'

async function show(screen: ReactNode) {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  const router = createRouter([], () => null, pastOf('/'))
  return render(
    <I18nProvider i18n={i18n}>
      <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
        <RouterProvider router={router}>
          <main>{screen}</main>
        </RouterProvider>
      </ToastProvider>
    </I18nProvider>,
  )
}

async function nothingInTheWay() {
  // A colour on its way is not a colour to judge.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
}

test('a link that served already says what to do', async () => {
  let asked = 0
  await show(
    <EntryPage
      refusal={{ reason: 'link-used-or-expired', sentence: '' }}
      holdsWork
      onAgain={() => undefined}
      onSignIn={() => {
        asked += 1
      }}
    />,
  )
  await expect.element(page.getByText('Relancez npm start pour un nouveau lien, ou entrez avec votre mot de passe.')).toBeVisible()
  await nothingInTheWay()
  await page.getByRole('button', { name: 'Entrer avec un mot de passe' }).click()
  expect(asked).toBe(1)
})

test('without a network, the same link may be tried again', async () => {
  await show(
    <EntryPage
      refusal={{ reason: 'no-network', sentence: 'Le serveur ne répond pas. Vérifiez le réseau, puis réessayez.' }}
      holdsWork
      onAgain={() => undefined}
      onSignIn={() => undefined}
    />,
  )
  await expect.element(page.getByRole('button', { name: 'Réessayer' })).toBeVisible()
})

test('a refused password keeps what was typed and says why', async () => {
  const tried: unknown[] = []
  const refuse = async (change: unknown): Promise<Asked<unknown>> => {
    tried.push(change)
    return { ok: false, reason: 'password-too-easy', sentence: 'Ce mot de passe est trop facile à deviner.' }
  }
  await show(<PasswordForm email={null} hasPassword={false} onSave={refuse} onSaved={() => undefined} />)
  await page.getByRole('button', { name: 'Choisir un mot de passe' }).click()
  await page.getByRole('textbox', { name: 'Adresse courriel' }).fill('zoe@exemple.ca')
  await page.getByLabelText('Mot de passe', { exact: true }).fill('motdepasse1234')
  await page.getByRole('button', { name: 'Garder ce mot de passe' }).click()
  await expect.element(page.getByText('Ce mot de passe est trop facile à deviner.')).toBeVisible()
  expect(tried).toEqual([{ newPassword: 'motdepasse1234', email: 'zoe@exemple.ca' }])
  await expect.element(page.getByLabelText('Mot de passe', { exact: true })).toHaveValue('motdepasse1234')
  await nothingInTheWay()
})

test('leaving with work that only this device knows says how much, and staying comes first', async () => {
  await show(<StillWaiting waiting={3} busy={false} onStay={() => undefined} onSave={() => undefined} onLeave={() => undefined} />)
  await expect.element(page.getByText('3 changements ne sont encore que sur cet appareil. En partant maintenant, vous les perdriez.')).toBeVisible()
  expect(document.querySelector('main button')?.textContent).toBe('Rester et laisser l’envoi se faire')
})

test('a member sees the team and may leave it, never change it', async () => {
  const joinedAt = '2026-11-01T12:00:00.000Z'
  await show(
    <MemberList
      members={[
        { id: 'a', name: 'Nathalie', email: null, role: 'owner', joinedAt, isYou: false },
        { id: 'b', name: 'Zoé', email: 'zoe@exemple.ca', role: 'member', joinedAt, isYou: true },
      ]}
      isOwner={false}
      changing=""
      onRole={() => undefined}
      onRemove={() => undefined}
    />,
  )
  await expect.element(page.getByRole('button', { name: 'Quitter l’équipe' })).toBeVisible()
  expect(document.querySelectorAll('select').length).toBe(0)
  expect(document.querySelectorAll('main button').length).toBe(1)
  await nothingInTheWay()
})
