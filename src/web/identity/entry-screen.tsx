import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLedger } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAddress } from '../ui/router.tsx'
import { ask, type Asked } from './ask.ts'
import { DoorPage } from './door-page.tsx'
import { InvitationScreen } from './invitation-screen.tsx'
import { openEntrain, SignInScreen } from './sign-in-screen.tsx'
import { useLinkToken } from './use-link-token.ts'

/** The way in: by a one-time link, by an invitation, or by signing in. */
export function EntryScreen() {
  const link = useLinkToken(useAddress().hash)
  if (link.what === 'entry') return <EntryByLink key={link.token} token={link.token} />
  if (link.what === 'invitation') return <InvitationScreen key={link.token} token={link.token} />
  return <SignInScreen />
}

function EntryByLink({ token }: { readonly token: string }) {
  const [refusal, setRefusal] = useState<Extract<Asked<unknown>, { readonly ok: false }> | null>(null)
  const [signingIn, setSigningIn] = useState(false)
  const sent = useRef(false)
  const { workspace } = useLedger()
  const enter = async () => {
    setRefusal(null)
    const answer = await ask('POST', '/api/auth/entry', { token })
    if (answer.ok) openEntrain()
    else setRefusal(answer)
  }
  const enterOnce = useEffectEvent(() => {
    if (sent.current) return
    // The link works once: a second sending would be refused after the first one opened the door.
    sent.current = true
    void enter()
  })
  useEffect(() => enterOnce(), [])
  if (signingIn) return <SignInScreen />
  return <EntryPage refusal={refusal} holdsWork={workspace !== null} onAgain={() => void enter()} onSignIn={() => setSigningIn(true)} />
}

type PageProps = {
  readonly refusal: { readonly reason: string; readonly sentence: string } | null
  /** Someone's work is on this device already. */
  readonly holdsWork: boolean
  readonly onAgain: () => void
  readonly onSignIn: () => void
}

/** The link at work, or why it did not open and what to do. */
export function EntryPage({ refusal, holdsWork, onAgain, onSignIn }: PageProps) {
  const { t } = useLingui()
  if (!refusal)
    return (
      <DoorPage title={t`On vous ouvre…`}>
        <p role="status" className="text-soft">
          <Trans>Un instant, Entrain vérifie votre lien.</Trans>
        </p>
      </DoorPage>
    )
  const isSpent = ['link-used-or-expired', 'not-readable'].includes(refusal.reason)
  return (
    <DoorPage title={isSpent ? t`Ce lien n’ouvre plus` : t`La porte est restée fermée`}>
      <ErrorNote
        happened={isSpent ? t`Ce lien a déjà servi, ou il est périmé.` : refusal.sentence}
        kept={holdsWork ? t`Ce que vous avez noté sur cet appareil y est toujours.` : undefined}
        todo={
          isSpent ? (
            <Trans>
              Relancez <code className="whitespace-nowrap">npm start</code> pour un nouveau lien, ou entrez avec votre mot de passe.
            </Trans>
          ) : undefined
        }
      />
      {!isSpent && (
        <Button variant="next" size="large" wide onClick={onAgain}>
          <Trans>Réessayer</Trans>
        </Button>
      )}
      <Button variant={isSpent ? 'next' : 'outline'} size="large" wide onClick={onSignIn}>
        <Trans>Entrer avec un mot de passe</Trans>
      </Button>
      {isSpent && holdsWork && (
        <a href="/" className={buttonClasses({ variant: 'quiet', wide: true })}>
          <Trans>J’y suis déjà : ouvrir Entrain</Trans>
        </a>
      )}
    </DoorPage>
  )
}
