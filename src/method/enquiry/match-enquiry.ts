import { isPresent, type Contact } from '../contact/contact.ts'
import { createMatcher, type Verdict } from '../contact/match.ts'
import { readPhone } from '../contact/phone.ts'
import type { Enquiry } from './enquiry.ts'

/**
 * Whose enquiry it is: someone known by e-mail, telephone, or name and city; several to decide between; or someone new. The same
 * rules as an import (claim 5): a person confirms.
 */
export function matchEnquiry({ name, email, phone, city }: Pick<Enquiry, 'name' | 'email' | 'phone' | 'city'>, contacts: Iterable<Contact>): Verdict {
  if (name === '' && email === '' && phone === '') return { verdict: 'new' }
  const { number, extension } = readPhone(phone)
  const draft = {
    // Nameless, she may be anyone who has this address or number: an address agrees with every name.
    name: name || email || '@',
    emails: email === '' ? [] : [{ label: '', address: email }],
    phones: phone === '' ? [] : [{ label: '', number, ...(extension === undefined ? {} : { extension }) }],
    ...(city === '' ? {} : { city }),
    tags: [],
  }
  return createMatcher([...contacts].filter(isPresent)).decide(draft, 0)
}
