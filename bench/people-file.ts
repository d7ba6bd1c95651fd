import { closeSync, openSync, writeSync } from 'node:fs'

const first = ['Nathalie', 'Éric', 'Marie-Ève', 'Jean-François', 'Océane', 'Benoît', 'Noémie', 'Luc', 'Sylvie', 'André']
const last = ['Tremblay', 'Gagnon', 'Côté', 'Bouchard', 'Gauthier', 'Morin', 'Lavoie', 'Fortin', 'Gagné', 'Ouellet']
const cities = ['Sorel-Tracy', 'Drummondville', 'Trois-Rivières', 'Québec', 'Gatineau', 'Magog', 'Lévis', 'Granby']
const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

/** The nth person of a made-up address book, always the same. */
export const personAt = (n: number) => ({
  firstName: of(first, n),
  lastName: `${of(last, Math.floor(n / 10))}-${Math.floor(n / 100).toString(36)}`,
  email: `personne${n}@exemple${n % 500}.ca`,
  phone: `514-${String(200 + (Math.floor(n / 10_000) % 700))}-${String(n % 10_000).padStart(4, '0')}`,
  city: of(cities, n),
  note: 'Rencontrée au Salon; veut un rappel.',
})

/** Writes a CSV of that many made-up people. */
export const writePeopleFile = (path: string, count: number): void => {
  const file = openSync(path, 'w')
  writeSync(file, 'Prénom;Nom;Courriel;Téléphone;Ville;Notes\r\n')
  for (let from = 0; from < count; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, count - from) }, (_, place) => {
      const { firstName, lastName, email, phone, city, note } = personAt(from + place)
      return `${firstName};${lastName};${email};${phone};${city};"${note}"\r\n`
    })
    writeSync(file, lines.join(''))
  }
  closeSync(file)
}
