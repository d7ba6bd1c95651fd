import type { Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { formatPhone } from '#method/contact/phone.ts'
import type { Event } from '#method/event/event.ts'
import type { Details } from '#method/message/details.ts'
import { firstNameOf } from '#method/message/first-name.ts'
import type { Offer } from '#method/sale/sale.ts'
import { formatDay, formatTime } from './format.ts'
import type { Language } from './language.ts'

/** Whom a message speaks of, and from whom. */
export type MessageOccasion = {
  readonly contact: Pick<Contact, 'name' | 'organisation' | 'city' | 'phones' | 'lastWords'>
  readonly event: Pick<Event, 'title' | 'day' | 'time' | 'place' | 'venue' | 'link'> | null
  readonly offer: Pick<Offer, 'name'> | null
  readonly myName: string
}

/** The details that fill a template for one person: hers, the event's, the offer's, in the language of the template. */
export function messageDetails({ contact, event, offer, myName }: MessageOccasion, language: Language, today: Day): Details {
  const [phone] = contact.phones
  return {
    'first-name': firstNameOf(contact.name, contact.organisation),
    name: contact.name,
    organisation: contact.organisation,
    city: contact.city,
    phone: phone ? formatPhone(phone.number, phone.extension, language) : '',
    'last-words': contact.lastWords,
    ...(event && {
      event: event.title,
      date: formatDay(event.day, language, 'weekday', today),
      time: event.time === null ? '' : formatTime(event.time, language),
      place: event.place,
      venue: event.venue,
      link: event.link,
    }),
    ...(offer && { offer: offer.name }),
    'my-name': myName,
  }
}
