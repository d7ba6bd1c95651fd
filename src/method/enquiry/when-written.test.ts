import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, timeOf, type Day } from '../calendar/day.ts'
import { readEnquiry, readPastedEnquiry } from './read-enquiry.ts'
import { whenWritten } from './when-written.ts'

const zone = 'America/Toronto'

test.each([
  '27 novembre 2026 14:03',
  'ven. 27 nov. 2026 à 14:03',
  'vendredi 27 novembre 2026 14:03:22',
  '27 novembre 2026 à 14 h 03',
  '27 novembre 2026 à 14 h 03 min 12 s UTC−5',
  'le 27/11/2026 à 14:03',
  'Friday, November 27, 2026 2:03 PM',
  'Fri, Nov 27, 2026 at 2:03\u202Fp.m.',
  'November 27, 2026 at 11:03:12 AM PST',
  'Fri, 27 Nov 2026 14:03:00 -0500',
  'Fri, 27 Nov 2026 19:03:00 +0000 (UTC)',
  '11/27/2026 2:03 PM',
  '2026-11-27 14:03',
  '2026-11-27T19:03:00Z',
])('« %s » is one moment', (text) => {
  expect(whenWritten(text, zone)).toBe('2026-11-27T19:03:00.000Z')
})

test.each(['03/02/2026 14:00', 'vendredi 14:00', '27 nov. 14:03', '27 novembre 2026', '31 février 2026 10:00', '27 novembre 2026 25:00', 'hier', ''])(
  'what can be read in two ways, or is no moment, is left alone: « %s »',
  (text) => {
    expect(whenWritten(text, zone)).toBeNull()
  },
)

test('mars is a month and a « mar. » is a Tuesday', () => {
  expect(whenWritten('mar. 3 mars 2026 à 09:05', zone)).toBe('2026-03-03T14:05:00.000Z')
  expect(whenWritten('mardi 3 mars 2026 09:05', zone)).toBe('2026-03-03T14:05:00.000Z')
})

test('a message pasted on Monday came when its headings say, by the clock of who pastes it', () => {
  const text = 'De : Josée Lavoie <josee@exemple.ca>\nEnvoyé : 20 novembre 2026 14:03\nÀ : Nadia\nObjet : Question\n\nBonjour, combien coûte l’atelier?'
  expect(readPastedEnquiry(text, { zone })).toMatchObject({ name: 'Josée Lavoie', receivedAt: '2026-11-20T19:03:00.000Z' })
  expect(readPastedEnquiry(text, { zone: 'America/Regina' }).receivedAt).toBe('2026-11-20T20:03:00.000Z')
  expect(readPastedEnquiry(text).receivedAt).toBeNull()
})

test('a message file that passes another on gives the moment of the other, unless it is later than its own', () => {
  const inner = (date: string) =>
    `Pour suivi\n\n---------- Forwarded message ---------\nDe : Josée <josee@exemple.ca>\nDate: ${date}\nSubject: Question\n\nBonjour!`
  const read = (date: string) => readEnquiry({ subject: 'Tr: Question', date: 'Mon, 23 Nov 2026 09:00:00 -0500', text: inner(date) }, { zone }).receivedAt
  expect(read('ven. 20 nov. 2026 à 14:03')).toBe('2026-11-20T19:03:00.000Z')
  expect(read('ven. 27 nov. 2026 à 14:03')).toBe('2026-11-23T14:00:00.000Z')
  expect(read('vendredi')).toBe('2026-11-23T14:00:00.000Z')
})

test('whatever is written, it is a moment or nothing, and a moment told is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(() => whenWritten(text, zone)).not.toThrow()
    }),
  )
  const minute = fc.integer({ min: 0, max: 1439 }).map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10) as Day)
  const words = (at: Day, language: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${at}T00:00Z`))
  fc.assert(
    fc.property(day, minute, fc.constantFrom('fr-CA', 'en-CA', 'en-US'), (on, time, language) => {
      const at = instantAt(on, time, zone)
      expect(whenWritten(`${words(on, language)} ${time}`, zone)).toBe(at)
      expect(timeOf(at, zone)).toMatch(/^\d{2}:\d{2}$/)
    }),
  )
})
