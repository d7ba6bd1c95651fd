import { Trans, useLingui } from '@lingui/react/macro'
import { RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import { formatMoney, readMoney } from '#method/sale/money.ts'
import { asCents, type Sale } from '#method/sale/sale.ts'
import { formatDay } from '#language/format.ts'
import { moneySentence, refusalSentence } from '#language/refusals.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'

/** One sale: refunded in whole or in part by another fact, or undone. */
export function SaleView({ saleId, onClose }: { readonly saleId: string | null; readonly onClose: () => void }) {
  const { t, i18n } = useLingui()
  const language = i18n.locale.startsWith('en') ? 'en' : 'fr'
  const ledger = useLedger()
  const sale = saleId ? ledger.get('sale', saleId) : undefined
  const who = sale?.contactId ? ledger.contact(sale.contactId)?.name : undefined
  return (
    <Sheet
      open={sale !== undefined}
      onClose={onClose}
      title={sale ? formatMoney(sale.amount, sale.currency, language) : ''}
      above={sale && [who, formatDay(sale.day, language, 'long')].filter(Boolean).join(' · ')}
      closeLabel={t`Fermer`}
    >
      {sale && <Body key={sale.id} sale={sale} onClose={onClose} />}
    </Sheet>
  )
}

function Body({ sale, onClose }: { readonly sale: Sale; readonly onClose: () => void }) {
  const { t, i18n } = useLingui()
  const language = i18n.locale.startsWith('en') ? 'en' : 'fr'
  const ledger = useLedger()
  const { zone } = useNow()
  const write = useWrite()
  const { show } = useToast()
  const refunded = [...ledger.all('sale').values()].reduce((sum, each) => (each.refunds === sale.id && each.voidedAt === null ? sum - each.amount : sum), 0)
  const remaining = sale.amount - refunded
  const [amount, setAmount] = useState<string | null>(null)
  const [error, setError] = useState('')
  const left = formatMoney(remaining, sale.currency, language)

  const setVoided = (voided: boolean) => {
    const written = write({ type: 'sale.void', saleId: sale.id, voided })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    onClose()
    written.saved.then(
      () =>
        show({
          text: voided ? t`La vente est annulée.` : t`La vente est rétablie.`,
          ...(voided ? { action: { label: t`Rétablir`, onPress: () => setVoided(false) } } : {}),
        }),
      () => show({ text: t`L’annulation n’a pas pu être gardée sur cet appareil. Réessayez.` }),
    )
  }
  const refund = () => {
    const read = readMoney(amount ?? '')
    if (!read.ok) return setError(moneySentence(read.reason, language))
    if (read.cents <= 0 || read.cents > remaining) return setError(t`Écrivez un montant plus grand que zéro et d’au plus ${left}.`)
    const saleId = newId()
    const written = write({
      type: 'sale.record',
      saleId,
      amount: asCents(-read.cents),
      currency: sale.currency,
      offerId: sale.offerId,
      contactId: sale.contactId,
      activityId: null,
      refunds: sale.id,
      note: '',
      occurredAt: asInstant(Date.now()),
      zone,
    })
    if (!written.ok) return setError(refusalSentence(written.reason, language))
    onClose()
    written.saved.then(
      () =>
        show({
          text: t`Enregistré. Remboursement de ${formatMoney(read.cents, sale.currency, language)}.`,
          action: {
            label: t`Annuler`,
            onPress: () => {
              write({ type: 'sale.void', saleId, voided: true })
            },
          },
        }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis notez-le de nouveau.` }),
    )
  }

  return (
    <div className="grid gap-4">
      {sale.note && <p className="whitespace-pre-line wrap-anywhere">{sale.note}</p>}
      {refunded > 0 && (
        <p className="text-soft">
          <Trans>Remboursé : {formatMoney(refunded, sale.currency, language)}.</Trans>
        </p>
      )}
      {amount !== null && (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            refund()
          }}
        >
          <TextField
            label={t`Montant à rembourser`}
            inputMode="decimal"
            value={amount}
            onValue={(text) => {
              setAmount(text)
              setError('')
            }}
            autoFocus
            autoComplete="off"
            {...(error ? { error } : {})}
          />
          <Button type="submit" variant="solid" wide>{t`Noter le remboursement`}</Button>
        </form>
      )}
      <div className="grid gap-3">
        {amount === null && sale.refunds === null && remaining > 0 && <Button icon={RotateCcw} onClick={() => setAmount(left)}>{t`Rembourser…`}</Button>}
        <Button variant="danger-quiet" icon={Undo2} onClick={() => setVoided(true)}>
          {sale.refunds === null ? t`Annuler la vente (notée par erreur)` : t`Annuler le remboursement (noté par erreur)`}
        </Button>
      </div>
    </div>
  )
}
