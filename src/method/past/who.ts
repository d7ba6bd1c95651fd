import { startDraft } from '../contact/assemble.ts'
import type { ContactId } from '../contact/contact.ts'
import type { ContactDraft } from '../contact/draft.ts'
import { emailKey } from '../contact/email.ts'
import { foldTight, plainLetters } from '../contact/fold.ts'
import type { Additions, Doubt, Matcher } from '../contact/match.ts'
import { phoneKey } from '../contact/phone.ts'
import { nameBasedId, pastNamespace } from './name-based-id.ts'
import type { PastWho } from './past-row.ts'

/** Who a row is about: a person (known, or new under this id), nobody, someone to decide, or someone who was erased. */
export type Whose =
  | { readonly as: 'person'; readonly id: ContactId }
  | { readonly as: 'nobody' }
  | { readonly as: 'erased' }
  | { readonly as: 'to-decide'; readonly name: string; readonly why: Doubt; readonly candidates: readonly ContactId[] }

/** What is known under an id: the person it stands for once merges are followed, and whether she is gone. */
export type KnownId = { readonly id: ContactId; readonly isDeleted: boolean; readonly isErased: boolean }

/** What recognising people needs. `ambiguous` says what becomes of a row that could be several people. */
export type WhoRequest = {
  readonly matcher: Matcher
  readonly known: (id: ContactId) => KnownId | undefined
  readonly ambiguous: 'skip' | 'first'
}

/** Someone whom the file brings, and what it adds to someone known. */
export type NewPerson = { readonly id: ContactId; readonly draft: ContactDraft }
/** What the file adds to someone known. */
export type CompletedPerson = { readonly id: ContactId; readonly changes: Additions }

/** Recognises the people of a file, each once. */
export type Whos = {
  readonly find: (who: PastWho, line: number) => Whose
  /** The new people, and those completed, since it was last asked. */
  readonly take: () => { readonly added: readonly NewPerson[]; readonly completed: readonly CompletedPerson[] }
  readonly count: () => { readonly added: number; readonly known: number }
}

const mostKeys = 5000
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isNumbered = (id: ContactId): boolean => id[14] === '8'
const lineOf = (id: string): number | undefined => (id.startsWith('row:') ? Number(id.slice(4)) : undefined)

/** What names someone in a file, whatever the spelling: her number in another tool alone, else all that is written of her. */
const keyOf = ({ name, organisation, email, phone, city, externalId }: PastWho): string => {
  if (externalId !== '') return `number ${plainLetters(externalId)}`
  const number = phone === '' ? '' : (phoneKey({ number: phone }) ?? phone)
  const parts = [foldTight(name), foldTight(organisation), email === '' ? '' : emailKey(email), number, foldTight(city)]
  return parts.every((part) => part === '') ? '' : `person ${JSON.stringify(parts)}`
}

/** The same, for all the rows of a file: nearly every one names someone who was named before. */
export const whoKeys = (): ((who: PastWho) => string) => {
  const known = new Map<string, string>()
  return (who) => {
    const { name, organisation, email, phone, city, externalId } = who
    const written = [name, organisation, email, phone, city, externalId].join('\u0000')
    const before = known.get(written)
    if (before !== undefined) return before
    const key = keyOf(who)
    // Some thousands of people: beyond, those who come back are kept all the same.
    if (known.size >= mostKeys) known.clear()
    known.set(written, key)
    return key
  }
}

const draftOf = (who: PastWho): ContactDraft | undefined => {
  const draft = startDraft()
  if (who.email !== '') draft.email('', who.email)
  if (who.phone !== '') draft.phone('', who.phone)
  for (const field of ['organisation', 'city', 'source'] as const) draft.single(field, who[field], '')
  return draft.finish(who.name || (who.organisation || who.email || who.phone ? '' : who.externalId))?.draft
}

/**
 * Recognises people by the number of another tool, by e-mail, by telephone, by name and city, else by name alone when only one
 * person has it. Whoever is not known is new, under an id made of what names her, so that the same file finds her again.
 */
export const createWhos = ({ matcher, known, ambiguous }: WhoRequest): Whos => {
  const keyOfWho = whoKeys()
  const found = new Map<string, Whose>()
  const newAtLine = new Map<number, ContactId>()
  const doubtAtLine = new Map<number, Doubt>()
  const numberOf = new Map<ContactId, string>()
  const newIds = new Set<ContactId>()
  const seen = new Set<ContactId>()
  let added: NewPerson[] = []
  let completed: CompletedPerson[] = []

  const create = (id: ContactId, draft: ContactDraft, line: number): Whose => {
    newAtLine.set(line, id)
    newIds.add(id)
    added.push({ id, draft })
    return { as: 'person', id }
  }
  const recognise = (id: ContactId): Whose => {
    if (!newIds.has(id)) seen.add(id)
    return { as: 'person', id }
  }

  const search = (who: PastWho, key: string, line: number): Whose => {
    const number = who.externalId === '' ? undefined : key
    const ownId = nameBasedId(pastNamespace, key, number === undefined ? 5 : 8)
    const before = known(ownId) ?? (uuid.test(who.externalId) ? known(who.externalId) : undefined)
    if (before?.isErased) return { as: 'erased' }
    if (before && !before.isDeleted) return recognise(before.id)
    const draft = draftOf(who)
    if (!draft) return { as: 'nobody' }
    // Two numbers of one tool are two people, whatever they share.
    const isSomeoneElse = (id: ContactId): boolean => number !== undefined && ((isNumbered(id) && id !== ownId) || (numberOf.get(id) ?? number) !== number)
    const verdict = matcher.decide(draft, line, who.name === '' || undefined)
    if (verdict.verdict === 'new') return create(ownId, draft, line)
    const settle = (id: string): ContactId | undefined => {
      const at = lineOf(id)
      return at === undefined ? id : newAtLine.get(at)
    }
    if (verdict.verdict === 'same') {
      const id = settle(verdict.id)
      const doubt = doubtAtLine.get(lineOf(verdict.id) ?? -1)
      if (id === undefined) return { as: 'to-decide', name: draft.name, why: doubt ?? 'several-people', candidates: [] }
      if (isSomeoneElse(id)) return create(ownId, draft, line)
      if (Object.keys(verdict.changes).length > 0) completed.push({ id, changes: verdict.changes })
      return recognise(id)
    }
    const settled = verdict.candidates.map(settle)
    const isUnsure = settled.includes(undefined)
    const candidates = settled.filter((id) => id !== undefined && !isSomeoneElse(id)) as readonly ContactId[]
    const [first] = candidates
    if (first === undefined && !isUnsure) return create(ownId, draft, line)
    const isOnly = candidates.length === 1 && !isUnsure && (verdict.why === 'same-name-no-city' || verdict.why === 'several-people')
    if (first !== undefined && (isOnly || ambiguous === 'first')) return recognise(first)
    doubtAtLine.set(line, verdict.why)
    return { as: 'to-decide', name: draft.name, why: verdict.why, candidates }
  }
  return {
    find: (who, line) => {
      const key = keyOfWho(who)
      if (key === '') return { as: 'nobody' }
      const before = found.get(key)
      if (before) return before
      const whose = search(who, key, line)
      found.set(key, whose)
      if (whose.as === 'person' && who.externalId !== '') numberOf.set(whose.id, key)
      return whose
    },
    take: () => {
      const taken = { added, completed }
      added = []
      completed = []
      return taken
    },
    count: () => ({ added: newIds.size, known: seen.size }),
  }
}
