import { Trans, useLingui } from '@lingui/react/macro'
import { KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { useToast } from '../ui/toast.tsx'
import { ask } from './ask.ts'
import { AskedPart } from './asked-part.tsx'
import { deviceName } from './device-name.ts'
import { EnterAgain } from './enter-again.tsx'
import { addPasskey, passkeysWorkHere } from './passkey.ts'
import { Refusal } from './sign-in-screen.tsx'
import { useAsked } from './use-asked.ts'
import { useOrder } from './use-order.ts'
import { useWhen } from './use-when.ts'

type Passkey = { readonly id: string; readonly name?: string | null; readonly createdAt: string }

/** Passkeys: entering with a finger, a face or a code, without a password. */
export function PasskeysPart({ hasPassword, onChanged }: { readonly hasPassword: boolean; readonly onChanged: () => void }) {
  const { t } = useLingui()
  const { show } = useToast()
  const { answer, reload } = useAsked<readonly Passkey[]>('/api/auth/passkey/list-user-passkeys')
  const { busy, refusal, run } = useOrder()
  const [leaving, setLeaving] = useState<Passkey | null>(null)
  const when = useWhen()
  const changed = (text: string) => {
    show({ text })
    reload()
    onChanged()
  }
  const add = async () => {
    if (await run(() => addPasskey(deviceName(navigator.userAgent) || t`Cet appareil`))) changed(t`Votre clé d’accès est prête.`)
  }
  const remove = async ({ id }: Passkey) => {
    setLeaving(null)
    if (await run(() => ask('POST', '/api/auth/passkey/delete-passkey', { id }))) changed(t`La clé d’accès est retirée.`)
  }
  const isLast = answer?.ok === true && answer.value.length === 1 && !hasPassword
  return (
    <Section title={t`Clés d’accès`} text={<Trans>Le doigt, le visage ou le code de votre appareil remplace le mot de passe.</Trans>}>
      <AskedPart answer={answer} onAgain={reload}>
        {(passkeys) => (
          <ul>
            {passkeys.map((one) => (
              <ListRow
                key={one.id}
                title={one.name || t`Clé d’accès`}
                text={<Trans>Ajoutée : {when(one.createdAt)}</Trans>}
                actions={<IconButton icon={Trash2} label={t`Retirer ${one.name || t`Clé d’accès`}`} onClick={() => setLeaving(one)} />}
              />
            ))}
          </ul>
        )}
      </AskedPart>
      {refusal && (
        <div className="my-3">{refusal.reason === 'sign-in-again' ? <EnterAgain sentence={refusal.sentence} /> : <Refusal sentence={refusal.sentence} />}</div>
      )}
      {passkeysWorkHere() ? (
        <Button icon={KeyRound} busy={busy} onClick={() => void add()} className="mt-2">
          <Trans>Ajouter cet appareil</Trans>
        </Button>
      ) : (
        <p className="text-[0.9375rem] text-soft">
          <Trans>Une clé d’accès se crée à une adresse qui porte un nom, comme localhost ou une adresse https, avec un navigateur récent.</Trans>
        </p>
      )}
      <Confirm
        open={leaving !== null}
        danger
        title={t`Retirer cette clé d’accès?`}
        confirmLabel={t`Retirer`}
        cancelLabel={t`Garder`}
        text={isLast ? t`C’est votre seule façon d’entrer sans le lien de npm start.` : t`Elle n’ouvrira plus Entrain. Vos autres façons d’entrer restent.`}
        onConfirm={() => {
          if (leaving) void remove(leaving)
        }}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  )
}
