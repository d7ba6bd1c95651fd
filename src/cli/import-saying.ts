import type { FileRefusal } from '#method/contact/import-limits.ts'
import { doubts, fileRefusalSentence, rowRefusals } from '#language/import.ts'
import { formatNumber, type Language } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import type { Outcome } from './import-reading.ts'
import type { Provenance, Written } from './import-writing.ts'

/** What an import comes to. `completed` people are in `same` too: they were there, and the file brings something; so are `archived` ones, who stay archived. */
export type Summary = {
  readonly counts: {
    readonly rows: number
    readonly new: number
    readonly same: number
    readonly completed: number
    readonly archived: number
    readonly toDecide: number
    readonly errors: number
  }
  readonly errors: readonly Extract<Outcome, { readonly as: 'error' }>[]
  readonly toDecide: readonly Extract<Outcome, { readonly as: 'to-decide' }>[]
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
export const asJson = ({ file, dryRun, provenance, summary: { counts, errors, toDecide }, refusal, written }: Result): string =>
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
      toDecide: toDecide.map(({ line, name, why, candidates }) => ({ line, name, why, candidates })),
    },
    null,
    2,
  )

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
  return language === 'fr'
    ? `Lignes lues\u00A0: ${rows}. Nouvelles\u00A0: ${fresh}. Déjà là\u00A0: ${same}, dont complétées\u00A0: ${completed}${kept}. À décider\u00A0: ${toDecide}. En erreur\u00A0: ${errors}.`
    : `Rows read: ${rows}. New: ${fresh}. Already there: ${same}, of which completed: ${completed}${kept}. To decide: ${toDecide}. In error: ${errors}.`
}

const whyOf = (why: Summary['toDecide'][number]['why'], language: Language): string => {
  if (why !== 'same-as-undecided') return doubts[why][language]
  return language === 'fr' ? 'Même personne qu’une ligne à décider.' : 'Same person as a row to decide.'
}

const listed = ({ errors, toDecide }: Summary, language: Language): readonly string[] => {
  const word = language === 'fr' ? 'Ligne' : 'Line'
  const colon = language === 'fr' ? '\u00A0:' : ':'
  const lines = [
    ...errors.map(({ line, reason }) => `  ${word} ${line}${colon} ${rowRefusals[reason][language]}`),
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
      ? ' Importez ce fichier dans l’application pour trancher les lignes à décider.'
      : ' Import this file in the application to settle the rows to decide.'
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
    ? 'C’est importé. Les lignes à décider ne le sont pas\u00A0: importez ce fichier dans l’application pour les trancher.'
    : 'Imported. Rows to decide are not: import this file in the application to settle them.'
}

/** The result for a person: French, then English. */
export const asSentences = (result: Result): string =>
  languages.map((language) => [counted(result.summary, language), ...listed(result.summary, language), ending(result, language)].join('\n')).join('\n\n')
