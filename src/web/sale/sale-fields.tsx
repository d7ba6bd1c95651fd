import { useLingui } from '@lingui/react/macro'
import type { Offer } from '#method/sale/sale.ts'
import { formatMoney } from '#method/sale/money.ts'
import { moneySentence } from '#language/refusals.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { SaleDraft, SaleReading } from './read-sale.ts'

type Props = {
  readonly draft: SaleDraft
  readonly onDraft: (draft: SaleDraft) => void
  /** Shown once the person has tried to keep it. */
  readonly refusal: Extract<SaleReading, { ok: false }>['reason'] | null
  readonly offers: readonly Offer[]
  readonly language: 'fr' | 'en'
  readonly autoFocus?: boolean | undefined
}

/** The amount as people type it, its currency, and what was sold. */
export function SaleFields({ draft, onDraft, refusal, offers, language, autoFocus }: Props) {
  const { t } = useLingui()
  const error =
    refusal === null
      ? {}
      : {
          error:
            refusal === 'not-positive' ? t`Une vente est plus grande que zéro. Un remboursement se note depuis la vente.` : moneySentence(refusal, language),
        }
  const shown = offers.filter(({ archived }) => !archived)
  const pick = (offerId: string) => {
    const price = offers.find(({ id }) => id === offerId)?.price
    onDraft({ ...draft, offerId, amount: draft.amount === '' && price ? formatMoney(price, draft.currency, language) : draft.amount })
  }
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-[1fr_7rem] gap-3">
        <TextField
          label={t`Montant`}
          value={draft.amount}
          onValue={(amount) => onDraft({ ...draft, amount })}
          inputMode="decimal"
          autoComplete="off"
          autoFocus={autoFocus}
          placeholder={language === 'fr' ? '300 $' : '$300'}
          {...error}
        />
        <SelectField
          label={t`Devise`}
          value={draft.currency}
          onValue={(currency) => onDraft({ ...draft, currency })}
          choices={['CAD', 'USD', 'EUR', ...(['CAD', 'USD', 'EUR'].includes(draft.currency) ? [] : [draft.currency])].map((value) => ({ value, label: value }))}
        />
      </div>
      {shown.length > 0 && (
        <SelectField
          label={t`Ce qui est vendu`}
          value={draft.offerId}
          onValue={pick}
          choices={[{ value: '', label: t`Sans offre` }, ...shown.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </div>
  )
}
