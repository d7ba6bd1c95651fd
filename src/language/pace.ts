import type { PaceWord } from '#method/day/pace-word.ts'
import { formatNumber, formatTime } from './format.ts'
import { plural, type Language } from './language.ts'

/** What a day that will hardly be won still means for the streak: facts, and only when they are true. */
export type AtStake = { readonly type: 'reserve' } | { readonly type: 'keeps'; readonly left: number; readonly by: string | null }

/** When the day would be won at the present pace: `À ce rythme, vers 15 h 10.` */
const paceSentence = (time: string, language: Language): string =>
  language === 'fr' ? `À ce rythme, vers ${formatTime(time, 'fr')}.` : `At this pace, around ${formatTime(time, 'en')}`.replace(/\.?$/, '.')

/** What the pace says when no hour does; informative or silent, never a reproach (algorithms B3). */
const paceWords: Readonly<Record<PaceWord, { readonly fr: string; readonly en: string }>> = {
  won: { fr: '', en: '' },
  'nothing-yet': { fr: '', en: '' },
  'well-started': { fr: 'C’est bien parti.', en: 'Off to a good start.' },
  playable: { fr: 'C’est jouable.', en: 'It is within reach.' },
  gentle: { fr: 'Même une de plus compte.', en: 'Even one more counts.' },
}

/** « 3 de plus avant 17 h et vous gardez votre série », or what the reserve of the week does (algorithms B3, B7). */
const stakeSentence = (stake: AtStake, language: Language): string => {
  if (stake.type === 'reserve')
    return language === 'fr'
      ? 'La réserve de la semaine garde votre série, même si la journée ne se gagne pas.'
      : 'The week’s reserve keeps your streak, even if the day is not won.'
  const left = formatNumber(stake.left, language)
  if (language === 'en') return `${left} more ${stake.by === null ? 'today' : `before ${formatTime(stake.by, 'en')}`} and you keep your streak.`
  const more = plural(stake.left, 'fr', 'Une', left)
  return `${more} de plus ${stake.by === null ? 'aujourd’hui' : `avant ${formatTime(stake.by, 'fr')}`} et vous gardez votre série.`
}

/** The one line of pace under the headline: an hour when that is informative, else a word, never a reproach. */
export const paceLine = (
  { word, finish, stake }: { readonly word: PaceWord; readonly finish: string | null; readonly stake: AtStake | null },
  language: Language,
): string =>
  finish !== null ? paceSentence(finish, language) : word === 'gentle' && stake !== null ? stakeSentence(stake, language) : paceWords[word][language]
