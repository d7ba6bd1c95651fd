import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { notNowReasons } from '#method/activity/activity.ts'
import { completed } from '#method/contact/merge.ts'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import { formatPhone } from '#method/contact/phone.ts'
import { formatSpan } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import { notNowName, relationshipName } from '#language/sentences.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SuggestField } from '../ui/suggest-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { useFieldNames, type FieldName } from './field-names.ts'

type Props = {
  readonly open: boolean
  /** The person who stays, unless the two are exchanged. */
  readonly firstId: string | null
  /** The other one; chosen in the sheet when absent. */
  readonly secondId?: string | null | undefined
  readonly onClose: () => void
  readonly onMerged: (keptId: string) => void
}

/** Makes one person of two: what will be kept is shown before, and it can be taken back after. */
export function MergeSheet({ open, firstId, secondId = null, onClose, onMerged }: Props) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={onClose} title={t`Fusionner deux personnes`} closeLabel={t`Fermer`}>
      {open && firstId && <MergeForm key={`${firstId} ${secondId ?? ''}`} {...{ firstId, secondId, onMerged }} />}
    </Sheet>
  )
}

function MergeForm({
  firstId,
  secondId,
  onMerged,
}: {
  readonly firstId: string
  readonly secondId: string | null
  readonly onMerged: (keptId: string) => void
}) {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [otherId, setOtherId] = useState(secondId)
  const [exchanged, setExchanged] = useState(false)
  const first = ledger.contact(firstId)
  const other = otherId ? ledger.contact(otherId) : undefined
  if (!first) return null
  if (!other || other.id === first.id) return <PickOther first={first} onPick={setOtherId} />
  const [keep, gone] = exchanged ? [other, first] : [first, other]
  const merge = () => {
    const mergeId = newId()
    const written = write({ type: 'contact.merge', mergeId, keep: keep.id, gone: gone.id })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    const undo = () => {
      write({ type: 'contact.unmerge', mergeId })
    }
    onMerged(keep.id)
    written.saved.then(
      () => show({ text: t`${gone.name} et ${keep.name} ne font plus qu’une fiche.`, action: { label: t`Annuler`, onPress: undo } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
  return (
    <div className="grid gap-4">
      <p className="text-soft">
        <Trans>La fiche de {keep.name} reste et se complète. Les deux histoires sont réunies, et rien n’est compté deux fois.</Trans>
      </p>
      <Comparison keep={keep} gone={gone} />
      <div className="flex flex-wrap gap-2">
        <Button icon={ArrowLeftRight} onClick={() => setExchanged(!exchanged)}>{t`Garder plutôt ${gone.name}`}</Button>
        <Button variant="solid" className="flex-1" onClick={merge}>
          <Trans>Fusionner</Trans>
        </Button>
      </div>
    </div>
  )
}

function PickOther({ first, onPick }: { readonly first: Contact; readonly onPick: (id: string) => void }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const [typed, setTyped] = useState('')
  const found =
    typed.trim() === ''
      ? []
      : ledger
          .search(typed, 9)
          .filter(({ id }) => id !== first.id)
          .slice(0, 8)
  return (
    <div className="min-h-96">
      <SuggestField
        label={t`Quelle autre fiche est aussi celle de ${first.name}?`}
        value={typed}
        onValue={setTyped}
        autoFocus
        suggestions={found.map(({ id, name, organisation, city }) => ({ id, label: name, detail: [organisation, city].filter(Boolean).join(' · ') }))}
        onPick={({ id }) => onPick(id)}
        countSentence={t`${plural(found.length, { one: '# suggestion', other: '# suggestions' })}`}
      />
    </div>
  )
}

const compared: readonly FieldName[] = [
  'name',
  'organisation',
  'role',
  'emails',
  'phones',
  'city',
  'address',
  'website',
  'birthday',
  'language',
  'relationship',
  'tags',
  'source',
  'notes',
  'notNow',
  'interests',
  'country',
  'zone',
  'line',
  'keepInTouch',
  'sequence',
]

function Comparison({ keep, gone }: { readonly keep: Contact; readonly gone: Contact }) {
  const { t } = useLingui()
  const names = useFieldNames()
  const language = useLanguage()
  const after = completed(keep, gone)
  const ledger = useLedger()
  const shown = (fields: Partial<ContactFields>, field: FieldName): string =>
    field === 'sequence' && fields.sequence ? (ledger.get('sequence', fields.sequence.id)?.name ?? '') : shownField(fields, field, language)
  const rows = compared
    .map((field) => ({ field, kept: shown(after, field), lost: shown(gone, field) })) // A telephone is a private person's unless said otherwise: only a difference is worth a line.
    .filter(({ field, kept, lost }) => (field === 'line' ? kept !== lost : kept !== '' || lost !== ''))
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-[0.9375rem]">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="py-2 pr-3 font-medium text-soft">{t`Champ`}</th>
            <th scope="col" className="py-2 pr-3">{t`Ce qui reste`}</th>
            <th scope="col" className="py-2 font-medium text-soft">{t`Dans l’autre fiche`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, kept, lost }) => (
            <tr key={field} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-2 pr-3 font-medium text-soft">
                {names[field]}
              </th>
              <td className="py-2 pr-3 whitespace-pre-line wrap-anywhere">{kept}</td>
              <td className="py-2 whitespace-pre-line wrap-anywhere text-soft">{lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const lineNames = { business: { fr: 'Entreprise', en: 'Business' }, consumer: { fr: 'Particulier', en: 'Private person' } } as const

const notNowShown = (notNow: ContactFields['notNow'] | undefined, language: 'fr' | 'en'): string => {
  if (!notNow) return ''
  const reason = notNowReasons.find((one) => one === notNow.reason)
  return [reason ? notNowName(reason, language) : notNow.reason, notNow.note].filter(Boolean).join('\n')
}

/** A field of a person in words, one line per value. */
export const shownField = (fields: Partial<ContactFields>, field: FieldName, language: 'fr' | 'en'): string => {
  if (field === 'emails') return (fields.emails ?? []).map(({ address }) => address).join('\n')
  if (field === 'phones') return (fields.phones ?? []).map(({ number, extension }) => formatPhone(number, extension, language)).join('\n')
  if (field === 'tags' || field === 'interests') return (fields[field] ?? []).join(', ')
  if (field === 'line') return fields.line === 'business' ? lineNames.business[language] : fields.line === 'consumer' ? lineNames.consumer[language] : ''
  if (field === 'keepInTouch') return fields.keepInTouch ? formatSpan(fields.keepInTouch, language) : ''
  if (field === 'sequence') return fields.sequence ? '✓' : ''
  if (field === 'relationship') return fields.relationship ? relationshipName(fields.relationship, language) : ''
  if (field === 'language') return fields.language === 'fr' ? 'Français' : fields.language === 'en' ? 'English' : ''
  if (field === 'notNow') return notNowShown(fields.notNow, language)
  return fields[field] ?? ''
}
