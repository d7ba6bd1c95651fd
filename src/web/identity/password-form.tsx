import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { z } from 'zod'
import type { passwordChange } from '#wire/identity/account.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Asked } from './ask.ts'
import { EnterAgain } from './enter-again.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { Refusal } from './sign-in-screen.tsx'
import { useOrder } from './use-order.ts'

type PasswordChange = z.input<typeof passwordChange>
type Props = {
  /** Null until she gave one. */
  readonly email: string | null
  readonly hasPassword: boolean
  readonly onSave: (change: PasswordChange) => Promise<Asked<unknown>>
  readonly onSaved: () => void
}

/** The address and the password with which one enters. */
export function PasswordForm({ email: known, hasPassword, onSave, onSaved }: Props) {
  const { t } = useLingui()
  const { show } = useToast()
  const [open, setOpen] = useState(false)
  const [email, setEmail] = useState(known ?? '')
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState('')
  const { busy, refusal, run } = useOrder()
  const save = async () => {
    const change: PasswordChange = {
      newPassword: chosen,
      ...(email.trim() === known ? {} : { email: email.trim() }),
      ...(hasPassword ? { currentPassword: current } : {}),
    }
    if (!(await run(() => onSave(change)))) return
    show({ text: t`C’est fait. Vos autres appareils devront entrer de nouveau.` })
    setCurrent('')
    setChosen('')
    setOpen(false)
    onSaved()
  }
  const title = t`Adresse et mot de passe`
  if (!open) {
    return (
      <Section title={title} text={hasPassword ? <Trans>Vous entrez avec {known}.</Trans> : <Trans>Aucun mot de passe pour l’instant.</Trans>}>
        <Button onClick={() => setOpen(true)}>{hasPassword ? <Trans>Changer</Trans> : <Trans>Choisir un mot de passe</Trans>}</Button>
      </Section>
    )
  }
  return (
    <Section title={title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t`Adresse courriel`}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          inputMode="email"
          maxLength={254}
          required
          value={email}
          onValue={setEmail}
        />
        {hasPassword && (
          <TextField label={t`Mot de passe actuel`} type="password" autoComplete="current-password" required value={current} onValue={setCurrent} />
        )}
        <NewPasswordField label={hasPassword ? t`Nouveau mot de passe` : t`Mot de passe`} value={chosen} onValue={setChosen} />
        {refusal && (refusal.reason === 'sign-in-again' ? <EnterAgain sentence={refusal.sentence} /> : <Refusal sentence={refusal.sentence} />)}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="solid" busy={busy}>
            <Trans>Garder ce mot de passe</Trans>
          </Button>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            <Trans>Fermer</Trans>
          </Button>
        </div>
      </form>
    </Section>
  )
}
