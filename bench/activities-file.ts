import { closeSync, openSync, writeSync } from 'node:fs'
import { personAt } from './people-file.ts'

const kinds = ['Appel', 'Appel', 'Appel', 'Courriel', 'Texto', 'Rencontre', 'Vidéo']
const outcomes = ['Pas de réponse', 'Message laissé', 'Jointe', 'Jointe', 'Pas maintenant', 'Non', '']
const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

/** The shape of a made-up log: how many rows, over how many people and days. */
export type LogShape = { readonly rows: number; readonly people: number; readonly days: number }

const dayOfRow = (row: number, { rows, days }: LogShape): string =>
  new Date(Date.UTC(2026, 9, 31, 12) - Math.floor(((rows - 1 - row) * days) / rows) * 86_400_000).toISOString().slice(0, 10)

/** Writes a CSV of past activities in the order of the days, always the same; one row in forty is a sale. */
export const writeActivitiesFile = (path: string, shape: LogShape): void => {
  const file = openSync(path, 'w')
  writeSync(file, 'Personne;Courriel;Ville;Date;Heure;Genre;Résultat;Montant;Note\r\n')
  // A step prime to the number of people visits each of them as often as the others.
  const step = 7919
  for (let from = 0; from < shape.rows; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, shape.rows - from) }, (_, place) => {
      const row = from + place
      const { firstName, lastName, email, city } = personAt((row * step) % shape.people)
      const time = `${9 + (row % 9)}:${String((row * 7) % 60).padStart(2, '0')}`
      const isSale = row % 40 === 39
      const what = isSale
        ? `Vente;;${100 + (row % 900)},50 $;`
        : `${of(kinds, row)};${of(outcomes, Math.floor(row / 3))};;"Rappeler au sujet de la soumission ${row % 1000}"`
      return `${firstName} ${lastName};${email};${city};${dayOfRow(row, shape)};${time};${what}\r\n`
    })
    writeSync(file, lines.join(''))
  }
  closeSync(file)
}
