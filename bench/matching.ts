import { knownOf } from '#method/contact/import-plan.ts'
import { createMatcher } from '#method/contact/match.ts'
import { matchEnquiry } from '#method/enquiry/match-enquiry.ts'
import { contactAt } from './ranking.ts'
import { medianOf, ms, ratio, type Line } from './timing.ts'

/** Whose enquiry this is, and who is already known, among the people that a device holds; beside it, one reading of their names. */
export const benchMatching = async (count: number): Promise<readonly Line[]> => {
  const contacts = Array.from({ length: count }, (_, n) => contactAt(n))
  const asked = contacts[Math.floor(count / 2)]
  if (!asked) return []
  const wanted = { name: asked.name, email: asked.emails[0]?.address ?? '', phone: '', city: asked.city }
  const reading = await medianOf(20, () => contacts.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase()))
  const enquiry = await medianOf(20, () => matchEnquiry(wanted, contacts))
  const all = await medianOf(10, () => createMatcher(contacts.map(knownOf)))
  const what = `among ${count.toLocaleString('en-CA')} people`
  return [
    {
      what: `whose enquiry this is, ${what}`,
      measured: ms(enquiry),
      reference: `${ratio(enquiry / reading)} one reading of their names`,
      goal: 'under 100 ms',
      isReached: enquiry < 100,
    },
    {
      what: `learning who is known before a file is read, ${what}`,
      measured: ms(all),
      reference: `${ratio(all / reading)} one reading of their names`,
      goal: '—',
      isReached: null,
    },
  ]
}
