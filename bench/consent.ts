import { addDays, asDay, instantAt } from '#method/calendar/day.ts'
import { channels, type ConsentEvent, type ConsentFact } from '#method/consent/consent.ts'
import { canContact } from '#method/consent/can-contact.ts'
import { judge } from '#method/consent/judge.ts'
import { contactMoment } from '#method/consent/moment.ts'
import { consentReader } from '#method/consent/standing.ts'
import { aRecipient, aSender, on } from '#test/consents.ts'
import { personAt } from './people-file.ts'
import { medianOf, ms, type Line } from './timing.ts'

const facts: readonly ConsentFact[] = [
  { type: 'purchase', reference: '' },
  { type: 'inquiry', means: 'phone', words: '' },
  { type: 'address-disclosed', role: 'Direction', relevance: 'Coaching', noSolicitation: false },
  { type: 'withdrawal', scope: { type: 'writing' }, means: 'link', words: '' },
  { type: 'import-claim', claim: 'unknown', words: '' },
]

// A third of the people have an empty ledger, the others one to four facts of the last two years.
const ledgerAt = (n: number): readonly ConsentEvent[] =>
  Array.from({ length: n % 3 === 0 ? 0 : (n % 4) + 1 }, (_, place) => {
    const at = instantAt(addDays(asDay('2024-11-01'), (n * 7 + place * 131) % 750), '10:00', 'America/Toronto')
    return {
      id: `${n}.${place}`,
      contactId: String(n),
      memberId: 'nadia',
      fact: facts[(n + place) % facts.length] as ConsentFact,
      occurredAt: at,
      recordedAt: at,
    }
  })

/** Whether each of the people that a device holds may be contacted, by each channel. */
export const benchConsent = async (count: number): Promise<readonly Line[]> => {
  const sender = aSender()
  const people = Array.from({ length: count }, (_, n) => ({ events: ledgerAt(n), contact: aRecipient({ city: personAt(n).city }) }))
  const read = () => {
    const standingOf = consentReader(sender)
    return people.map(({ events, contact }) => standingOf(events, contact))
  }
  const standings = read()
  const reading = await medianOf(10, read)
  const at = on('2026-11-23')
  const asked = await medianOf(20, () => {
    const moment = contactMoment(at, sender)
    for (const standing of standings) for (const channel of channels) judge(standing, moment, { channel, purpose: 'personal' })
  })
  const whole = await medianOf(5, () => people.slice(0, 1000).map((person) => canContact({ ...person, channel: 'email', purpose: 'personal', at, sender })))
  const each = (value: number, times: number) => `${((value / times) * 1000).toFixed(1)} µs each`
  const said = count.toLocaleString('en-CA')
  return [
    {
      what: `consent of ${said} people by four channels`,
      measured: ms(asked),
      reference: each(asked, count * 4),
      goal: 'under 100 ms',
      isReached: asked < 100,
    },
    { what: `reading the consent ledgers of ${said} people`, measured: ms(reading), reference: each(reading, count), goal: '—', isReached: null },
    { what: 'one question from an unread ledger', measured: ms(whole / 1000), reference: each(whole, 1000), goal: '—', isReached: null },
  ]
}
