import { cleanLine, cleanText, foldTight } from './fold.ts'
import { isPlausibleEmail, emailKey, readEmail } from './email.ts'
import { phoneKey, readPhone } from './phone.ts'
import { cityKey } from './place.ts'
import type { ContactDraft, DraftEmail, DraftPhone, SingleField } from './draft.ts'

/** What was read but could not be kept in its own field. The text goes to the notes when there is any. */
export type DraftWarning = {
  readonly field: string
  readonly reason: 'not-a-date' | 'ambiguous-date' | 'not-an-amount' | 'not-an-email' | 'not-a-phone' | 'not-a-word-we-know'
  readonly text: string
}

/** Gathers the values of one person, whatever the file; nothing that names or reaches someone is dropped. */
export type DraftBuilder = {
  readonly email: (label: string, text: string) => void
  readonly phone: (label: string, text: string, extension?: string) => void
  /** The first value is kept in the field; another, different one goes to the notes, after its heading. */
  readonly single: (field: SingleField, text: string, heading: string) => void
  readonly tag: (text: string) => void
  readonly note: (text: string) => void
  readonly value: (cents: number) => void
  readonly warn: (warning: DraftWarning) => void
  /** Undefined when there is no name, nor anything to stand for one. */
  readonly finish: (name: string) => { readonly draft: ContactDraft; readonly warnings: readonly DraftWarning[] } | undefined
}

// The shortest numbers that exist, such as 911.
const fewestDigits = 3

/** Starts a person. */
export function startDraft(): DraftBuilder {
  const emails: DraftEmail[] = []
  const phones: DraftPhone[] = []
  const singles = new Map<SingleField, string>()
  const tags: string[] = []
  const notes: string[] = []
  const extras: string[] = []
  const warnings: DraftWarning[] = []
  let value: number | undefined
  const seen = new Set<string>()
  const isFirst = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined

  const email = (label: string, text: string): void => {
    const address = cleanLine(readEmail(cleanLine(text)))
    if (address === '') return
    if (!isPlausibleEmail(address)) {
      warnings.push({ field: 'email', reason: 'not-an-email', text: address })
      extras.push(address)
      return
    }
    if (isFirst(`e:${emailKey(address)}`)) emails.push({ label, address })
  }
  const phone = (label: string, text: string, extension?: string): void => {
    const typed = cleanLine(text)
    if (typed === '') return
    const read = readPhone(typed)
    // Kept as her number all the same: whoever wrote it may know what it is.
    if (typed.replace(/\D/g, '').length < fewestDigits) warnings.push({ field: 'phone', reason: 'not-a-phone', text: typed })
    const known = read.extension ?? (extension === undefined || extension === '' ? undefined : extension)
    const one: DraftPhone = { label, number: read.number, ...(known === undefined ? {} : { extension: known }) }
    if (isFirst(`p:${phoneKey(one) ?? `${one.number};${known ?? ''}`}`)) phones.push(one)
  }
  const single = (field: SingleField, text: string, heading: string): void => {
    const kept = field === 'notes' ? cleanText(text) : cleanLine(text)
    if (kept === '') return
    if (field === 'notes') {
      if (!notes.includes(kept)) notes.push(kept)
      return
    }
    const before = singles.get(field)
    if (before === undefined) singles.set(field, kept)
    else if (!isSameValue(field, before, kept)) extras.push(heading === '' ? kept : `${heading}\u00A0: ${kept}`)
  }
  const tag = (text: string): void => {
    const kept = cleanLine(text)
    if (kept !== '' && isFirst(`t:${foldTight(kept) || kept}`)) tags.push(kept)
  }
  return {
    email,
    phone,
    single,
    tag,
    note: (text) => void extras.push(cleanLine(text)),
    value: (cents) => void (value ??= cents),
    warn: (warning) => void warnings.push(warning),
    finish: (name) => {
      const shown = cleanLine(name) || singles.get('organisation') || emails[0]?.address || phones[0]?.number || ''
      if (shown === '') return undefined
      const note = [...notes, ...extras.filter((extra) => !notes.some((kept) => kept.split('\n').includes(extra)))].join('\n')
      const fields: Partial<Record<SingleField, string>> = Object.fromEntries(singles)
      const draft = { name: shown, ...fields, emails, phones, tags, ...(note === '' ? {} : { notes: note }), ...(value === undefined ? {} : { value }) }
      // The builders of each format only give `single` values that their own readers have checked (dates, relationship, language).
      return { draft: draft as unknown as ContactDraft, warnings }
    },
  }
}

function isSameValue(field: SingleField, a: string, b: string): boolean {
  return field === 'city' ? cityKey(a) === cityKey(b) : a === b
}
