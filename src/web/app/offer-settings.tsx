import { Trans, useLingui } from '@lingui/react/macro'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import { formatMoney, readMoney } from '#method/sale/money.ts'
import { asCents, type Offer } from '#method/sale/sale.ts'
import { moneySentence, refusalSentence } from '#language/refusals.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { PutAway } from './put-away.tsx'

/** What one sells, to choose from when noting a sale. */
export function OfferSettings() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const [draft, setDraft] = useState<Offer | null>(null)
  const { language, currency } = ledger.settings()
  const offers = [...ledger.all('offer').values()].filter(({ archived }) => !archived)
  const save = (offer: Offer) => {
    const written = write({ type: 'offer.put', offer })
    if (!written.ok) show({ text: refusalSentence(written.reason, language) })
    setDraft(null)
  }
  return (
    <Section
      title={t`Mes offres`}
      text={offers.length === 0 ? <Trans>Ce que vous vendez, pour noter une vente en un geste.</Trans> : undefined}
      action={
        <Button
          size="small"
          icon={Plus}
          onClick={() => setDraft({ id: newId(), name: '', price: null, archived: false, points: '', createdAt: asInstant(Date.now()) })}
        >
          <Trans>Ajouter</Trans>
        </Button>
      }
    >
      <ul>
        {offers.map((offer) => (
          <ListRow
            key={offer.id}
            title={offer.name}
            end={offer.price === null ? undefined : formatMoney(offer.price, currency, language)}
            actions={<IconButton label={t`Modifier ${offer.name}`} icon={Pencil} onClick={() => setDraft(offer)} />}
          />
        ))}
      </ul>
      <PutAway things={[...ledger.all('offer').values()].filter(({ archived }) => archived)} onBack={(offer) => save({ ...offer, archived: false })} />
      <Sheet open={draft !== null} onClose={() => setDraft(null)} title={t`Offre`} closeLabel={t`Fermer`}>
        {draft && <OfferForm key={draft.id} offer={draft} isKnown={offers.some(({ id }) => id === draft.id)} onSave={save} />}
      </Sheet>
    </Section>
  )
}

type FormProps = { readonly offer: Offer; readonly isKnown: boolean; readonly onSave: (offer: Offer) => void }

function OfferForm({ offer, isKnown, onSave }: FormProps) {
  const { t } = useLingui()
  const { language, currency } = useLedger().settings()
  const [name, setName] = useState(offer.name)
  const [price, setPrice] = useState(offer.price === null ? '' : formatMoney(offer.price, currency, language))
  const [points, setPoints] = useState(offer.points)
  const reading = price.trim() === '' ? null : readMoney(price)
  const missing = name.trim() === '' ? t`Donnez-lui un nom.` : reading === null || reading.ok ? null : moneySentence(reading.reason, language)
  const save = () => {
    if (missing === null) onSave({ ...offer, name: name.trim(), price: reading?.ok ? asCents(reading.cents) : null, points: points.trim() })
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField label={t`Nom`} value={name} onValue={setName} maxLength={120} required />
      <TextField
        label={t`Prix habituel, facultatif`}
        value={price}
        onValue={setPrice}
        inputMode="decimal"
        error={reading && !reading.ok ? moneySentence(reading.reason, language) : undefined}
      />
      <TextArea label={t`À dire au téléphone, dans vos mots`} value={points} onValue={setPoints} maxLength={4000} rows={4} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="solid" missing={missing}>
          <Trans>Enregistrer</Trans>
        </SubmitButton>
        {isKnown && (
          <Button variant="quiet" onClick={() => onSave({ ...offer, archived: true })}>
            <Trans>Retirer de la liste</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}
