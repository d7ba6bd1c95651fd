import type { Words } from './language.ts'

/** What the icon of a kind shows, for those who hear the screen. */
export const iconNames: Readonly<Record<string, Words>> = {
  phone: { fr: 'Téléphone', en: 'Telephone' },
  mail: { fr: 'Enveloppe', en: 'Envelope' },
  'message-circle': { fr: 'Bulle de texte', en: 'Speech bubble' },
  'calendar-check': { fr: 'Calendrier', en: 'Calendar' },
  'pen-line': { fr: 'Stylo', en: 'Pen' },
  handshake: { fr: 'Poignée de main', en: 'Handshake' },
  video: { fr: 'Caméra', en: 'Camera' },
  users: { fr: 'Groupe', en: 'Group' },
  megaphone: { fr: 'Porte-voix', en: 'Megaphone' },
  coffee: { fr: 'Café', en: 'Coffee' },
  gift: { fr: 'Cadeau', en: 'Gift' },
  heart: { fr: 'Cœur', en: 'Heart' },
  lightbulb: { fr: 'Ampoule', en: 'Light bulb' },
  mic: { fr: 'Micro', en: 'Microphone' },
  newspaper: { fr: 'Journal', en: 'Newspaper' },
  package: { fr: 'Colis', en: 'Parcel' },
  presentation: { fr: 'Tableau', en: 'Presentation' },
  send: { fr: 'Avion de papier', en: 'Paper plane' },
  star: { fr: 'Étoile', en: 'Star' },
  store: { fr: 'Boutique', en: 'Shop' },
}
