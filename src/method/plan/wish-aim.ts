import type { BuiltInKind } from '../activity/kind.ts'
import type { Quantity } from './wish-quantity.ts'
import type { ActivityWish } from './wish.ts'
import { activityNouns, activityVerbs, clientNoun, earnVerb, moneyWord, peopleNoun, salesNoun, sellVerb } from './wish-words.ts'

/** What a wish aims at, before its amount and period are known. */
export type Aim =
  | { readonly type: 'money' | 'sales' | 'clients' }
  | { readonly type: 'activity'; readonly counting: ActivityWish['counting']; readonly kind: BuiltInKind | null }

const verbOf = (text: string): BuiltInKind | null | undefined => activityVerbs.find(([verb]) => verb.test(text))?.[1]
/** Whether `text` speaks of calling, writing to or meeting someone. */
export const isAbout = (text: string): boolean => verbOf(text) !== undefined

// "Sales calls" are calls.
const qualified =
  /(?<!\w)(?:sales|clients?|customers?|discovery|cold) (?=(?:phone )?(?:calls?|meetings?|e ?mails?|conversations?|appointments?|visits?|messages?|texts?)(?!\w))/g

/** What the nouns of `text` aim at, by the first of them; verbs decide between calling a client and finding one. */
export const aimOfNouns = (written: string, whole: string): Aim | null => {
  const text = written.replace(qualified, '')
  const places: readonly (readonly [RegExp, () => Aim])[] = [
    [salesNoun, () => ({ type: 'sales' })],
    [clientNoun, () => (isAbout(whole) ? { type: 'activity', counting: 'people', kind: verbOf(whole) ?? null } : { type: 'clients' })],
    [peopleNoun, () => (sellVerb.test(whole) && !isAbout(whole) ? { type: 'clients' } : { type: 'activity', counting: 'people', kind: verbOf(whole) ?? null })],
    ...activityNouns.map(([noun, kind, counting]) => [noun, (): Aim => ({ type: 'activity', counting, kind })] as const),
  ]
  const found = places.flatMap(([noun, aim]) => {
    const match = noun.exec(text)
    return match ? [{ at: match.index, aim }] : []
  })
  return found.sort((a, b) => a.at - b.at)[0]?.aim() ?? null
}

// From there on, a bare number beside « ventes » is as likely dollars: better to ask.
const LIKELY_DOLLARS = 100
const sold = /^ ?(?!\.|et |and |de plus|more|per |par )\w{3,}/

/** What a number aims at: its own mark, the words after it, those of the whole wish, then its verb. */
export const aimOf = (quantity: Quantity, text: string, hasThousands: boolean): Aim | null => {
  if (quantity.isMoney) return { type: 'money' }
  const near = aimOfNouns(quantity.after, text)
  if (near) return near
  if (moneyWord.test(text)) return { type: 'money' }
  const isSold = sellVerb.test(text) && sold.test(quantity.after)
  if (isSold) return { type: 'sales' }
  if (earnVerb.test(text)) return { type: 'money' }
  const wide = aimOfNouns(text, text)
  if (wide && !(wide.type === 'sales' && (quantity.amount ?? 0) >= LIKELY_DOLLARS)) return wide
  const kind = verbOf(text)
  if (kind !== undefined) return { type: 'activity', counting: 'people', kind }
  return hasThousands ? { type: 'money' } : null
}

/** What is to grow when no base was said: « mes ventes » may be dollars as well as sales. */
export const baseOf = (text: string): Aim | null => {
  if (earnVerb.test(text) || moneyWord.test(text)) return { type: 'money' }
  const aim = aimOfNouns(text, text)
  return aim?.type === 'sales' ? null : aim
}

/** Done by oneself, so that « trois fois par semaine » is a number of them. */
export const isAlone = (aim: Aim | null): boolean => aim?.type === 'activity' && (aim.kind === 'post' || aim.kind === 'networking')
