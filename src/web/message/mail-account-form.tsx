import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { SelectField } from '../ui/select-field.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'

const usualPorts = { tls: '465', starttls: '587', none: '25' } as const

/** What is asked of a mail server, as it is typed. */
export type AccountDraft = {
  readonly host: string
  readonly port: string
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly password: string
  readonly fromName: string
  readonly fromAddress: string
}
/** A server that nobody has named yet. */
export const blankAccount: AccountDraft = { host: '', port: '465', security: 'tls', username: '', password: '', fromName: '', fromAddress: '' }

type Props = {
  readonly start: AccountDraft
  readonly hasPassword: boolean
  readonly isBusy: boolean
  readonly onSave: (draft: AccountDraft) => void
}

/** The fields of one's own mail server; keeping them tries them first. */
export function MailAccountForm({ start, hasPassword, isBusy, onSave }: Props) {
  const { t } = useLingui()
  const { host, port, security, username, password, fromName, fromAddress } = start
  const [draft, setDraft] = useState<AccountDraft>({ host, port, security, username, password, fromName, fromAddress })
  const set = (fields: Partial<AccountDraft>) => setDraft({ ...draft, ...fields })
  const portNumber = Number(draft.port)
  const isPort = Number.isInteger(portNumber) && portNumber >= 1 && portNumber <= 65_535
  const missing = !/^[^\s@<>"]+@[^\s@<>"]+$/.test(draft.fromAddress.trim())
    ? t`Donnez votre adresse courriel.`
    : draft.host.trim() === ''
      ? t`Donnez le nom du serveur d’envoi.`
      : isPort
        ? null
        : t`Le port est un nombre de 1 à 65535.`
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null) onSave({ ...draft, host: draft.host.trim(), fromAddress: draft.fromAddress.trim() })
      }}
    >
      <TextField label={t`Votre adresse`} type="email" value={draft.fromAddress} onValue={(text) => set({ fromAddress: text })} autoComplete="email" required />
      <TextField label={t`Le nom qui s’affiche`} value={draft.fromName} onValue={(text) => set({ fromName: text })} autoComplete="name" maxLength={200} />
      <TextField
        label={t`Serveur d’envoi (SMTP)`}
        hint={t`Votre fournisseur le donne; par exemple smtp.exemple.ca`}
        value={draft.host}
        onValue={(text) => set({ host: text })}
        autoComplete="off"
        autoCapitalize="none"
        required
      />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t`Sécurité`}
          value={draft.security}
          onValue={(chosen) => set({ security: chosen, port: usualPorts[chosen] })}
          choices={[
            { value: 'tls', label: 'TLS' },
            { value: 'starttls', label: 'STARTTLS' },
            { value: 'none', label: t`Aucune` },
          ]}
        />
        <TextField
          label={t`Port`}
          value={draft.port}
          onValue={(text) => set({ port: text })}
          inputMode="numeric"
          autoComplete="off"
          error={isPort ? undefined : t`Un nombre de 1 à 65535.`}
        />
      </div>
      <TextField label={t`Identifiant`} value={draft.username} onValue={(text) => set({ username: text })} autoComplete="username" autoCapitalize="none" />
      <TextField
        label={t`Mot de passe`}
        hint={hasPassword ? t`Laissez vide pour garder celui qui est connu.` : t`Souvent un mot de passe d’application.`}
        type="password"
        value={draft.password}
        onValue={(text) => set({ password: text })}
        autoComplete="current-password"
      />
      <SubmitButton variant="next" size="large" wide busy={isBusy} missing={missing}>
        {isBusy ? <Trans>Essai en cours…</Trans> : <Trans>Essayer et garder</Trans>}
      </SubmitButton>
    </form>
  )
}
