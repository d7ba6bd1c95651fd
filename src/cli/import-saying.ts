import type { FileRefusal } from '#method/contact/import-limits.ts'
import { doubts, fileRefusalSentence, rowRefusals } from '#language/import.ts'
import { formatNumber, type Language } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import type { Outcome, Settled } from './import-reading.ts'
import type { Provenance, Written } from './import-writing.ts'

/** What an import comes to. `completed` people are in `same` too: they were there, and the file brings something; so are `archived` ones, who stay archived. */
export type Summary = {
  readonly counts: {
    readonly rows: number
    readonly new: number
    readonly same: number
    readonly completed: number
    readonly archived: number
    /** Rows that looked like someone, and were taken as new people or as that person; counted in `new` or `same` too. */
    readonly settledAsNew: number
    readonly settledAsSame: number
    readonly toDecide: number
    readonly errors: number
  }
  readonly errors: readonly Extract<Outcome, { readonly as: 'error' }>[]
  readonly toDecide: readonly Extract<Outcome, { readonly as: 'to-decide' }>[]
  readonly settled: readonly (Settled & { readonly line: number; readonly as: 'new' | 'same' })[]
}

export type Result = {
  readonly file: string
  readonly dryRun: boolean
  /** Where the addresses are said to come from. */
  readonly provenance: Provenance
  readonly summary: Summary
  readonly refusal: FileRefusal | null
  readonly written: Written | null
}

/** Whether a file has rows and none of them brings or finds anyone: all in error, or to decide. */
export const isNothingTaken = ({ summary: { counts } }: Pick<Result, 'summary'>): boolean => counts.rows > 0 && counts.new + counts.same === 0

/** How the command ends: 1 when the file was refused, stopped on its way, or had no row to take. */
export const exitCodeOf = (result: Result): number => (result.refusal || result.written?.refused || isNothingTaken(result) ? 1 : 0)

const languages: readonly Language[] = ['fr', 'en']
const shownLines = 20

/** The result for a program. */
export const asJson = ({ file, dryRun, provenance, summary: { counts, errors, toDecide, settled }, refusal, written }: Result): string =>
  JSON.stringify(
    {
      file,
      dryRun,
      provenance,
      counts,
      refused: refusal && { reason: refusal.reason, line: refusal.at ?? null },
      importId: written?.importId ?? null,
      written: written?.rows ?? 0,
      stoppedBy: written?.refused ?? null,
      errors: errors.map(({ line, reason }) => ({ line, reason, fr: rowRefusals[reason].fr, en: rowRefusals[reason].en })),
      settled: settled.map(({ line, name, as, why, candidates }) => ({ line, name, as, why, candidates })),
      toDecide: toDecide.map(({ line, name, why, candidates }) => ({ line, name, why, candidates })),
    },
    null,
    2,
  )

const takenOf = ({ settledAsNew, settledAsSame }: Summary['counts'], language: Language): string => {
  const said = (count: number, fr: string, en: string): string =>
    count === 0 ? '' : language === 'fr' ? ` ${fr}\u00A0: ${formatNumber(count, 'fr')}.` : ` ${en}: ${formatNumber(count, 'en')}.`
  return (
    said(settledAsNew, 'Ressemblaient à quelqu’un, prises comme nouvelles', 'Looked like someone, taken as new') +
    said(settledAsSame, 'Ressemblaient à quelqu’un, ajoutées à cette personne', 'Looked like someone, added to that person')
  )
}

const counted = ({ counts }: Summary, language: Language): string => {
  const [rows, fresh, same, completed, archived, toDecide, errors] = [
    counts.rows,
    counts.new,
    counts.same,
    counts.completed,
    counts.archived,
    counts.toDecide,
    counts.errors,
  ].map((count) => formatNumber(count, language))
  const kept = counts.archived === 0 ? '' : language === 'fr' ? `, archivées et laissées telles\u00A0: ${archived}` : `, archived and left so: ${archived}`
  const taken = takenOf(counts, language)
  return language === 'fr'
    ? `Lignes lues\u00A0: ${rows}. Nouvelles\u00A0: ${fresh}. Déjà là\u00A0: ${same}, dont complétées\u00A0: ${completed}${kept}.${taken} À décider\u00A0: ${toDecide}. En erreur\u00A0: ${errors}.`
    : `Rows read: ${rows}. New: ${fresh}. Already there: ${same}, of which completed: ${completed}${kept}.${taken} To decide: ${toDecide}. In error: ${errors}.`
}

const whyOf = (why: Summary['toDecide'][number]['why'], language: Language): string => {
  if (why !== 'same-as-undecided') return doubts[why][language]
  return language === 'fr' ? 'Même personne qu’une ligne à décider.' : 'Same person as a row to decide.'
}

const takenAs = (as: 'new' | 'same', language: Language): string =>
  as === 'new' ? (language === 'fr' ? 'Nouvelle personne.' : 'A new person.') : language === 'fr' ? 'Ajouté à cette personne.' : 'Added to that person.'

const listed = ({ errors, toDecide, settled }: Summary, language: Language): readonly string[] => {
  const word = language === 'fr' ? 'Ligne' : 'Line'
  const colon = language === 'fr' ? '\u00A0:' : ':'
  const lines = [
    ...errors.map(({ line, reason }) => `  ${word} ${line}${colon} ${rowRefusals[reason][language]}`),
    ...settled.map(({ line, name, why, as }) => `  ${word} ${line}${colon} ${name}. ${doubts[why][language]} ${takenAs(as, language)}`),
    ...toDecide.map(({ line, name, why }) => `  ${word} ${line}${colon} ${name}. ${whyOf(why, language)}`),
  ]
  if (lines.length <= shownLines) return lines
  const more = formatNumber(lines.length - shownLines, language)
  return [...lines.slice(0, shownLines), language === 'fr' ? `  … et ${more} autres; --json les donne toutes.` : `  … and ${more} more; --json gives them all.`]
}

const ending = ({ dryRun, written, refusal, summary }: Result, language: Language): string => {
  const fr = language === 'fr'
  if (refusal) return `${fileRefusalSentence(refusal, language)} ${fr ? 'Rien n’a été écrit.' : 'Nothing was written.'}`
  if (isNothingTaken({ summary })) {
    const settle = fr
      ? ' Pour trancher les lignes à décider, importez ce fichier dans l’application, ou ajoutez --to-decide new (ou same).'
      : ' To settle the rows to decide, import this file in the application, or add --to-decide new (or same).'
    const nothing = fr ? 'Rien n’a été écrit\u00A0: aucune ligne n’a pu être prise.' : 'Nothing was written: no row could be taken.'
    return summary.counts.toDecide === 0 ? nothing : `${nothing}${settle}`
  }
  if (dryRun) return fr ? 'Essai seulement\u00A0: rien n’a été écrit.' : 'Trial only: nothing was written.'
  if (written?.refused) {
    return `${refusalSentence(written.refused, language)} ${fr ? `L’import s’est arrêté après ${formatNumber(written.rows, 'fr')} lignes; corrigez le fichier et relancez-le, rien ne sera doublé.` : `The import stopped after ${formatNumber(written.rows, 'en')} rows; correct the file and run it again, nothing will be doubled.`}`
  }
  if (!written || written.rows === 0) return fr ? 'Rien à écrire\u00A0: tout est déjà là.' : 'Nothing to write: everything is already there.'
  if (summary.counts.toDecide === 0) return fr ? 'C’est importé.' : 'Imported.'
  return fr
    ? 'C’est importé. Les lignes à décider ne le sont pas\u00A0: pour les trancher, importez ce fichier dans l’application, ou relancez avec --to-decide new (ou same).'
    : 'Imported. Rows to decide are not: to settle them, import this file in the application, or run it again with --to-decide new (or same).'
}

/** The result for a person: French, then English. */
export const asSentences = (result: Result): string =>
  languages.map((language) => [counted(result.summary, language), ...listed(result.summary, language), ending(result, language)].join('\n')).join('\n\n')
