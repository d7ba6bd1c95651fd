import { cleanLine } from '../contact/fold.ts'
import type { Detail, Details } from './details.ts'
import { readTemplate, type TemplateFault, type TemplatePart } from './read-template.ts'
import { runningText, type RunningText } from './running-text.ts'

/** A template filled for one person; `missing` names the details that it asks for, outside any choice, and that nobody knows. */
export type Filled =
  | { readonly ok: true; readonly text: string; readonly missing: readonly Detail[] }
  | { readonly ok: false; readonly faults: readonly TemplateFault[] }

const longestDetail = 1000
// A thousand times « {derniers mots} » is no letter.
const longestText = 50_000
const proper: ReadonlySet<Detail> = new Set<Detail>(['first-name', 'name', 'city', 'place'])

/**
 * Fills a template with the details of one person (claim 6). What is filled in is never read again as a template, stays on one
 * line, and loses its braces, so that no brace of the result can be mistaken for a forgotten detail. Never throws; at most 50,000
 * characters.
 */
export function fillTemplate(text: string, details: Details): Filled {
  const { parts, faults } = readTemplate(text)
  if (faults.length > 0) return { ok: false, faults }
  const missing = new Set<Detail>()
  const running = runningText()
  for (const part of parts) sayPart(running, part, details, missing)
  return { ok: true, text: running.text().slice(0, longestText), missing: [...missing] }
}

function sayPart(running: RunningText, part: TemplatePart, details: Details, missing: Set<Detail>): void {
  if (part.type === 'words') running.say(part.words)
  else if (part.type === 'detail') {
    const value = known(details, part.detail)
    if (value === '') missing.add(part.detail)
    if (value !== '' && proper.has(part.detail)) running.name(value)
    else running.say(value)
  } else {
    const way = part.ways.find((pieces) => pieces.every((piece) => piece.type !== 'detail' || known(details, piece.detail) !== '')) ?? []
    if (way.length === 0) running.say('')
    for (const piece of way) sayPart(running, piece, details, missing)
  }
}

function known(details: Details, detail: Detail): string {
  return cleanLine((details[detail] ?? '').slice(0, longestDetail))
    .replaceAll('{', '(')
    .replaceAll('}', ')')
}
