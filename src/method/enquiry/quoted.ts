/** Whom a message says it comes from, and when it was sent, when it was forwarded or pasted with its headings; `date` as it is written. */
export type Headings = { readonly from: string; readonly subject: string; readonly date: string }

/** A message without what others wrote: her own words, what follows her signature mark, and the headings it was passed on with. */
export type OwnWords = { readonly words: string; readonly signature: string; readonly headings: Headings | null }

const heading = /^[\s*>]*(de|from|objet|sujet|subject|envoyé(?: le)?|sent|date|à|to|cc|répondre à|reply-to)[\s*]*\u00A0?:[\s*]*(.*)$/iu
const forwardMark =
  /^[\s>]*-{2,}\s*(?:forwarded message|message transféré|message transmis|message réexpédié)\s*-{2,}|^\s*(?:begin forwarded message|début du message (?:réexpédié|transféré|transmis))\s*:/iu
const replyMark = /^[\s>]*(?:-{2,}\s*(?:original message|message d['’]origine|message original)\s*-{2,}|_{10,})\s*$/iu
const wroteMark = /^(?:on\s.{5,200}\swrote\s?:|le\s.{5,200}\sa écrit\s?:)\s*$/iu
const signatureMark = /^-- ?$/
const deviceMark = /^(?:envoyée? (?:de|depuis|à partir|par|avec)|sent (?:from|with|via|by)|télécharge[rz] outlook|get outlook)\b.{0,80}$/iu
const legalMark =
  /^(?:avis de confidentialité|ce (?:courriel|message)\b.{0,120}confidentiel|this (?:e-?mail|message)\b.{0,120}(?:confidential|scanned)|confidentiality notice)/iu
const forwardSubject = /^\s*(?:fwd?|tr|fw|rv)\s?:/iu
const subjectMark = /^\s*(?:(?:re|ré|fwd?|fw|tr|rv|sv|aw)\s?(?:\[\d+\])?\s?:\s*)+/iu

/** Whether a subject says that the message was passed on. */
export const isForwarded = (subject: string): boolean => forwardSubject.test(subject.slice(0, 200))

/** A subject without the `Re:`, `TR :` and `Fwd:` before it. */
export const bareSubject = (subject: string): string => subject.slice(0, 1000).replace(subjectMark, '').trim()

type Block = { readonly at: number; readonly end: number; readonly headings: Headings }

// Two headings in a row at least, one of them who it is from: a line « De : » alone may be a sentence.
function blockAt(lines: readonly string[], at: number): Block | null {
  const found: Record<string, string> = {}
  let end = at
  while (end < lines.length && end < at + 12) {
    const [, name = '', value = ''] = heading.exec((lines[end] ?? '').slice(0, 600)) ?? []
    if (name === '' && !(end > at && /^\s+\S/.test(lines[end] ?? ''))) break
    if (name !== '') found[name.toLowerCase()] = value.trim()
    end += 1
  }
  const from = found['de'] ?? found['from']
  return from === undefined || Object.keys(found).length < 2
    ? null
    : { at, end, headings: { from, subject: found['objet'] ?? found['sujet'] ?? found['subject'] ?? '', date: dateOf(found) } }
}

const dateOf = (found: Readonly<Record<string, string>>): string => found['envoyé'] ?? found['envoyé le'] ?? found['sent'] ?? found['date'] ?? ''

/**
 * Parts her own words from the rest, as far as it is sure: a message passed on is entered, an earlier message below is left out,
 * as are lines quoted with `>`, what follows a signature mark, and what telephones and law offices add. When nothing would be
 * left, nothing is left out.
 */
export function ownWords(text: string, subject = ''): OwnWords {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const passed = passedOn(lines, subject)
  const { words, signature } = cut(passed ? lines.slice(passed.end) : lines)
  return { words: words === '' ? text.trim() : words, signature, headings: passed?.headings ?? null }
}

function passedOn(lines: readonly string[], subject: string): Block | null {
  const first = lines.findIndex((line) => line.trim() !== '')
  const pasted = first === -1 ? null : blockAt(lines, first)
  if (pasted) return pasted
  const mark = lines.findIndex((line) => forwardMark.test(line.slice(0, 200)))
  const from = mark === -1 ? (forwardSubject.test(subject) ? 0 : null) : mark + 1
  if (from === null) return null
  for (let at = from; at < Math.min(lines.length, from + 200); at += 1) {
    const block = blockAt(lines, at)
    if (block) return block
  }
  return null
}

function cut(lines: readonly string[]): { readonly words: string; readonly signature: string } {
  const kept: string[] = []
  const signed: string[] = []
  let part = kept
  let isSkipping = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trimEnd()
    if (beginsQuote(lines, at)) break
    if (/^\s*>/.test(line)) continue
    if (signatureMark.test(lines[at] ?? '')) {
      part = signed
      continue
    }
    isSkipping = line !== '' && (isSkipping || deviceMark.test(line) || legalMark.test(line.slice(0, 400)))
    if (!isSkipping) part.push(line)
  }
  return { words: paragraphs(kept), signature: paragraphs(signed) }
}

// Gmail breaks « Le … a écrit : » over two lines when it is long.
const isWrote = (line: string, next: string): boolean =>
  wroteMark.test(line) || (/^(?:on|le)\s/iu.test(line) && !/^(?:on|le)\s/iu.test(next) && wroteMark.test(`${line} ${next}`))

const beginsQuote = (lines: readonly string[], at: number): boolean => {
  const line = (lines[at] ?? '').slice(0, 400).trimEnd()
  return replyMark.test(line) || isWrote(line, (lines[at + 1] ?? '').slice(0, 400).trim()) || (at > 0 && blockAt(lines, at) !== null)
}

const paragraphs = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
