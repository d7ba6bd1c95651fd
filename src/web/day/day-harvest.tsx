import { useLingui } from '@lingui/react/macro'
import { ChevronDown, Wheat } from 'lucide-react'
import { useMemo, useState } from 'react'
import { harvest } from '#method/sale/harvest.ts'
import { formatMoney } from '#method/sale/money.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'

type Props = {
  readonly nameOf: (contactId: string | null) => string
  /** Open from the start: once the day is won. */
  readonly open?: boolean | undefined
  readonly onSee: () => void
  readonly onAdd: () => void
}

/** The harvest of the day, folded: it is never a target (claim 3). */
export function DayHarvest({ nameOf, open: openAtFirst = false, onSee, onAdd }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const { sales, totals } = useMemo(
    () =>
      harvest(
        [...ledger.all('sale').values()].filter(({ memberId }) => memberId === ledger.workspace?.memberId),
        today,
        today,
      ),
    [ledger.version, today],
  )
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? (openAtFirst && sales.length > 0)
  const total = [...totals].map(([currency, cents]) => formatMoney(cents, currency, language)).join(' + ')
  const heading = (
    <button type="button" aria-expanded={open} onClick={() => setChosen(!open)} className="flex min-h-11 w-full items-center gap-3 rounded-control text-left">
      <Icon of={Wheat} className="text-wheat" />
      <span className="font-semibold text-wheat">{t`Récolte du jour`}</span>
      <span className="flex-1" />
      {open && <span className="tabular font-serif text-[1.625rem]">{total}</span>}
      <Icon of={ChevronDown} size={20} className={`text-wheat transition-transform duration-150 ${open ? 'rotate-180' : ''}`} />
    </button>
  )
  if (!open) return <div className="px-1">{heading}</div>
  return (
    <Card tone="wheat" padding="snug">
      {heading}
      {sales.length === 0 ? (
        <p className="pb-2 text-soft">{t`Rien encore aujourd’hui. Les ventes viennent des suivis.`}</p>
      ) : (
        <ul className="grid gap-1 pb-2 text-[0.9375rem]">
          {sales.map((sale) => (
            <li key={sale.id}>{[formatMoney(sale.amount, sale.currency, language), nameOf(sale.contactId)].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-x-5">
        <button type="button" onClick={onAdd} className="min-h-11 font-semibold text-wheat">{t`Noter une vente`}</button>
        <button type="button" onClick={onSee} className="min-h-11 font-semibold text-wheat">{t`Voir la récolte`}</button>
      </div>
    </Card>
  )
}
