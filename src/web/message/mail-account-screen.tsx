import { Trans, useLingui } from '@lingui/react/macro'
import { BadgeCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { mailAccountAnswer, mailTrial } from '#wire/message/mail-account.ts'
import { ask } from '../identity/ask.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { blankAccount, MailAccountForm, type AccountDraft } from './mail-account-form.tsx'
import { useMailFault } from './mail-fault.ts'

type Answer = z.infer<typeof mailAccountAnswer>
type Known = Answer | 'asked'
type Failure = { readonly reason: string; readonly sentence: string; readonly detail?: string | undefined }

/** Mon courriel: one's own mail server, tried before it is believed; its password never comes back out. */
export function MailAccountScreen() {
  const { t } = useLingui()
  const faultOf = useMailFault()
  const [known, setKnown] = useState<Known>('asked')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [said, say] = useState('')
  useEffect(() => {
    void ask<Answer>('GET', '/api/mail/account').then((answer) => (answer.ok ? setKnown(answer.value) : setFailure(answer)))
  }, [])
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    say('')
    await work()
    setBusy(false)
  }
  const save = (draft: AccountDraft) =>
    during(async () => {
      const answer = await ask<Answer>('PUT', '/api/mail/account', { ...draft, port: Number(draft.port) })
      if (!answer.ok) return setFailure(answer)
      setKnown(answer.value)
      say(t`Votre serveur a répondu : vos messages partiront par lui.`)
    })
  const tryIt = () =>
    during(async () => {
      const answer = await ask<z.infer<typeof mailTrial>>('POST', '/api/mail/account/trial')
      if (!answer.ok) return setFailure(answer)
      if (answer.value.ok) say(t`L’essai a réussi.`)
      else setFailure({ reason: 'mail-server-refused', sentence: t`Votre serveur de courriel n’a pas accepté.`, detail: answer.value.detail })
    })
  const forget = () =>
    during(async () => {
      const answer = await ask('DELETE', '/api/mail/account')
      if (!answer.ok) return setFailure(answer)
      if (known !== 'asked') setKnown({ ...known, account: null })
      say(t`Oublié : Entrain n’a plus vos accès.`)
    })
  const account = known === 'asked' ? null : known.account
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`Mon courriel`}
        below={<Trans>Vos messages partent de votre propre adresse, un par un, avec ce que la loi demande.</Trans>}
        back={{ label: t`Retour aux réglages`, link: (link) => <Link to="/reglages" {...link} /> }}
      />
      {failure && <ErrorNote happened={failure.sentence} kept={t`Rien n’a été envoyé.`} todo={faultOf(failure.detail ?? '')} />}
      <p role="status" className="my-3 flex items-center gap-2 text-spruce">
        {said !== '' && <Icon of={BadgeCheck} />}
        <span>{said}</span>
      </p>
      {known !== 'asked' && known.wayOut === 'reply' && (
        <p className="mb-4 max-w-prose text-soft">
          <Trans>
            Entrain n’a pas d’adresse que d’autres peuvent ouvrir : au lieu d’un lien, vos messages disent de répondre ARRÊT. Quand quelqu’un le fait, notez-le
            sur sa fiche.
          </Trans>
        </p>
      )}
      {known !== 'asked' && (
        <MailAccountForm
          key={account?.checkedAt ?? 'none'}
          start={account ? { ...account, port: String(account.port), password: '' } : blankAccount}
          hasPassword={account?.hasPassword ?? false}
          isBusy={isBusy}
          onSave={(draft) => void save(draft)}
        />
      )}
      {account !== null && (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button busy={isBusy} onClick={() => void tryIt()}>
            <Trans>Essayer de nouveau</Trans>
          </Button>
          <Button variant="danger-quiet" busy={isBusy} onClick={() => void forget()}>
            <Trans>Oublier ce compte</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}
