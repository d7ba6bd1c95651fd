import type { Bilan } from '#method/evidence/bilan.ts'
import type { CheckInLink } from '#method/evidence/check-ins.ts'
import type { Participation } from '#method/evidence/participation.ts'
import type { Difference, Verdict } from '#method/evidence/rate.ts'
import type { PlanComparison } from '#method/plan/compare-plan.ts'
import { figureTitles } from './evidence-figures.ts'
import { columns, type FigureTable, type NameOf } from './evidence-tables.ts'
import { numberCell, numberLimits, shareCell, shareLimits, type FigureCell } from './figure-cells.ts'
import { nb, type Language, type Words } from './language.ts'

const verdicts: Readonly<Record<Verdict, Words>> = {
  'first-higher': { fr: 'la première, plus souvent', en: 'the first, more often' },
  'second-higher': { fr: 'la seconde, plus souvent', en: 'the second, more often' },
  'no-clear-difference': { fr: 'pas encore de différence claire', en: 'no clear difference yet' },
  'too-few': { fr: 'moins de 20 d’un côté', en: 'fewer than 20 on one side' },
}

/** Pairs of rates, each with its limits and what may be said of it. */
const differencesTable = (caption: string, differences: readonly Difference[], nameOf: NameOf, language: Language): FigureTable => ({
  caption,
  columns: [language === 'fr' ? 'Paire' : 'Pair', ...columns(language, 'difference', 'limits', 'level', 'firstN', 'secondN', 'verdict')],
  rows: differences.map(({ first, second, difference, limits, level, n, verdict }): readonly FigureCell[] => [
    `${nameOf(first)} – ${nameOf(second)}`,
    shareCell(difference, language),
    shareLimits(limits, language),
    shareCell(level, language),
    numberCell(n[0], language),
    numberCell(n[1], language),
    verdicts[verdict][language],
  ]),
})

/** Every pair that the Bilan compares: buyers by kind and by source, sales at a touch, and phone against e-mail three ways. */
export const differencesTables = ({ conversion, phoneAgainstEmail }: Bilan, nameOf: NameOf, sourceName: NameOf, language: Language): readonly FigureTable[] => {
  const title = (fr: string, en: string): string => (language === 'fr' ? `Écarts${nb}: ${fr}` : `Differences: ${en}`)
  const { buyersByKind, buyersBySource, salesAtTouch } = conversion
  return [
    differencesTable(title('qui achète, selon l’activité', 'who buys, by activity'), buyersByKind.differences, nameOf, language),
    differencesTable(title('qui achète, selon la rencontre', 'who buys, by where you met'), buyersBySource.differences, sourceName, language),
    differencesTable(title('ventes au dernier contact', 'sales at the last contact'), salesAtTouch.differences, nameOf, language),
    differencesTable(title('conversations', 'conversations'), [phoneAgainstEmail.conversations], nameOf, language),
  ].filter(({ rows }) => rows.length > 0)
}

/** What the sharing of the sales rests on: sales that nothing came before, journeys that did not sell, and those too young to tell. */
export const participationBasis = ({ currency, sales, withoutActivity, unsold, tooYoung, usual }: Participation, language: Language): FigureTable => {
  const row = (fr: string, en: string, value: number | null): readonly FigureCell[] => [
    language === 'fr' ? fr : en,
    numberCell(value, language, Number.isInteger(value) ? 0 : 1),
  ]
  return {
    caption: language === 'fr' ? `Sur quoi repose le partage (${currency})` : `What the sharing rests on (${currency})`,
    columns: columns(language, 'what', 'value'),
    rows: [
      row('Ventes (n)', 'Sales (n)', sales),
      row('Sans activité notée avant', 'With no activity noted before', withoutActivity.sales),
      row('Parcours sans vente', 'Journeys without a sale', unsold),
      row('Parcours trop jeunes, laissés de côté', 'Journeys too young, left aside', tooYoung),
      usual?.of === 'everyone'
        ? row('Jours avant une vente, pour la moitié des personnes', 'Days before a sale, for half of the people', usual.days)
        : row('Jours avant une vente, pour la moitié de qui a acheté', 'Days before a sale, for half of those who bought', usual?.days ?? null),
    ],
  }
}

/** The plan beside what happened in its days. */
export const planTable = ({ days, planned, done, expectedSales, band, sales }: PlanComparison, language: Language): FigureTable => {
  const row = (fr: string, en: string, value: FigureCell): readonly FigureCell[] => [language === 'fr' ? fr : en, value]
  const number = (value: number): FigureCell => numberCell(value, language, Number.isInteger(value) ? 0 : 1)
  return {
    caption: language === 'fr' ? 'Votre plan' : 'Your plan',
    columns: columns(language, 'what', 'value'),
    rows: [
      row('Jours de travail écoulés (n)', 'Working days gone by (n)', number(days)),
      row('Contacts prévus', 'Contacts planned', number(planned)),
      row('Contacts faits', 'Contacts made', number(done)),
      row('Ventes attendues de ces contacts', 'Sales expected of these contacts', number(expectedSales)),
      row('Quatre fois sur cinq, de – à', 'Four times in five, from – to', numberLimits(band, language, 0)),
      row('Ventes', 'Sales', number(sales)),
    ],
  }
}

/** The two links that are looked for. */
export const linksTable = (links: readonly CheckInLink[], language: Language): FigureTable => ({
  caption: figureTitles['check-ins'][language],
  columns: [...columns(language, 'link'), 'n', ...columns(language, 'correlation', 'limits')],
  rows: links.map(({ name, n, rho, limits }) => [
    name === 'energy-and-activities'
      ? language === 'fr'
        ? 'Énergie et activités du jour'
        : 'Energy and activities of the day'
      : language === 'fr'
        ? 'Activités de la veille et confiance'
        : 'Yesterday’s activities and confidence',
    numberCell(n, language),
    numberCell(rho, language, 2),
    numberLimits(limits, language),
  ]),
})
