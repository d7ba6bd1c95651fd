import { addDays, asDay, asInstant } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact } from '#method/contact/contact.ts'
import { createSearch } from '#method/contact/search.ts'
import { personAt } from './people-file.ts'
import { medianOf, ms, type Line } from './timing.ts'

const today = asDay('2026-11-23')

const contactAt = (n: number): Contact => {
  const { firstName, lastName, email, phone, city, note } = personAt(n)
  const touched = n % 3 === 0 ? null : asInstant(Date.parse('2026-11-23T15:00:00Z') - (n % 300) * 86_400_000)
  return {
    ...blankFields,
    ...blankHistory,
    id: `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`,
    name: `${firstName} ${lastName}`,
    city,
    notes: note,
    emails: [{ label: 'work', address: email }],
    phones: [{ label: 'work', number: phone }],
    touches: touched === null ? 0 : 2,
    lastTouchAt: touched,
    nextStep: {
      due: addDays(today, (n % 60) - 10),
      time: null,
      kind: null,
      promised: n % 20 === 0,
      note: '',
      origin: touched === null ? 'first' : 'proposed',
      setBy: null,
    },
    letGo: null,
    createdAt: asInstant(Date.parse('2026-01-01T15:00:00Z') + n * 1000),
    createdBy: 'nadia',
    importId: null,
    archivedAt: null,
    deletedAt: null,
    mergedInto: null,
  }
}

/** Who comes next and instant search, over the people that a device holds. */
export const benchMethod = async (count: number): Promise<readonly Line[]> => {
  const contacts = Array.from({ length: count }, (_, n) => contactAt(n))
  const search = createSearch(contacts.map((contact) => [contact.id, contact] as const))
  const queries = ['nathalie tremblay', 'saint', 'cote gra', '514 200', 'personne77', 'zzzz']
  const asked = await medianOf(30, () => {
    for (const query of queries) search.search(query, 50)
  })
  const people = count.toLocaleString('en-CA')
  return [{ what: `search of ${people} people, one key`, measured: ms(asked / queries.length), reference: '', goal: '—', isReached: null }]
}
