import { Trans, useLingui } from '@lingui/react/macro'
import type { Account } from '#wire/identity/account.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { ask } from './ask.ts'
import { AskedPart } from './asked-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { NameForm } from './name-form.tsx'
import { PasskeysPart } from './passkeys-part.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { SignOutPart } from './sign-out-part.tsx'
import { useAsked } from './use-asked.ts'
import { useFirstName } from './use-first-name.ts'

/** Compte: how one enters, from where, and with which keys. */
export function AccountScreen() {
  const { t } = useLingui()
  const { answer, reload } = useAsked<Account>('/api/account')
  useFirstName(answer?.ok ? answer.value.name : undefined, reload)
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`Compte`}
        below={<Trans>Comment vous entrez dans Entrain, et d’où.</Trans>}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
      />
      <AskedPart answer={answer} onAgain={reload}>
        {(account) => (
          <>
            {!account.hasPassword && account.passkeys === 0 && (
              <p className="mb-2">
                <Trans>
                  Pour l’instant, seul le lien affiché par <code className="whitespace-nowrap">npm start</code> vous fait entrer. Un mot de passe ou une clé
                  d’accès vous ouvrira aussi vos autres appareils.
                </Trans>
              </p>
            )}
            <NameForm key={account.name} name={account.name} onSave={(name) => ask('PATCH', '/api/account', { name })} onSaved={reload} />
            <PasswordForm
              key={account.email ?? ''}
              email={account.email}
              hasPassword={account.hasPassword}
              onSave={(change) => ask('POST', '/api/account/password', change)}
              onSaved={reload}
            />
            <PasskeysPart hasPassword={account.hasPassword} onChanged={reload} />
            <SessionsPart />
            <KeysPart />
          </>
        )}
      </AskedPart>
      <SignOutPart />
    </div>
  )
}
