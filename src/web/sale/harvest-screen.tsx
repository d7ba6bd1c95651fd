import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Wheat } from 'lucide-react'
import { useState } from 'react'
import { firstOfMonth, type Day } from '#method/calendar/day.ts'
import { harvest, type Harvest } from '#method/sale/harvest.ts'
import { formatMoney } from '#method/sale/money.ts'
import type { Sale } from '#method/sale/sale.ts'
import { formatDay } from '#language/format.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { SaleSheet } from './sale-sheet.tsx'
import { SaleView } from './sale-view.tsx'
import { weekBefore } from './week-before.ts'

/** La récolte: what came, shown apart and never as a target (claim 3). */
export function HarvestScreen() {
  const { t, i18n } = useLingui()
  const language = i18n.locale.startsWith('en') ? 'en' : 'fr'
  const ledger = useLedger()
  const { today } = useNow()
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const own = [...ledger.all('sale').values()].filter(({ memberId }) => memberId === ledger.workspace?.memberId)
  const parts: readonly { readonly label: string; readonly harvest: Harvest }[] = [
    { label: t`Aujourd’hui`, harvest: harvest(own, today, today) },
    { label: t`Cette semaine`, harvest: harvest(own, weekBefore(today, ledger.settings().weekStartsOn), today) },
    { label: t`Ce mois-ci`, harvest: harvest(own, firstOfMonth(today), today) },
  ]
  const sales = own
    .filter(({ voidedAt }) => voidedAt === null)
    .sort((a, b) => (a.occurredAt < b.occurredAt ? 1 : a.occurredAt > b.occurredAt ? -1 : a.id < b.id ? 1 : -1))
  return (
    <>
      <PageHeader
        title={t`Récolte`}
        below={t`Ce qui est venu en faisant vos activités.`}
        actions={<Button icon={Plus} onClick={() => setAdding(true)}>{t`Noter une vente`}</Button>}
      />
      {sales.length === 0 ? (
        <EmptyState icon={Wheat} title={t`Rien encore`} text={t`Une vente se note en même temps qu’une activité, ou ici. Elle apparaîtra dans cette liste.`} />
      ) : (
        <>
          <div className="grid gap-3 sm:grid-cols-3">
            {parts.map((part) => (
              <Part key={part.label} {...part} language={language} />
            ))}
          </div>
          <Section title={t`Ventes`}>
            <ul>
              {sales.slice(0, 300).map((sale) => (
                <SaleRow key={sale.id} sale={sale} today={today} onOpen={() => setOpened(sale.id)} />
              ))}
            </ul>
            {sales.length > 300 && (
              <p className="text-soft">
                <Trans>Les 300 plus récentes sont montrées.</Trans>
              </p>
            )}
          </Section>
        </>
      )}
      <SaleSheet open={adding} onClose={() => setAdding(false)} />
      <SaleView saleId={opened} onClose={() => setOpened(null)} />
    </>
  )
}

function Part({ label, harvest: { totals, sales }, language }: { readonly label: string; readonly harvest: Harvest; readonly language: 'fr' | 'en' }) {
  const total = [...totals].map(([currency, cents]) => formatMoney(cents, currency, language)).join(' + ')
  return (
    <Card tone="wheat" aria-label={label}>
      <h2 className="font-sans text-[0.9375rem] font-semibold text-wheat">{label}</h2>
      <p className="tabular mt-1 font-serif text-[1.75rem]">{sales.length === 0 ? '–' : total}</p>
    </Card>
  )
}

function SaleRow({ sale, today, onOpen }: { readonly sale: Sale; readonly today: Day; readonly onOpen: () => void }) {
  const { t, i18n } = useLingui()
  const language = i18n.locale.startsWith('en') ? 'en' : 'fr'
  const ledger = useLedger()
  const who = sale.contactId ? ledger.contact(sale.contactId)?.name : undefined
  const offer = sale.offerId ? ledger.get('offer', sale.offerId)?.name : undefined
  return (
    <ListRow
      title={who ?? t`Sans nom`}
      text={[formatDay(sale.day, language, 'short', today), sale.refunds ? t`remboursement` : '', offer ?? '', sale.note].filter(Boolean).join(' · ')}
      end={<span className="tabular text-[1.0625rem] font-semibold text-ink">{formatMoney(sale.amount, sale.currency, language)}</span>}
      link={({ className, children }) => (
        <button type="button" className={`${className} text-left`} onClick={onOpen}>
          {children}
        </button>
      )}
    />
  )
}
