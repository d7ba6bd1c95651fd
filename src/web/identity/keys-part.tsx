import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { Key, newKey } from '#wire/identity/account.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { ask } from './ask.ts'
import { AskedPart } from './asked-part.tsx'
import { CopyField } from './copy-field.tsx'
import { Refusal } from './sign-in-screen.tsx'
import { useAsked } from './use-asked.ts'
import { useOrder } from './use-order.ts'
import { useWhen } from './use-when.ts'

type NewKey = z.infer<typeof newKey>

/** Keys by which another program reads or writes in one's name. */
export function KeysPart() {
  const { t } = useLingui()
  const { show } = useToast()
  const { answer, reload } = useAsked<readonly Key[]>('/api/keys')
  const { refusal, run } = useOrder()
  const [making, setMaking] = useState(false)
  const [leaving, setLeaving] = useState<Key | null>(null)
  const revoke = async ({ id }: Key) => {
    setLeaving(null)
    if (await run(() => ask('DELETE', `/api/keys/${id}`))) show({ text: t`La clé n’ouvre plus rien.` })
    reload()
  }
  return (
    <Section
      title={t`Clés d’API`}
      text={<Trans>Pour qu’un autre programme lise ou écrive en votre nom.</Trans>}
      action={
        <Button size="small" icon={Plus} onClick={() => setMaking(true)}>
          <Trans>Créer</Trans>
        </Button>
      }
    >
      <AskedPart answer={answer} onAgain={reload}>
        {(keys) =>
          keys.length === 0 ? (
            <p className="text-soft">
              <Trans>Aucune clé pour l’instant.</Trans>
            </p>
          ) : (
            <KeyList keys={keys} onRevoke={setLeaving} />
          )
        }
      </AskedPart>
      {refusal && <Refusal sentence={refusal.sentence} />}
      <Sheet open={making} onClose={() => setMaking(false)} title={t`Nouvelle clé d’API`} closeLabel={t`Fermer`}>
        <KeyForm onMade={reload} onClose={() => setMaking(false)} />
      </Sheet>
      <Confirm
        open={leaving !== null}
        danger
        title={t`Retirer cette clé?`}
        text={t`Le programme qui s’en sert n’aura plus accès, tout de suite.`}
        confirmLabel={t`Retirer`}
        cancelLabel={t`Garder`}
        onConfirm={() => {
          if (leaving) void revoke(leaving)
        }}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  )
}

/** The keys without their secrets. */
function KeyList({ keys, onRevoke }: { readonly keys: readonly Key[]; readonly onRevoke: (key: Key) => void }) {
  const { t } = useLingui()
  const when = useWhen()
  return (
    <ul>
      {keys.map((key) => (
        <ListRow
          key={key.id}
          title={key.name}
          text={
            <>
              {key.access === 'write' ? t`Lit et écrit` : t`Lit seulement`}
              {' · '}
              <span className="tabular">{key.start}…</span>
              {' · '}
              {key.lastUsedAt ? <Trans>dernier usage : {when(key.lastUsedAt)}</Trans> : <Trans>jamais utilisée</Trans>}
            </>
          }
          actions={
            <Button size="small" variant="quiet" aria-label={t`Retirer ${key.name}`} onClick={() => onRevoke(key)}>
              <Trans>Retirer</Trans>
            </Button>
          }
        />
      ))}
    </ul>
  )
}

function KeyForm({ onMade, onClose }: { readonly onMade: () => void; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [access, setAccess] = useState<Key['access']>('read')
  const [made, setMade] = useState<NewKey | null>(null)
  const { busy, refusal, run } = useOrder()
  const make = async () => {
    const done = await run(() => ask<NewKey>('POST', '/api/keys', { name: name.trim(), access }))
    if (!done) return
    setMade(done.value)
    onMade()
  }
  if (made) {
    return (
      <div className="grid gap-5">
        <CopyField label={t`La clé`} hint={t`Copiez-la maintenant : elle ne sera plus jamais montrée.`} value={made.secret} />
        <Button variant="solid" onClick={onClose}>
          <Trans>Je l’ai copiée</Trans>
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
      <TextField label={t`Nom`} hint={t`Le programme qui s’en servira.`} maxLength={100} required autoComplete="off" value={name} onValue={setName} />
      <SegmentedControl
        label={t`Ce que la clé permet`}
        value={access}
        onValue={setAccess}
        choices={[
          { value: 'read', label: t`Lire` },
          { value: 'write', label: t`Lire et écrire` },
        ]}
      />
      <p className="text-[0.9375rem] text-soft">
        <Trans>Elle vaut un an, pour cet espace seulement.</Trans>
      </p>
      {refusal && <Refusal sentence={refusal.sentence} />}
      <SubmitButton variant="solid" busy={busy} missing={name.trim() === '' ? t`Donnez un nom à la clé.` : null}>
        <Trans>Créer la clé</Trans>
      </SubmitButton>
    </form>
  )
}
