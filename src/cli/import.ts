import { basename, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Day } from '#method/calendar/day.ts'
import { provenanceClaims } from '#method/consent/consent.ts'
import { isOpen } from '#method/contact/contact.ts'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import { knownOf } from '#method/contact/import-plan.ts'
import { createMatcher } from '#method/contact/match.ts'
import { reachStore } from '#server/app/open-store.ts'
import { paceOfMember, peopleKnown, peopleOf } from '#server/contact/import-store.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import type { Actor } from '#server/identity/actor.ts'
import { openIdentityDatabase } from '#server/identity/database.ts'
import { ensureOwner } from '#server/identity/owner.ts'
import { readPeople, settlements, type Known, type Outcome, type Settlement } from './import-reading.ts'
import { asJson, asSentences, exitCodeOf, type Result, type Summary } from './import-saying.ts'
import { writePeople, type Provenance } from './import-writing.ts'
import type { Command } from './command.ts'
import { readFlags, type Told } from './flags.ts'
import { refuseUnreadable } from './readable-file.ts'
import { Refused, settingsOf, tell } from './say.ts'
import type { Settings } from './settings.ts'

const bare = ['--dry-run', '--json']
const valued = ['--provenance', '--to-decide']
// Left alone, V8 lets garbage grow to several times what lives; a large import would take that memory from Entrain running beside it.
const sparing = ['--semi-space-growth-factor=1', '--heap-growing-percent=100']

/** `entrain import people FILE [--dry-run] [--json] [--provenance WHERE] [--to-decide new|same|skip]`. */
export const importCommand: Command = (words) => {
  for (const flag of sparing) setFlagsFromString(flag)
  const told = readFlags(words, bare, valued)
  return importPeople(told, settingsOf(told.rest))
}

/** Where the addresses are said to come from, in the words of the screen; it gives no right to write, and without it nothing is said. */
const provenanceOf = (given: string | null): Provenance => {
  const found = provenanceClaims.find((claim) => claim === (given ?? 'unknown'))
  if (found) return found
  const all = provenanceClaims.join(', ')
  throw new Refused(`--provenance veut l’un de ces mots\u00A0: ${all}.`, `--provenance wants one of these words: ${all}.`, 2)
}

/** What becomes of the rows to decide, when it is said. */
const settlementOf = (given: string | null): Settlement | null => {
  const found = settlements.find((word) => word === given)
  if (given === null || found) return found ?? null
  throw new Refused('--to-decide veut l’un de ces mots\u00A0: new, same, skip.', '--to-decide wants one of these words: new, same, skip.', 2)
}

/** Imports a file of people into the owner's workspace, beside a running Entrain or without one. Answers the exit code. */
const importPeople = async (told: Told, settings: Settings): Promise<number> => {
  const [what, given, ...more] = told.words
  const provenance = provenanceOf(told.one('--provenance'))
  const settlement = settlementOf(told.one('--to-decide'))
  if (what !== 'people' || given === undefined || more.length > 0) {
    throw new Refused(
      'Dites « entrain import people FICHIER », avec --dry-run pour un essai.',
      'Say “entrain import people FILE”, with --dry-run for a trial.',
      2,
    )
  }
  const file = resolve(given)
  refuseUnreadable(file, told.is('--json'))
  const store = await reachStore(settings, tell)
  try {
    await migrate(store.owner)
    const actor = await ownerOf(store.app)
    const database = openDatabase({ ...store.app, max: 2 })
    try {
      const result = await imported(database, actor, file, told.is('--dry-run'), provenance, settlement)
      process.stdout.write(`${told.is('--json') ? asJson(result) : asSentences(result)}\n`)
      return exitCodeOf(result)
    } finally {
      await database.destroy()
    }
  } finally {
    await store.close()
  }
}

const ownerOf = async (config: Parameters<typeof openIdentityDatabase>[0]): Promise<Actor> => {
  const identity = openIdentityDatabase(config)
  try {
    const { userId, workspaceId } = await ensureOwner(identity)
    return { workspaceId, memberId: userId, role: 'owner' }
  } finally {
    await identity.destroy()
  }
}

// Long enough for the last word to the other devices to leave before the connections close.
const lastWordMs = 100

/** Reads the whole file before anything is written, so that a file refused at its end brings nothing; then writes what it brings. */
export const imported = async (
  database: Database,
  actor: Actor,
  file: string,
  dryRun: boolean,
  provenance: Provenance = 'unknown',
  settlement: Settlement | null = null,
): Promise<Result> => {
  const pace = await paceOfMember(database, actor)
  const spool = newSpool()
  const due = new Map<Day, number>()
  // What is known of people is dropped once the file is read: writing needs none of it.
  const { summary, refusal } = await summed(
    readPeople(file, await whoIsThere(database, actor, due), pace.settings.language, settlement),
    dryRun ? () => undefined : spool.put,
  )
  const asked = { database, actor, pace, fileName: basename(file), newPeople: summary.counts.new, due, provenance, now: Date.now() }
  const written = refusal || dryRun || spool.isEmpty() ? null : await writePeople(spool.take(), asked)
  if (written) await new Promise((after) => setTimeout(after, lastWordMs))
  return { file: basename(file), dryRun, provenance, summary, refusal, written }
}

/** Everyone who is there, archived people too; counts in `due` how many next steps each day already holds. */
const whoIsThere = async (database: Database, actor: Actor, due: Map<Day, number>): Promise<Known> => {
  const matcher = createMatcher()
  const archived = new Set<string>()
  for await (const people of peopleKnown(database, actor)) {
    for (const person of people) {
      matcher.know(knownOf(person))
      if (person.archivedAt !== null) archived.add(person.id)
      if (isOpen(person) && person.nextStep) due.set(person.nextStep.due, (due.get(person.nextStep.due) ?? 0) + 1)
    }
  }
  return { matcher, archived, people: (ids) => peopleOf(database, actor, ids) }
}

/** What is to be written, as text: about the size of the file, where the same as objects would weigh ten times more. */
const newSpool = () => {
  const pieces: Buffer[] = []
  return {
    isEmpty: () => pieces.length === 0,
    put: (outcomes: readonly Outcome[]) => {
      const brought = outcomes.filter(({ as }) => as === 'new' || as === 'completes')
      if (brought.length > 0) pieces.push(Buffer.from(JSON.stringify(brought)))
    },
    take: function* (): Generator<readonly Outcome[], void> {
      for (let piece = pieces.shift(); piece; piece = pieces.shift()) yield JSON.parse(piece.toString('utf8')) as readonly Outcome[]
    },
  }
}

type Reading = AsyncGenerator<readonly Outcome[], FileRefusal | null>
const summed = async (
  reading: Reading,
  keep: (outcomes: readonly Outcome[]) => void,
): Promise<{ readonly summary: Summary; readonly refusal: FileRefusal | null }> => {
  const counts = { rows: 0, new: 0, same: 0, completed: 0, archived: 0, settledAsNew: 0, settledAsSame: 0, toDecide: 0, errors: 0 }
  const settled: Summary['settled'][number][] = []
  const errors: Summary['errors'][number][] = []
  const toDecide: Summary['toDecide'][number][] = []
  for (;;) {
    const next = await reading.next()
    if (next.done) return { summary: { counts, errors, toDecide, settled }, refusal: next.value }
    keep(next.value)
    for (const outcome of next.value) {
      counts.rows += 1
      if ('settled' in outcome && outcome.settled) {
        const as = outcome.as === 'new' ? 'new' : 'same'
        counts[as === 'new' ? 'settledAsNew' : 'settledAsSame'] += 1
        settled.push({ line: outcome.line, as, ...outcome.settled })
      }
      if (outcome.as === 'new') counts.new += 1
      else if (outcome.as === 'same' || outcome.as === 'completes') {
        counts.same += 1
        if (outcome.as === 'completes') counts.completed += 1
        if (outcome.isArchived) counts.archived += 1
      } else if (outcome.as === 'error') {
        counts.errors += 1
        errors.push(outcome)
      } else {
        counts.toDecide += 1
        toDecide.push(outcome)
      }
    }
  }
}
