import { readDetail, type Detail } from './details.ts'

/** What is wrong in the text of a template. `at` and `length` count UTF-16 units from its beginning, as an editor selects them. */
export type TemplateFault = {
  readonly reason: 'unknown-detail' | 'unclosed-brace' | 'stray-brace' | 'unclosed-bracket' | 'stray-bracket' | 'nested-bracket' | 'too-long'
  readonly at: number
  readonly length: number
  /** What stands between the braces of an unknown detail; else empty. */
  readonly name: string
}

/** A piece of a template: words, a detail, or the ways of saying something, of which the first whose details are all known is said. */
export type TemplatePart =
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'detail'; readonly detail: Detail }
  | { readonly type: 'choice'; readonly ways: readonly (readonly TemplatePart[])[] }

/** The longest template. */
export const longestTemplate = 20_000

/**
 * Reads the small grammar of templates. `{prénom}` is a detail, in French or in English; `[Bonjour {prénom}|Bonjour]` is said the
 * first way whose details are all known, and not at all when there is none; `[[` and `]]` are brackets. Nothing else has a
 * meaning: there is no code and no HTML. One pass over the text; never throws.
 */
export function readTemplate(text: string): { readonly parts: readonly TemplatePart[]; readonly faults: readonly TemplateFault[] } {
  if (text.length > longestTemplate) return { parts: [], faults: [fault('too-long', longestTemplate, text.length - longestTemplate)] }
  const faults: TemplateFault[] = []
  const parts: TemplatePart[] = []
  let choice: { readonly at: number; readonly ways: TemplatePart[][] } | null = null
  let words = ''
  const into = (): TemplatePart[] => choice?.ways.at(-1) ?? parts
  const endWords = (): void => {
    if (words !== '') into().push({ type: 'words', words })
    words = ''
  }
  let at = 0
  while (at < text.length) {
    const letter = text.charAt(at)
    const isDoubled = (letter === '[' || (letter === ']' && choice === null)) && text.charAt(at + 1) === letter
    if (isDoubled) {
      words += letter
      at += 2
      continue
    }
    if (letter === '{') {
      endWords()
      const end = braceEnd(text, at)
      if (end === -1) faults.push(fault('unclosed-brace', at, 1))
      else {
        const name = text.slice(at + 1, end)
        const detail = readDetail(name)
        if (detail) into().push({ type: 'detail', detail })
        else faults.push(fault('unknown-detail', at, end + 1 - at, name.trim()))
        at = end
      }
    } else if (letter === '}') faults.push(fault('stray-brace', at, 1))
    else if (letter === '[') {
      endWords()
      if (choice) faults.push(fault('nested-bracket', at, 1))
      else choice = { at, ways: [[]] }
    } else if (letter === '|' && choice) {
      endWords()
      choice.ways.push([])
    } else if (letter === ']') {
      endWords()
      if (choice) parts.push({ type: 'choice', ways: choice.ways })
      else faults.push(fault('stray-bracket', at, 1))
      choice = null
    } else words += letter
    at += 1
  }
  endWords()
  if (choice) faults.push(fault('unclosed-bracket', choice.at, 1))
  return { parts, faults }
}

const fault = (reason: TemplateFault['reason'], at: number, length: number, name = ''): TemplateFault => ({ reason, at, length, name })

// A name ends on its own line, before anything else opens: a forgotten brace must not swallow the letter.
const longestName = 40
function braceEnd(text: string, from: number): number {
  for (let at = from + 1; at < Math.min(text.length, from + 2 + longestName); at += 1) {
    const letter = text.charAt(at)
    if (letter === '}') return at
    if ('{[]|\n'.includes(letter)) return -1
  }
  return -1
}
