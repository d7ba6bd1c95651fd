import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { invitationSeen } from '#wire/identity/team.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ask, type Asked } from './ask.ts'
import { DoorPage } from './door-page.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { openEntrain, Refusal, SignInForm } from './sign-in-screen.tsx'
import { useOrder } from './use-order.ts'

type Seen = z.infer<typeof invitationSeen>

/** Reads what a link invites to, then lets in whoever says yes. */
export function InvitationScreen({ token }: { readonly token: string }) {
  const { t } = useLingui()
  const [seen, setSeen] = useState<Asked<Seen> | null>(null)
  useEffect(() => {
    void ask<Seen>('POST', '/api/invitations/read', { token }).then(setSeen)
  }, [token])
  if (!seen)
    return (
      <DoorPage title={t`Votre invitation`}>
        <p role="status" className="text-soft">
          <Trans>Un instant, Entrain vérifie votre lien.</Trans>
        </p>
      </DoorPage>
    )
  if (seen.ok) return seen.value.isKnown ? <JoinAsKnown seen={seen.value} token={token} /> : <JoinAsNew seen={seen.value} token={token} />
  if (seen.reason === 'no-network')
    return (
      <DoorPage title={t`Votre invitation`}>
        <ErrorNote
          happened={seen.sentence}
          todo={
            <Button onClick={() => void ask<Seen>('POST', '/api/invitations/read', { token }).then(setSeen)}>
              <Trans>Réessayer</Trans>
            </Button>
          }
        />
      </DoorPage>
    )
  return (
    <DoorPage title={t`Cette invitation n’ouvre plus`}>
      <ErrorNote
        happened={t`Elle a déjà servi, elle a été retirée ou elle est périmée.`}
        todo={<Trans>Demandez un nouveau lien à la personne qui l’a envoyée.</Trans>}
      />
      <a href="/entrer" className={buttonClasses({ wide: true })}>
        <Trans>J’ai déjà un compte : entrer</Trans>
      </a>
    </DoorPage>
  )
}

type JoinProps = { readonly seen: Seen; readonly token: string }

function JoinAsNew({ seen, token }: JoinProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { busy, refusal, run } = useOrder()
  const join = async () => {
    const isIn = await run(async () => {
      const joined = await ask('POST', '/api/invitations/accept', { token, name: name.trim(), password })
      return joined.ok ? ask('POST', '/api/auth/sign-in/email', { email: seen.email, password }) : joined
    })
    if (isIn) openEntrain()
  }
  return (
    <DoorPage
      title={t`Bienvenue chez ${seen.workspaceName}`}
      text={<Trans>Vous y travaillerez sous l’adresse {seen.email}. Il reste à choisir votre nom et un mot de passe.</Trans>}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void join()
        }}
      >
        <input type="hidden" autoComplete="username" value={seen.email} readOnly />
        <TextField label={t`Votre nom`} hint={t`Celui que l’équipe verra.`} autoComplete="name" maxLength={100} required value={name} onValue={setName} />
        <NewPasswordField label={t`Mot de passe`} value={password} onValue={setPassword} />
        {refusal && <Refusal sentence={refusal.sentence} />}
        <SubmitButton variant="next" size="large" wide busy={busy} missing={name.trim() === '' ? t`Donnez votre nom.` : null}>
          <Trans>Entrer dans l’équipe</Trans>
        </SubmitButton>
      </form>
    </DoorPage>
  )
}

// Someone who has an account proves that it is hers before the link adds a place to it.
function JoinAsKnown({ seen, token }: JoinProps) {
  const { t } = useLingui()
  const [mustSignIn, setMustSignIn] = useState(false)
  const [hasSignedIn, setHasSignedIn] = useState(false)
  const { busy, refusal, run } = useOrder()
  const join = async () => {
    const joined = await run(async () => {
      const answer = await ask('POST', '/api/invitations/accept', { token })
      if (!answer.ok && answer.reason === 'sign-in-first') setMustSignIn(true)
      return answer
    })
    if (joined) openEntrain()
  }
  return (
    <DoorPage title={t`Bienvenue chez ${seen.workspaceName}`} text={<Trans>Vous avez déjà un compte à l’adresse {seen.email}.</Trans>}>
      {mustSignIn ? (
        <>
          <p>
            <Trans>Entrez d’abord; vous rejoindrez l’équipe aussitôt.</Trans>
          </p>
          <SignInForm
            email={seen.email}
            onIn={() => {
              setHasSignedIn(true)
              void join()
            }}
          />
        </>
      ) : (
        <Button variant="next" size="large" wide busy={busy} onClick={() => void join()}>
          <Trans>Rejoindre l’équipe</Trans>
        </Button>
      )}
      {refusal && (hasSignedIn || refusal.reason !== 'sign-in-first') && <Refusal sentence={refusal.sentence} />}
    </DoorPage>
  )
}
