import { foldTight } from '../contact/fold.ts'

/** What a template can say of the person it goes to, of the event or offer, and of who writes. */
export const details = [
  'first-name',
  'name',
  'organisation',
  'city',
  'phone',
  'event',
  'date',
  'time',
  'place',
  'venue',
  'link',
  'offer',
  'last-words',
  'my-name',
] as const
/** One of the details. */
export type Detail = (typeof details)[number]

/** The details of one person and one occasion, as plain text; what is absent or empty is not known. */
export type Details = Readonly<Partial<Record<Detail, string>>>

/** How each detail is written between braces in a template, by language: part of the grammar, offered by the editor. */
export const writtenDetails: Readonly<Record<Detail, { readonly fr: string; readonly en: string }>> = {
  'first-name': { fr: 'prénom', en: 'first name' },
  name: { fr: 'nom', en: 'name' },
  organisation: { fr: 'entreprise', en: 'company' },
  city: { fr: 'ville', en: 'city' },
  phone: { fr: 'téléphone', en: 'phone' },
  event: { fr: 'événement', en: 'event' },
  date: { fr: 'date', en: 'date' },
  time: { fr: 'heure', en: 'time' },
  place: { fr: 'lieu', en: 'place' },
  venue: { fr: 'salle', en: 'venue' },
  link: { fr: 'lien', en: 'link' },
  offer: { fr: 'offre', en: 'offer' },
  'last-words': { fr: 'derniers mots', en: 'last words' },
  'my-name': { fr: 'mon nom', en: 'my name' },
}

const byWriting = new Map<string, Detail>([
  ...details.flatMap((detail) => [writtenDetails[detail].fr, writtenDetails[detail].en].map((written) => [foldTight(written), detail] as const)),
  ['organisation', 'organisation'],
  ['organization', 'organisation'],
])

/** The detail that a name stands for, in either language, without regard to accents, case or spaces. */
export const readDetail = (name: string): Detail | undefined => byWriting.get(foldTight(name))
