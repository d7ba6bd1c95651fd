import { expect, test } from 'vitest'
import { asDay, type Day } from '#method/calendar/day.ts'
import type { Progress } from '#method/day/progress.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { doneSentence, headline, paceSentence } from './day.ts'
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
  expect(doneSentence(of(17), 'fr')).toBe('17 faites sur 20.')
  expect(doneSentence(of(1), 'fr')).toBe('1 faite sur 20.')
  expect(doneSentence(of(17), 'en')).toBe('17 of 20 done.')
  expect(paceSentence('15:10', 'fr')).toBe('À ce rythme, vers 15\u00A0h\u00A010.')
  expect(paceSentence('15:10', 'en')).toBe('At this pace, around 3:10\u00A0p.m.')
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
