import type { Bilan, BilanScope } from '#method/evidence/bilan.ts'
import type { Instant } from '#method/calendar/day.ts'
import { keepAnswer, readAnswer } from '../offline/kept-answer.ts'
import type { Workspace } from '../offline/view.ts'

/** An answer of the server, and when it came. */
export type KeptBilan = { readonly bilan: Bilan; readonly at: Instant }

const nameOf = ({ kind, source }: BilanScope, span: string): string => [span, kind ?? '', source ?? ''].join('|')

/** The last answer for a span, whatever its day; `null` when there was none, or the browser keeps nothing. */
export const readKeptBilan = (workspace: Workspace, scope: BilanScope, span: string): Promise<KeptBilan | null> => readAnswer(workspace, nameOf(scope, span))

/** Keeps the last answer of a span for the days without network. */
export const keepBilan = (workspace: Workspace, scope: BilanScope, span: string, kept: KeptBilan): Promise<void> =>
  keepAnswer(workspace, nameOf(scope, span), kept)
