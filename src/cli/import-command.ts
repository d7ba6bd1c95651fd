import { resolve } from 'node:path'
import { exitCodeOf, historyAsJson, historyAsSentences } from './activities-saying.ts'
import { tellAhead } from '#server/evidence/kept-bilan.ts'
import type { Command } from './command.ts'
import { readFlags, type Told } from './flags.ts'
import { importedActivities } from './import-activities.ts'
import { undoneImport } from './import-undo.ts'
import { refuseUnreadable } from './readable-file.ts'
import { Refused, settingsOf } from './say.ts'
import { spareMemory } from './spare-memory.ts'
import { inWorkspaceOf } from './workspace.ts'

const bare = ['--dry-run', '--json', '--let-go']
const valued = ['--map', '--member', '--ambiguous', '--zone', '--currency']
// Long enough for the last word to the other devices to leave before the connections close.
const lastWordMs = 100

/** `entrain import people FILE`, `entrain import activities FILE`, `entrain import undo ID`. */
export const importCommand: Command = async (words) => {
  const [what] = words
  if (what === 'people') return (await import('./import.ts')).importCommand(words)
  spareMemory()
  const told = readFlags(words.slice(1), bare, valued)
  if (what === 'activities' && told.words.length === 1) return importActivities(told)
  if (what === 'undo' && told.words.length === 1) return undo(told)
  throw new Refused(
    'Dites « entrain import people FICHIER », « entrain import activities FICHIER » (--dry-run pour un essai) ou « entrain import undo NUMÉRO ».',
    'Say “entrain import people FILE”, “entrain import activities FILE” (--dry-run for a trial) or “entrain import undo NUMBER”.',
    2,
  )
}

const importActivities = async (told: Told): Promise<number> => {
  const file = resolve(told.words[0] ?? '')
  refuseUnreadable(file, told.is('--json'))
  const ambiguous = told.one('--ambiguous') ?? 'skip'
  if (ambiguous !== 'skip' && ambiguous !== 'first') throw new Refused('--ambiguous veut skip ou first.', '--ambiguous wants skip or first.', 2)
  return inWorkspaceOf(settingsOf(told.rest), told.one('--member'), async (database, actor) => {
    const result = await importedActivities(database, actor, file, {
      dryRun: told.is('--dry-run'),
      letGo: told.is('--let-go'),
      map: told.all('--map'),
      ambiguous,
      zone: told.one('--zone'),
      currency: told.one('--currency'),
    })
    if (result.written) await lastWord()
    process.stdout.write(`${told.is('--json') ? historyAsJson(result) : historyAsSentences(result)}\n`)
    // All is written, and said: someone who stops it here only lets the first look at her Bilan wait.
    if (result.written) await tellAhead(database, actor, Date.now())
    return exitCodeOf(result)
  })
}

const undo = async (told: Told): Promise<number> => {
  const importId = told.words[0] ?? ''
  return inWorkspaceOf(settingsOf(told.rest), told.one('--member'), async (database, actor) => {
    const { facts, wasUndone } = await undoneImport(database, actor, importId)
    await lastWord()
    const said =
      wasUndone && facts === 0
        ? ['Cette importation était déjà annulée.', 'This import was taken back already.']
        : [
            `L’importation est annulée (activités et ventes retirées\u00A0: ${facts}). Les personnes contactées depuis sont restées.`,
            `The import is taken back (activities and sales withdrawn: ${facts}). People contacted since have stayed.`,
          ]
    process.stdout.write(told.is('--json') ? `${JSON.stringify({ importId, facts, wasUndone })}\n` : `${said.join('\n')}\n`)
    return 0
  })
}

const lastWord = (): Promise<void> => new Promise((after) => setTimeout(after, lastWordMs))
