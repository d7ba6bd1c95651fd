import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Author, Operation, Put } from '#method/ledger/operation.ts'
import { decide } from '#method/ledger/decide.ts'
import { tables } from '#method/ledger/operation.ts'
import { memoryServer, memoryWorkspace, type MemoryServer } from '../../../test/memory-server.ts'
import { anyChange, idOf } from '../../../test/operations.ts'
import { nextBatch } from './batch.ts'
import { createFacts } from './facts.ts'
import { replay } from './overlay.ts'

const author: Author = { memberId: memoryWorkspace.memberId, isOwner: true }

/** A device as the sync makes it: confirmed rows, an outbox, and what is shown. */
const device = (server: MemoryServer) => {
  const facts = createFacts()
  let waiting: { sequence: number; operation: Operation }[] = []
  const refused: string[] = []
  let cursor = 0
  let sequence = 0
  let isOnline = true
  const pull = (answered: ReadonlySet<string>): void => {
    for (let more = true; more;) {
      const page = server.pull(cursor)
      const puts = tables.flatMap((table) => page.rows[table].map((row) => ({ table, row }) as Put))
      facts.uncover()
      facts.confirm(puts)
      cursor = page.cursor
      more = page.more
    }
    waiting = waiting.filter(({ operation }) => !answered.has(operation.id))
    replay(
      facts,
      waiting.map(({ operation }) => operation),
      author,
    )
  }
  return {
    facts,
    refused,
    waiting: () => waiting.length,
    setOnline: (online: boolean) => {
      isOnline = online
    },
    write: (operation: Operation): boolean => {
      const decision = decide(facts.world, operation, author)
      if (!decision.ok) return false
      sequence += 1
      waiting.push({ sequence, operation })
      facts.cover(decision.puts)
      return true
    },
    pull: () => {
      if (isOnline) pull(new Set())
    },
    push: (isAnswerLost: boolean): void => {
      const batch = nextBatch(waiting, { operations: 3, characters: 100_000 })
      if (!isOnline || batch.length === 0) return
      const { answers } = server.push({ device: 'd', operations: batch })
      if (isAnswerLost) return
      for (const answer of answers) if (answer.status === 'refused') refused.push(answer.id)
      pull(new Set(answers.map(({ id }) => id)))
    },
  }
}

const command = fc.record({
  device: fc.nat(2),
  act: fc.oneof(
    { weight: 6, arbitrary: anyChange.map((change) => ({ type: 'write' as const, change })) },
    { weight: 2, arbitrary: fc.constantFrom({ type: 'push' as const }, { type: 'lose-answer' as const }, { type: 'pull' as const }) },
    fc.boolean().map((online) => ({ type: 'online' as const, online })),
  ),
})

test('three devices that lose the network and answers end with the same rows, nothing lost, nothing twice', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 60 }), (commands) => {
      const server = memoryServer()
      server.faults.pageSize = 2
      const devices = [device(server), device(server), device(server)] as const
      const written = new Set<string>()
      const zone = 'America/Toronto'
      commands.forEach(({ device: which, act }, n) => {
        const own = devices[which]
        if (!own) return
        if (act.type === 'write') {
          const operation: Operation = {
            id: idOf(9, n),
            at: new Date(Date.parse('2026-11-23T15:00:00Z') + n * 60_000).toISOString() as Operation['at'],
            zone,
            change: act.change,
          }
          if (own.write(operation)) written.add(operation.id)
        } else if (act.type === 'online') own.setOnline(act.online)
        else if (act.type === 'pull') own.pull()
        else own.push(act.type === 'lose-answer')
      })
      for (const own of devices) {
        own.setOnline(true)
        while (own.waiting() > 0) own.push(false)
      }
      for (const own of devices) own.pull()
      expect(new Set(server.operationIds())).toEqual(written)
      const byId = (rows: Iterable<{ readonly id: string }>) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
      for (const table of tables) for (const own of devices) expect(byId(own.facts.all(table).values())).toEqual(byId(server.every(table)))
      for (const { id, contactIds } of server.every('activity'))
        for (const contactId of contactIds) {
          const told = devices[0].facts.activitiesOf(contactId).filter((activity) => activity.id === id)
          expect(told).toHaveLength(1)
        }
    }),
    { numRuns: 150 },
  )
})

test('what one device shows after any writes is what it shows after reading itself again', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
      const server = memoryServer()
      const lived = device(server)
      const operations = changes.map((change, n): Operation => ({
        id: idOf(9, n),
        at: new Date(Date.parse('2026-11-23T15:00:00Z') + n * 60_000).toISOString() as Operation['at'],
        zone: 'America/Toronto',
        change,
      }))
      const own = operations.filter((operation) => lived.write(operation))
      const again = createFacts()
      replay(again, own, author)
      for (const table of tables) expect([...again.all(table)]).toEqual([...lived.facts.all(table)])
      for (const contact of again.all('contact').values()) expect(lived.facts.activitiesOf(contact.id)).toEqual(again.activitiesOf(contact.id))
    }),
    { numRuns: 150 },
  )
})
