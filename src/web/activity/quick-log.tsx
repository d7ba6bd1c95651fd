import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { ArrowRight, Plus, User, UserX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import { foldName } from '#method/contact/fold.ts'
import type { Contact } from '#method/contact/contact.ts'
import { atHandFirst } from '#method/next/at-hand.ts'
import { kindName } from '#language/sentences.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { KindTile, KindTiles } from '../ui/kind-tile.tsx'
import { useNavigate } from '../ui/router.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { takeTyped, typedSoFar } from '../ui/shortcuts.ts'
import { EventForm } from './event-form.tsx'
import { kindIcon } from './kind-look.ts'
import { LogSheet, type LogRequest } from './log-sheet.tsx'
import { type Entry, Palette } from './palette.tsx'
import { PostForm } from './post-form.tsx'
import { usePlacesToGo } from './places-to-go.ts'
import { useLanguage } from './use-language.ts'

type Who = { readonly contactId: string | null; readonly newName: string }
type Props = { readonly open: boolean; readonly onClose: () => void; readonly initialKind?: string | undefined }

/** Logs anything from anywhere: a name finds or creates the person, then the kind, then the outcome; or goes to a place. */
export function QuickLog({ open, onClose, initialKind }: Props) {
  const [request, setRequest] = useState<LogRequest | null>(null)
  const close = () => {
    setRequest(null)
    onClose()
  }
  return (
    <>
      <QuickSheet key={`${open} ${initialKind ?? ''}`} open={open && request === null} onClose={close} initialKind={initialKind} onRequest={setRequest} />
      <LogSheet request={open ? request : null} onClose={close} />
    </>
  )
}

type SheetProps = Props & { readonly onRequest: (request: LogRequest) => void }

function QuickSheet({ open, onClose, initialKind, onRequest }: SheetProps) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const [kindId, setKindId] = useState(initialKind ?? '')
  const [who, setWho] = useState<Who | null>(null)
  const kind = ledger.kinds().find(({ id }) => id === kindId)
  const pickKind = (next: Kind) => {
    if (who && next.people === 'one') onRequest({ kind: next.id, ...who, startedAt: null })
    else setKindId(next.id)
  }
  const pickWho = (next: Who) => {
    if (kind) onRequest({ kind: kind.id, ...next, startedAt: null })
    else setWho(next)
  }
  const name = who?.contactId ? ledger.contact(who.contactId)?.name : who?.newName
  const title = kind ? kindName(kind, language) : who ? t`Noter une activité` : t`Chercher, noter`
  return (
    <Sheet open={open} onClose={onClose} title={title} above={name} closeLabel={t`Fermer`}>
      {open &&
        (kind?.people === 'many' ? (
          <EventForm kind={kind} onDone={onClose} />
        ) : kind?.people === 'none' ? (
          <PostForm kind={kind} onDone={onClose} />
        ) : who ? (
          <KindChoice onPick={pickKind} onlyWithPeople />
        ) : (
          <WhoChoice kind={kind} onKind={pickKind} onWho={pickWho} onClose={onClose} />
        ))}
    </Sheet>
  )
}

function KindChoice({ onPick, onlyWithPeople = false }: { readonly onPick: (kind: Kind) => void; readonly onlyWithPeople?: boolean | undefined }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const kinds = ledger.kinds().filter(({ people }) => !onlyWithPeople || people === 'one')
  return (
    <KindTiles label={t`Genre d’activité`}>
      {kinds.map((kind) => (
        <KindTile key={kind.id} icon={kindIcon(kind.icon)} hue={kind.hue} label={kindName(kind, language)} onPress={() => onPick(kind)} />
      ))}
    </KindTiles>
  )
}

type WhoProps = { readonly kind: Kind | undefined; readonly onKind: (kind: Kind) => void; readonly onWho: (who: Who) => void; readonly onClose: () => void }

function WhoChoice({ kind, onKind, onWho, onClose }: WhoProps) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const navigate = useNavigate()
  const places = usePlacesToGo()
  const { today } = useNow()
  const [query, setQuery] = useState(typedSoFar)
  // Between the first drawing and the moment when the field has the keys, a quick hand types on: taken in the very event of the focus.
  const takeKeys = () => {
    const already = takeTyped()
    if (already !== null) setQuery(already)
  }
  useEffect(() => () => void takeTyped(), [])
  const typed = query.trim()
  const begins = (label: string) => foldName(label).includes(foldName(typed))

  const person = (contact: Contact): Entry => ({
    id: contact.id,
    label: contact.name,
    detail: [contact.organisation, contact.city].filter(Boolean).join(' · '),
    icon: User,
    onChoose: () => onWho({ contactId: contact.id, newName: '' }),
  })
  const found = typed === '' ? [] : ledger.search(typed, 6, atHandFirst(today))
  const isKnown = found.some(({ name }) => foldName(name) === foldName(typed))
  const create: Entry = { id: 'create', label: t`Ajouter ${typed} et noter`, icon: Plus, onChoose: () => onWho({ contactId: null, newName: typed }) }
  const anonymous: Entry = { id: 'nobody', label: t`Sans nom, noter quand même`, icon: UserX, onChoose: () => onWho({ contactId: null, newName: '' }) }
  const kinds: readonly Entry[] = kind
    ? []
    : ledger
        .kinds()
        .filter((each) => typed === '' || begins(kindName(each, language)))
        .map((each) => ({ id: `kind ${each.id}`, label: kindName(each, language), icon: kindIcon(each.icon), onChoose: () => onKind(each) }))
  const commands: readonly Entry[] =
    kind || typed === ''
      ? []
      : places
          .filter(({ label }) => begins(label))
          .map(({ to, label }) => ({
            id: to,
            label: t`Aller à ${label}`,
            icon: ArrowRight,
            onChoose: () => {
              onClose()
              navigate({ to })
            },
          }))
  const entries = [...found.map(person), ...kinds, ...commands, ...(typed !== '' && !isKnown ? [create] : []), ...(kind && typed === '' ? [anonymous] : [])]
  const label = kind ? t`Avec qui?` : t`Un nom, une activité ou un écran`
  return (
    <div onFocus={takeKeys}>
      <Palette
        label={label}
        placeholder={t`Nom, organisation, ville, téléphone…`}
        value={query}
        onValue={setQuery}
        entries={entries}
        countSentence={t`${plural(entries.length, { one: '# choix', other: '# choix' })}`}
      />
    </div>
  )
}
