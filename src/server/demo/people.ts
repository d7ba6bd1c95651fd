import { blankFields } from '#method/contact/contact.ts'
import type { ContactFields, Relationship } from '#method/contact/contact.ts'
import type { Chance } from './chance.ts'

const firstNames = [
  'Nathalie',
  'Sylvie',
  'Isabelle',
  'Chantal',
  'Josée',
  'Manon',
  'Julie',
  'Caroline',
  'Mélanie',
  'Annie',
  'Stéphanie',
  'Geneviève',
  'Émilie',
  'Catherine',
  'Marie-Ève',
  'Valérie',
  'Audrey',
  'Ariane',
  'Camille',
  'Océane',
  'Maïka',
  'Thi Lan',
  'Fatima',
  'Amina',
  'Gabriela',
  'Ginette',
  'Lise',
  'Diane',
  'Johanne',
  'Marc-André',
  'Jean-François',
  'Éric',
  'Stéphane',
  'Martin',
  'Patrick',
  'Benoît',
  'Frédérick',
  'Mathieu',
  'Olivier',
  'Simon',
  'Hugo',
  'Karim',
  'Mamadou',
  'Luis',
  'Raphaël',
] as const
const lastNames = [
  'Tremblay',
  'Gagnon',
  'Roy',
  'Côté',
  'Bouchard',
  'Gauthier',
  'Morin',
  'Lavoie',
  'Fortin',
  'Gagné',
  'Ouellet',
  'Pelletier',
  'Bélanger',
  'Lévesque',
  'Bergeron',
  'Leblanc',
  'Paquette',
  'Girard',
  'Simard',
  'Boucher',
  'Caron',
  'Beaulieu',
  'Cloutier',
  'Dubé',
  'Poirier',
  'Fournier',
  'Lapointe',
  'Leclerc',
  'St-Onge',
  'Thériault',
  'Desrochers',
  'Nguyen',
  'Diallo',
  'Benali',
  'Ramirez',
  'Haddad',
] as const
const cities = [
  ['Drummondville', 8],
  ['Montréal', 14],
  ['Québec', 10],
  ['Sherbrooke', 6],
  ['Trois-Rivières', 6],
  ['Laval', 8],
  ['Longueuil', 6],
  ['Gatineau', 5],
  ['Saguenay', 4],
  ['Lévis', 5],
  ['Granby', 4],
  ['Saint-Hyacinthe', 4],
  ['Victoriaville', 4],
  ['Rimouski', 3],
  ['Joliette', 3],
  ['Sorel-Tracy', 2],
  ['Magog', 3],
  ['Shawinigan', 3],
  ['Saint-Jérôme', 3],
  ['Sainte-Thérèse', 2],
  ['Rouyn-Noranda', 2],
  ['Alma', 2],
] as const
const trades = ['Café', 'Studio', 'Atelier', 'Boutique', 'Clinique', 'Salon', 'Librairie', 'Boulangerie', 'Ferme', 'Garderie'] as const
const places = ['du Quai', 'des Érables', 'Ébène', 'Boréal', 'du Marché', 'Saint-Laurent', 'des Cantons', 'La Grande Ourse', 'du Moulin', 'Rive-Sud'] as const
const sources = ['Chambre de commerce', 'Recommandation', 'Site web', 'Conférence', 'Salon des entrepreneures', 'Ancienne collègue', ''] as const

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

/** An invented person; numbers and addresses are of the ranges reserved for examples, so that nobody real is ever reached. */
export const inventedPerson = (chance: Chance, n: number, relationship: Relationship): ContactFields => {
  const first = chance.pick(firstNames)
  const last = chance.pick(lastNames)
  const hasOrganisation = chance.next() < 0.45
  return {
    ...blankFields,
    name: `${first} ${last}`,
    organisation: hasOrganisation ? `${chance.pick(trades)} ${chance.pick(places)}` : '',
    role: hasOrganisation && chance.next() < 0.4 ? chance.pick(['Propriétaire', 'Directrice', 'Associé', 'Gérante']) : '',
    emails: chance.next() < 0.8 ? [{ label: 'travail', address: `${plain(first)}.${plain(last)}${n}@example.com` }] : [],
    phones: chance.next() < 0.92 ? [{ label: 'mobile', number: `+1${chance.pick(['514', '450', '819', '418'])}5550${String(100 + (n % 100))}` }] : [],
    city: chance.weighted(cities),
    birthday: chance.next() < 0.2 ? `--${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}` : '',
    language: chance.next() < 0.9 ? 'fr' : 'en',
    relationship,
    // Those met at work are reached at work; the others are private people.
    line: hasOrganisation || relationship === 'potential' ? 'business' : 'consumer',
    tags: chance.next() < 0.25 ? [chance.pick(['infolettre', 'conférence', 'atelier', 'VIP'])] : [],
    source: chance.pick(sources),
  }
}
