import type { Bilan } from '#method/evidence/bilan.ts'
import type { HarvestTold } from '#method/evidence/harvest-told.ts'
import type { Rate } from '#method/evidence/rate.ts'
import { figureTitles } from './evidence-figures.ts'
import { columns, type FigureTable, type NameOf } from './evidence-tables.ts'
import { moneyCell, numberCell, shareCell, shareLimits } from './figure-cells.ts'
import { nb, type Language, type Words } from './language.ts'

/** The three ways in which the phone stands beside e-mail (claim 5). */
export const besideWays = ['conversations', 'buyers', 'salesAtTouch'] as const
/** One of them. */
export type BesideWay = (typeof besideWays)[number]

/** What each way counts. */
export const besideTitles: Readonly<Record<BesideWay, Words>> = {
  conversations: { fr: 'Tentatives qui deviennent une conversation', en: 'Attempts that become a conversation' },
  buyers: { fr: 'Personnes ainsi contactées qui ont acheté', en: 'People so contacted who bought' },
  salesAtTouch: { fr: 'Contacts suivis d’une vente avant tout autre', en: 'Contacts with a sale before any other' },
}

type Named = Rate & { readonly name: string }
const asked: readonly string[] = ['phone', 'email']

/** The rates of the phone and of e-mail, one way; those of nobody are left out. */
export const besideRates = ({ activities, conversion }: Bilan, way: BesideWay): readonly Named[] => {
  const rates: readonly Named[] =
    way === 'conversations'
      ? activities.byKind.map(({ kind, conversations }) => ({ ...conversations, name: kind }))
      : way === 'buyers'
        ? conversion.buyersByKind.rates
        : conversion.salesAtTouch.rates
  return asked.flatMap((name) => rates.filter((rate) => rate.name === name && rate.n > 0))
}

/** Phone and e-mail side by side, each way. */
export const besideTable = (bilan: Bilan, nameOf: NameOf, language: Language): FigureTable => ({
  caption: figureTitles['phone-email'][language],
  columns: [...columns(language, 'what'), 'n', language === 'fr' ? 'Dont' : 'Of them', ...columns(language, 'share', 'limits')],
  rows: besideWays.flatMap((way) =>
    besideRates(bilan, way).map(({ name, n, count, rate, wilson }) => [
      `${nameOf(name)} – ${besideTitles[way][language]}`,
      numberCell(n, language),
      numberCell(count, language),
      shareCell(rate, language),
      shareLimits(wilson, language),
    ]),
  ),
})

/** What came in, by currency. */
export const harvestTable = (harvest: readonly HarvestTold[], language: Language): FigureTable => ({
  caption: figureTitles.harvest[language],
  columns:
    language === 'fr'
      ? ['Monnaie', 'Ventes (n)', 'Entré', 'Remboursements (n)', 'Remboursé', 'Reste', 'Vente moyenne']
      : ['Currency', 'Sales (n)', 'Came in', 'Refunds (n)', 'Refunded', 'Remains', 'Mean sale'],
  rows: harvest.map(({ currency, sales, gross, refunds, refunded, net, mean }) => [
    currency,
    numberCell(sales, language),
    moneyCell(gross, currency, language),
    numberCell(refunds, language),
    moneyCell(refunded, currency, language),
    moneyCell(net, currency, language),
    moneyCell(mean, currency, language),
  ]),
})

/** Said where one way has nobody on either side yet. */
export const nobodyYet = (language: Language): string => (language === 'fr' ? `Rien encore${nb}: n = 0.` : 'Nothing yet: n = 0.')
