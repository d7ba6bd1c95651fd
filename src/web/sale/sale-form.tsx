import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { Wheat, X } from 'lucide-react'
import { useState } from 'react'
import { asInstant, dayOf, instantAt, isWritableDay } from '#method/calendar/day.ts'
import { foldName } from '#method/contact/fold.ts'
import { formatMoney } from '#method/sale/money.ts'
import { refusalSentence } from '#language/refusals.ts'
import { DayField } from '../calendar/day-field.tsx'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { SuggestField } from '../ui/suggest-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { readSale, type SaleDraft, type SaleReading } from './read-sale.ts'
import { SaleFields } from './sale-fields.tsx'

type Props = { readonly contactId?: string | null | undefined; readonly onDone: () => void }

/** A sale on its own: amount as people type it, who, what, when. Never compared with a target (claim 3). */
export function SaleForm({ contactId: given = null, onDone }: Props) {
  const { t, i18n } = useLingui()
  const language = i18n.locale.startsWith('en') ? 'en' : 'fr'
  const ledger = useLedger()
  const { today, zone } = useNow()
  const write = useWrite()
  const { show } = useToast()
  const [draft, setDraft] = useState<SaleDraft>({ amount: '', currency: ledger.settings().currency, offerId: '' })
  const [refusal, setRefusal] = useState<Extract<SaleReading, { ok: false }>['reason'] | null>(null)
  const [contactId, setContactId] = useState(given)
  const [query, setQuery] = useState('')
  const [day, setDay] = useState<string>(today)
  const [note, setNote] = useState('')
  const typed = query.trim()
  const found = typed === '' ? [] : ledger.search(typed, 6)
  const known = found.find((contact) => foldName(contact.name) === foldName(typed))
  const name = contactId ? (ledger.contact(contactId)?.name ?? '') : ''

  /** Who bought: the one picked, the one whose name was typed, else someone new by that name. */
  const buyer = (): string | null => {
    if (contactId !== null || typed === '') return contactId
    if (known) return known.id
    const added = newId()
    const written = write({ type: 'contact.add', contactId: added, fields: { name: typed }, step: null })
    return written.ok ? added : null
  }
  const keep = () => {
    const reading = readSale(draft)
    if (!reading.ok) return setRefusal(reading.reason)
    const contactId = buyer()
    const now = asInstant(Date.now())
    const isDayOnly = isWritableDay(day) && day < dayOf(now, zone)
    const occurredAt = isDayOnly ? instantAt(day, '12:00', zone) : now
    const saleId = newId()
    const written = write({
      type: 'sale.record',
      saleId,
      ...reading.sale,
      contactId,
      activityId: null,
      refunds: null,
      note: note.trim(),
      occurredAt,
      zone,
      isDayOnly,
    })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    onDone()
    const amount = formatMoney(reading.sale.amount, reading.sale.currency, language)
    const undo = () => {
      write({ type: 'sale.void', saleId, voided: true })
    }
    written.saved.then(
      () => show({ text: t`Enregistré. Vente de ${amount}.`, action: { label: t`Annuler`, onPress: undo } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis notez-le de nouveau.` }),
    )
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <SaleFields
        draft={draft}
        onDraft={(next) => {
          setDraft(next)
          setRefusal(null)
        }}
        refusal={refusal}
        offers={[...ledger.all('offer').values()]}
        language={language}
        autoFocus
      />
      {contactId ? (
        <div>
          <p className="mb-1.5 font-semibold">{t`À qui?`}</p>
          <Chip iconAfter={X} aria-label={t`Retirer ${name}`} onClick={() => setContactId(null)}>
            {name}
          </Chip>
        </div>
      ) : (
        <SuggestField
          label={t`À qui?`}
          value={query}
          onValue={setQuery}
          countSentence={t`${plural(found.length, { one: '# personne trouvée', other: '# personnes trouvées' })}`}
          suggestions={found.map((contact) => ({
            id: contact.id,
            label: contact.name,
            detail: [contact.organisation, contact.city].filter(Boolean).join(' · ') || undefined,
          }))}
          onPick={({ id }) => {
            setContactId(id)
            setQuery('')
          }}
          hint={typed !== '' && !known ? t`${typed} sera ajoutée à vos personnes si vous ne choisissez personne d’autre.` : undefined}
        />
      )}
      <DayField label={t`Jour`} value={day} max={today} onValue={setDay} />
      <TextField label={t`Note`} value={note} onValue={setNote} maxLength={4000} autoComplete="off" />
      <Button type="submit" variant="next" size="large" wide icon={Wheat}>{t`Noter la vente`}</Button>
    </form>
  )
}
