import { expect, test } from 'vitest'
import { asDay, type Day } from '#method/calendar/day.ts'
import type { Progress } from '#method/day/progress.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { doneSentence, goalSentence, headline } from './day.ts'
import { paceLine } from './pace.ts'
import { nextStepSentence, outcomeName, touchName } from './sentences.ts'

const today = asDay('2026-11-23')
const of = (done: number, target = 20): Progress => ({ done, target, left: Math.max(0, target - done), isWon: done >= target, dots: [] })

test.each([
  [0, 'Vingt personnes aujourd’hui', 'Twenty people today'],
  [1, 'Déjà une', 'One already'],
  [4, 'Déjà quatre', 'Four already'],
  [17, 'Plus que trois personnes', 'Only three people left'],
  [19, 'Plus qu’une personne', 'Only one person left'],
  [20, 'Journée gagnée.', 'Day won.'],
])('with %i of twenty done, one line says where the day stands', (done, french, english) => {
  expect(headline(of(done), starterGoal, 'fr')).toBe(french)
  expect(headline(of(done), starterGoal, 'en')).toBe(english)
})

test('the line under the headline gives the figures and the pace', () => {
  expect(doneSentence(of(17), starterGoal, 'fr')).toBe('17 faites sur 20.')
  expect(doneSentence(of(1), starterGoal, 'fr')).toBe('1 faite sur 20.')
  expect(doneSentence(of(17), starterGoal, 'en')).toBe('17 of 20 done.')
  const onTheWay = { word: 'well-started', finish: '15:10', stake: null } as const
  expect(paceLine(onTheWay, 'fr')).toBe('À ce rythme, vers 15\u00A0h\u00A010.')
  expect(paceLine(onTheWay, 'en')).toBe('At this pace, around 3:10\u00A0p.m.')
})

test('a goal in calls speaks of calls, and agrees with them', () => {
  const calls = { ...starterGoal, measure: { type: 'kinds', kinds: ['phone'] }, counting: 'activities' } as const
  expect(goalSentence({ ...calls, target: 10 }, 'fr')).toBe('10 appels par jour')
  expect(goalSentence({ ...calls, target: 10 }, 'en')).toBe('10 calls a day')
  expect(headline(of(9, 10), calls, 'fr')).toBe('Plus qu’un appel')
  expect(headline(of(9, 10), calls, 'en')).toBe('Only one call left')
  expect(doneSentence(of(7, 10), calls, 'fr')).toBe('7 faits sur 10.')
  // People reached by phone are people.
  expect(headline(of(9, 10), { ...calls, counting: 'people' }, 'fr')).toBe('Plus qu’une personne')
})

test('a day that will hardly be won is never a reproach: what keeps the streak, or the reserve, or that one more counts', () => {
  const gentle = (stake: Parameters<typeof paceLine>[0]['stake'], language: 'fr' | 'en' = 'fr') => paceLine({ word: 'gentle', finish: null, stake }, language)
  expect(gentle({ type: 'keeps', left: 3, by: '16:00' })).toBe('3 de plus avant 16\u00A0h et vous gardez votre série.')
  expect(gentle({ type: 'keeps', left: 3, by: '16:00' }, 'en')).toBe('3 more before 4:00\u00A0p.m. and you keep your streak.')
  expect(gentle({ type: 'keeps', left: 1, by: null })).toBe('Une de plus aujourd’hui et vous gardez votre série.')
  expect(gentle({ type: 'reserve' })).toBe('La réserve de la semaine garde votre série, même si la journée ne se gagne pas.')
  expect(gentle(null)).toBe('Même une de plus compte.')
})

const day = (text: string): Day => asDay(text)
test('the next step is told with its day, and its time when it has one', () => {
  const step = { due: day('2026-11-30'), time: null, kind: 'phone', origin: 'proposed' } as const
  expect(nextStepSentence(step, 'fr', today)).toBe('Rappeler lundi 30 novembre')
  expect(nextStepSentence(step, 'en', today)).toBe('Call back on Monday, November 30')
  expect(nextStepSentence({ ...step, due: day('2026-11-24'), time: '14:30', origin: 'meeting' }, 'fr', today)).toBe('Rendez-vous demain à 14\u00A0h\u00A030')
  expect(nextStepSentence({ ...step, origin: 'thanks' }, 'fr', today)).toBe('Remercier lundi 30 novembre')
  expect(nextStepSentence({ ...step, due: today, origin: 'thanks' }, 'en', today)).toBe('Say thank you today')
  expect(nextStepSentence({ ...step, due: today, origin: 'first' }, 'fr', today)).toBe('Premier contact aujourd’hui')
})

test('an outcome takes the word of its kind', () => {
  expect(outcomeName('reached', 'phone', 'fr')).toBe('Jointe')
  expect(outcomeName('sent', 'email', 'fr')).toBe('Envoyé')
  expect(outcomeName('done', 'post', 'fr')).toBe('Publié')
  expect(touchName(5, 'fr')).toBe('5e contact')
})
