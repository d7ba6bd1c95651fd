import { isBuiltIn, type BuiltInKind, type Kind, type KindId } from '#method/activity/kind.ts'
import { plural, type Language } from './language.ts'

/** The built-in kinds as what one counts, one and several: `1 appel`, `10 appels`. */
const counted: Readonly<Record<BuiltInKind, { readonly fr: readonly [string, string]; readonly en: readonly [string, string] }>> = {
  phone: { fr: ['appel', 'appels'], en: ['call', 'calls'] },
  email: { fr: ['courriel', 'courriels'], en: ['e-mail', 'e-mails'] },
  text: { fr: ['texto', 'textos'], en: ['text', 'texts'] },
  meeting: { fr: ['rendez-vous', 'rendez-vous'], en: ['meeting booked', 'meetings booked'] },
  'in-person': { fr: ['rencontre', 'rencontres'], en: ['meeting in person', 'meetings in person'] },
  video: { fr: ['rencontre vidéo', 'rencontres vidéo'], en: ['video call', 'video calls'] },
  networking: { fr: ['activité de réseautage', 'activités de réseautage'], en: ['networking event', 'networking events'] },
  post: { fr: ['publication', 'publications'], en: ['post', 'posts'] },
}

/** Whether the French noun of a kind is masculine: `17 faits sur 20` for calls. */
export const isMasculine = (kind: KindId): boolean => kind === 'phone' || kind === 'email' || kind === 'text' || kind === 'meeting'

/** So many of a kind, without the number: `appels`. A kind of her own keeps the name that she gave it; an unknown one is an activity. */
export function countedKind(kind: KindId, count: number, language: Language, kinds: readonly Pick<Kind, 'id' | 'name'>[] = []): string {
  const own = kinds.find(({ id }) => id === kind)?.name
  if (own) return own
  const [one, many] = isBuiltIn(kind)
    ? counted[kind][language]
    : language === 'fr'
      ? (['activité', 'activités'] as const)
      : (['activity', 'activities'] as const)
  return plural(count, language, one, many)
}
