import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { z } from 'zod'
import type { Member, newInvitation } from '#wire/identity/team.ts'
import { Button } from '../ui/button.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ask } from './ask.ts'
import { CopyField } from './copy-field.tsx'
import { Refusal } from './sign-in-screen.tsx'
import { useRoleNames } from './team-lists.tsx'
import { useOrder } from './use-order.ts'

type NewInvitation = z.infer<typeof newInvitation>

/** Makes a link for one address; Entrain sends nothing by itself. */
export function InviteForm({ onMade, onClose }: { readonly onMade: () => void; readonly onClose: () => void }) {
  const { t } = useLingui()
  const roles = useRoleNames()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Member['role']>('member')
  const [made, setMade] = useState<NewInvitation | null>(null)
  const { busy, refusal, run } = useOrder()
  const make = async () => {
    const done = await run(() => ask<NewInvitation>('POST', '/api/invitations', { email: email.trim(), role }))
    if (!done) return
    setMade(done.value)
    onMade()
  }
  if (made) {
    return (
      <div className="grid gap-5">
        <CopyField
          label={t`Le lien pour ${made.email}`}
          hint={t`Envoyez-le à cette personne vous-même : il sert une fois, pendant sept jours, et ne sera plus montré.`}
          value={made.link}
        />
        <Button variant="solid" onClick={onClose}>
          <Trans>Je l’ai copié</Trans>
        </Button>
      </div>
    )
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField
        label={t`Son adresse courriel`}
        type="email"
        inputMode="email"
        autoCapitalize="none"
        autoComplete="off"
        maxLength={254}
        required
        value={email}
        onValue={setEmail}
      />
      <SegmentedControl
        label={t`Son rôle`}
        value={role}
        onValue={setRole}
        choices={[
          { value: 'member', label: roles.member },
          { value: 'owner', label: roles.owner },
        ]}
      />
      {refusal && <Refusal sentence={refusal.sentence} />}
      <SubmitButton variant="solid" busy={busy} missing={email.trim() === '' ? t`Donnez son adresse courriel.` : null}>
        <Trans>Faire le lien</Trans>
      </SubmitButton>
    </form>
  )
}
