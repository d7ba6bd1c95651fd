import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { KeyRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLedger } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ask } from './ask.ts'
import { DoorPage } from './door-page.tsx'
import { passkeysWorkHere, signInWithPasskey } from './passkey.ts'
import { SentAwayNote } from './sent-away-note.tsx'
import { useOrder } from './use-order.ts'

/** Signing in; what waits on this device stays there. */
export function SignInScreen() {
  const { t } = useLingui()
  const { pending, workspace, sentAway } = useLedger()
  return (
    <DoorPage
      title={t`Entrer`}
      text={workspace && sentAway === null ? <Kept pending={pending} /> : <Trans>Connectez-vous pour retrouver votre journée sur cet appareil.</Trans>}
    >
      <SentAwayNote />
      <SignInForm onIn={openEntrain} />
      <p className="text-[0.9375rem] text-soft">
        <Trans>
          Entrain tourne sur votre ordinateur? Relancez <code className="whitespace-nowrap">npm start</code> : un nouveau lien vous fera entrer sans mot de
          passe.
        </Trans>
      </p>
    </DoorPage>
  )
}

/** Starts the app anew, as the one who has just come in. */
export const openEntrain = (): void => location.replace('/')

function Kept({ pending }: { readonly pending: number }) {
  if (pending === 0) return <Trans>Ce que vous avez noté sur cet appareil y est toujours.</Trans>
  return (
    <Plural
      value={pending}
      one="# changement attend sur cet appareil. Il est gardé et partira une fois que vous serez dans Entrain."
      other="# changements attendent sur cet appareil. Ils sont gardés et partiront une fois que vous serez dans Entrain."
    />
  )
}

type FormProps = { readonly email?: string | undefined; readonly onIn: () => void; readonly passkeys?: boolean | undefined }

/** Address and password, or a passkey. With `email`, only that person may come in. */
export function SignInForm({ email: known, onIn, passkeys = passkeysWorkHere() }: FormProps) {
  const { t } = useLingui()
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const { busy, refusal, run } = useOrder()
  const signIn = async () => {
    if (await run(() => ask('POST', '/api/auth/sign-in/email', { email: email.trim(), password }))) onIn()
  }
  return (
    <>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void signIn()
        }}
      >
        <TextField
          label={t`Adresse courriel`}
          type="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          inputMode="email"
          required
          readOnly={known !== undefined}
          value={email}
          onValue={setEmail}
        />
        <TextField label={t`Mot de passe`} type="password" autoComplete="current-password" required value={password} onValue={setPassword} />
        {refusal && <Refusal sentence={refusal.sentence} />}
        <Button type="submit" variant="next" size="large" wide busy={busy}>
          <Trans>Entrer</Trans>
        </Button>
      </form>
      {passkeys && (
        <Button
          wide
          icon={KeyRound}
          busy={busy}
          onClick={() =>
            void run(signInWithPasskey).then((done) => {
              if (done) onIn()
            })
          }
        >
          <Trans>Entrer avec une clé d’accès</Trans>
        </Button>
      )}
    </>
  )
}

/** A refused order, with what was typed still in its fields. */
export function Refusal({ sentence, todo }: { readonly sentence: string; readonly todo?: ReactNode }) {
  const { t } = useLingui()
  return <ErrorNote happened={sentence} kept={t`Rien n’a changé.`} todo={todo} />
}
