import { isBuiltIn } from '#method/activity/kind.ts'
import { cleanLine } from '#method/contact/fold.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { isOrderUnsure, type PastSummary } from '#method/past/past-tally.ts'
import { formatMoney } from '#method/sale/money.ts'
import { doubts } from '#language/import.ts'
import { formatNumber, type Language } from '#language/format.ts'
import { kindNames } from '#language/names.ts'
import { ordersUnsure, pastFileRefusalSentence, pastRefusals } from '#language/past.ts'
import { refusalSentence } from '#language/refusals.ts'
import type { HistoryResult } from '#server/past/import-past.ts'
import type { SetAside } from '#server/past/past-reading.ts'

/** How the command ends: 1 when the file was refused, stopped on its way, or had rows and none to take. */
export const exitCodeOf = ({ refusal, summary, written }: HistoryResult): number =>
  refusal || written?.refused || (summary !== null && isNothingTaken(summary)) ? 1 : 0

const isNothingTaken = ({ rows, told }: PastSummary): boolean => rows > 0 && told === 0

const languages: readonly Language[] = ['fr', 'en']
const shownLines = 20

const setAsideForProgram = (row: SetAside) =>
  row.as === 'left-out'
    ? { line: row.line, reason: row.reason, fr: pastRefusals[row.reason].fr, en: pastRefusals[row.reason].en }
    : { line: row.line, reason: row.why, name: row.name, candidates: row.candidates, fr: doubts[row.why].fr, en: doubts[row.why].en }

/** What is to be looked at before the file is believed: dates that could be read in two orders. */
const unsure = (summary: PastSummary | null, mapping: PastMapping | null, language: Language): readonly string[] => {
  if (!summary || !mapping || !isOrderUnsure(summary)) return []
  const todo =
    language === 'fr' ? 'Pour le dire\u00A0: --map dates=month-first ou --map dates=day-first.' : 'To say it: --map dates=month-first or --map dates=day-first.'
  return [`${ordersUnsure(summary.orders, mapping.dateOrder, language)} ${todo}`]
}

/** The result for a program. */
export const historyAsJson = ({ file, dryRun, zone, heading, summary, setAside, refusal, written }: HistoryResult): string =>
  JSON.stringify(
    {
      file,
      dryRun,
      zone,
      refused: refusal && { reason: refusal.reason, line: refusal.at ?? null },
      mapping: heading?.mapping ?? null,
      ...summary,
      warnings: unsure(summary, heading?.mapping ?? null, 'fr').map((fr) => ({
        reason: 'dates-in-both-orders',
        fr,
        en: unsure(summary, heading?.mapping ?? null, 'en').join(''),
      })),
      importId: written?.importId ?? null,
      written: { activities: written?.activities ?? 0, sales: written?.sales ?? 0, people: written?.people ?? 0 },
      stoppedBy: written?.refused ?? null,
      leftOutRows: setAside.filter(({ as }) => as === 'left-out').map(setAsideForProgram),
      toDecideRows: setAside.filter(({ as }) => as === 'to-decide').map(setAsideForProgram),
    },
    null,
    2,
  )

/** The name of a kind, a word of the file that becomes one included. */
export const kindLabel = (kind: string, summary: PastSummary, language: Language): string =>
  isBuiltIn(kind) ? kindNames[kind][language] : (summary.unknownKinds.find(({ id }) => id === kind)?.word ?? kind)

/** The headings of the columns that are not read: what she may tell by hand. */
const ignoredHeadings = (mapping: PastMapping | null): readonly string[] =>
  (mapping?.columns ?? []).flatMap(({ field, heading }) => (field === 'ignore' && heading !== '' ? [cleanLine(heading).slice(0, 60)] : []))

const ignored = (mapping: PastMapping | null, language: Language): readonly string[] => {
  const headings = ignoredHeadings(mapping)
  if (headings.length === 0) return []
  const [first = ''] = headings
  const named = headings.slice(0, shownLines).join(', ') + (headings.length > shownLines ? '…' : '')
  return language === 'fr'
    ? [`Colonnes laissées de côté\u00A0: ${named}. Pour dire ce que c’est\u00A0: --map "${first}=note".`]
    : [`Columns left out: ${named}. To say what they are: --map "${first}=note".`]
}

const counted = (summary: PastSummary, zone: string, language: Language): readonly string[] => {
  const number = (count: number): string => formatNumber(count, language)
  const fr = language === 'fr'
  const { rows, told, toDecide, leftOut, activities, byKind, sales, firstDay, lastDay, newPeople, knownPeople, withoutPerson, warned } = summary
  const kinds = Object.entries(byKind)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kindLabel(kind, summary, language)} ${number(count)}`)
  const sold = Object.entries(sales).map(([currency, { count, refunds, cents }]) => {
    const taken =
      refunds === 0
        ? ''
        : fr
          ? ` et ${number(refunds)} ${refunds === 1 ? 'remboursement' : 'remboursements'}`
          : ` and ${number(refunds)} ${refunds === 1 ? 'refund' : 'refunds'}`
    return fr ? `${number(count)}${taken} pour ${formatMoney(cents, currency, 'fr')}` : `${number(count)}${taken} for ${formatMoney(cents, currency, 'en')}`
  })
  const unknown = summary.unknownKinds.map(({ word, rows: times }) => `${word} (${number(times)})`)
  const outcomes = summary.unknownOutcomes.slice(0, shownLines).map(({ word, rows: times }) => `${word} (${number(times)})`)
  return fr
    ? [
        `Lignes lues\u00A0: ${number(rows)}. Reprises\u00A0: ${number(told)}. À décider\u00A0: ${number(toDecide)}. Laissées de côté\u00A0: ${number(leftOut)}.`,
        `Activités\u00A0: ${number(activities)}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}. Ventes\u00A0: ${sold.join(' + ') || '0'}.`,
        ...(firstDay ? [`Du ${firstDay} au ${lastDay ?? firstDay}, à l’heure de ${zone}; sans heure, le jour seul.`] : []),
        `Personnes\u00A0: ${number(newPeople)} nouvelles, ${number(knownPeople)} déjà là.${withoutPerson > 0 ? ` Sans personne nommée\u00A0: ${number(withoutPerson)} lignes.` : ''}`,
        ...(unknown.length > 0
          ? [
              `Nouveaux genres d’activité\u00A0: ${unknown.join(', ')}. Pour dire ce que c’est\u00A0: --map "kind:${summary.unknownKinds[0]?.word ?? ''}=email".`,
            ]
          : []),
        ...(outcomes.length > 0 ? [`Résultats inconnus, gardés dans la note\u00A0: ${outcomes.join(', ')}.`] : []),
        ...(warned > 0 ? [`Lignes reprises avec une remarque\u00A0: ${number(warned)}.`] : []),
      ]
    : [
        `Rows read: ${number(rows)}. Taken: ${number(told)}. To decide: ${number(toDecide)}. Left out: ${number(leftOut)}.`,
        `Activities: ${number(activities)}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}. Sales: ${sold.join(' + ') || '0'}.`,
        ...(firstDay ? [`From ${firstDay} to ${lastDay ?? firstDay}, by the clock of ${zone}; without a time, the day alone.`] : []),
        `People: ${number(newPeople)} new, ${number(knownPeople)} already there.${withoutPerson > 0 ? ` With nobody named: ${number(withoutPerson)} rows.` : ''}`,
        ...(unknown.length > 0
          ? [`New kinds of activity: ${unknown.join(', ')}. To say what they are: --map "kind:${summary.unknownKinds[0]?.word ?? ''}=email".`]
          : []),
        ...(outcomes.length > 0 ? [`Unknown outcomes, kept in the note: ${outcomes.join(', ')}.`] : []),
        ...(warned > 0 ? [`Rows taken with a remark: ${number(warned)}.`] : []),
      ]
}

const listed = (setAside: readonly SetAside[], { toDecide, leftOut }: PastSummary, language: Language): readonly string[] => {
  const head = language === 'fr' ? 'Ligne' : 'Line'
  const colon = language === 'fr' ? '\u00A0:' : ':'
  const lines = setAside
    .slice(0, shownLines)
    .map((row) => `  ${head} ${row.line}${colon} ${row.as === 'left-out' ? pastRefusals[row.reason][language] : `${row.name}. ${doubts[row.why][language]}`}`)
  const more = toDecide + leftOut - lines.length
  if (more <= 0) return lines
  return [
    ...lines,
    language === 'fr' ? `  … et ${formatNumber(more, 'fr')} autres; --json les donne.` : `  … and ${formatNumber(more, 'en')} more; --json gives them.`,
  ]
}

const ending = ({ dryRun, written, summary }: HistoryResult, language: Language): string => {
  const fr = language === 'fr'
  const number = (count: number): string => formatNumber(count, language)
  if (summary && isNothingTaken(summary)) {
    const choose = summary.toDecide === 0 ? '' : fr ? ' --ambiguous first prend la première personne.' : ' --ambiguous first takes the first person.'
    return `${fr ? 'Rien n’a été écrit\u00A0: aucune ligne n’a pu être prise.' : 'Nothing was written: no row could be taken.'}${choose}`
  }
  if (dryRun) return fr ? 'Essai seulement\u00A0: rien n’a été écrit.' : 'Trial only: nothing was written.'
  if (written?.refused) {
    return `${refusalSentence(written.refused, language)} ${fr ? 'L’import s’est arrêté; relancez-le, rien ne sera doublé.' : 'The import stopped; run it again, nothing will be doubled.'}`
  }
  if (!written || written.activities + written.sales + written.people === 0) {
    return fr ? 'Rien à écrire\u00A0: tout est déjà là.' : 'Nothing to write: everything is already there.'
  }
  const choose =
    (summary?.toDecide ?? 0) === 0
      ? ''
      : fr
        ? ' Les lignes à décider ne le sont pas\u00A0: --ambiguous first prend la première personne.'
        : ' Rows to decide are not: --ambiguous first takes the first person.'
  return fr
    ? `C’est importé\u00A0: ${number(written.activities)} activités, ${number(written.sales)} ventes, ${number(written.people)} personnes.${choose} Pour tout reprendre\u00A0: entrain import undo ${written.importId}`
    : `Imported: ${number(written.activities)} activities, ${number(written.sales)} sales, ${number(written.people)} people.${choose} To take it all back: entrain import undo ${written.importId}`
}

/** The result for a person: French, then English. */
export const historyAsSentences = (result: HistoryResult): string =>
  languages
    .map((language) => {
      const { refusal, summary, setAside, zone, heading } = result
      const mapping = heading?.mapping ?? null
      if (refusal || !summary) {
        const why = pastFileRefusalSentence({ reason: refusal?.reason ?? 'empty', at: refusal?.at }, language)
        return [`${why} ${language === 'fr' ? 'Rien n’a été écrit.' : 'Nothing was written.'}`, ...ignored(mapping, language)].join('\n')
      }
      return [
        ...counted(summary, zone, language),
        ...unsure(summary, mapping, language),
        ...ignored(mapping, language),
        ...listed(setAside, summary, language),
        ending(result, language),
      ].join('\n')
    })
    .join('\n\n')
