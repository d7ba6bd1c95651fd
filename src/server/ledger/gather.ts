import { isBuiltIn } from '#method/activity/kind.ts'
import { dayPageId } from '#method/day/day-page.ts'
import { invitationId } from '#method/event/event.ts'
import { idsOfPast } from '#method/ledger/decide-history.ts'
import type { Change, Operation, Table } from '#method/ledger/operation.ts'
import { tables } from '#method/ledger/operation.ts'
import { canonicalIn } from '#method/ledger/world.ts'
import type { Tx } from '#server/db/database.ts'
import { rowOf } from '#server/db/rows.ts'
import { knownWorld, type KnownWorld } from './known-world.ts'
import { peopleStoodOn, readWanted, type Wanted } from './world-store.ts'

/** Ids to find, and what was already asked for, so that each round asks only for what the one before revealed. */
type Search = {
  readonly want: (table: Table, ...ids: readonly (string | null)[]) => void
  readonly wantHistory: (...contactIds: readonly string[]) => void
  readonly wantImport: (importId: string) => void
  readonly wantRefunds: (saleId: string) => void
  /** What is to be asked now; null when nothing is. */
  readonly next: (world: KnownWorld) => Wanted | null
  readonly historyOf: ReadonlySet<string>
}

const fresh = (wanted: Set<string>, asked: Set<string>): string[] => {
  const ids = [...wanted].filter((id) => !asked.has(id))
  for (const id of ids) asked.add(id)
  return ids
}

const newSearch = (): Search => {
  const wanted = Object.fromEntries(tables.map((table) => [table, new Set<string>()])) as Record<Table, Set<string>>
  const asked = Object.fromEntries(tables.map((table) => [table, new Set<string>()])) as Record<Table, Set<string>>
  const [histories, imports, refunds] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const [askedHistories, askedImports, askedRefunds] = [new Set<string>(), new Set<string>(), new Set<string>()]
  return {
    historyOf: histories,
    want: (table, ...ids) => {
      for (const id of ids) if (id !== null) wanted[table].add(id)
    },
    wantHistory: (...ids) => {
      for (const id of ids) {
        histories.add(id)
        wanted.contact.add(id)
      }
    },
    wantImport: (id) => {
      imports.add(id)
      wanted.importBatch.add(id)
    },
    wantRefunds: (id) => {
      refunds.add(id)
      wanted.sale.add(id)
    },
    next: (world) => {
      const ids = tables.flatMap((table) => {
        const found = fresh(wanted[table], asked[table]).filter((id) => !world.has(table, id))
        return found.length > 0 ? [{ table, ids: found }] : []
      })
      const next = { ids, histories: fresh(histories, askedHistories), imports: fresh(imports, askedImports), refunds: fresh(refunds, askedRefunds) }
      return ids.length + next.histories.length + next.imports.length + next.refunds.length === 0 ? null : next
    },
  }
}

const wantEntry = (search: Search, change: Extract<Change, { type: 'activity.record' | 'activity.correct' }>): void => {
  search.want('activity', change.activityId)
  search.want('contact', ...change.contactIds)
  if (!isBuiltIn(change.kind)) search.want('kind', change.kind)
}

const wantPast = (search: Search, change: Extract<Change, { type: 'history.import' }>, world: KnownWorld): void => {
  search.want('importBatch', change.importId)
  const wantFact = (table: 'activity' | 'sale', id: string): void => {
    const ids = idsOfPast(world, table, id)
    search.want(table, ...ids)
    search.want('importBatch', world.get(table, ids.at(-1) ?? id)?.importId ?? null)
  }
  for (const { activityId } of change.activities) wantFact('activity', activityId)
  for (const { saleId, activityId, refunds } of change.sales) {
    wantFact('sale', saleId)
    if (activityId) wantFact('activity', activityId)
    if (!refunds) continue
    wantFact('sale', refunds)
    search.wantRefunds(idsOfPast(world, 'sale', refunds).at(-1) ?? refunds)
  }
  search.want('contact', ...change.activities.flatMap(({ contactIds }) => contactIds), ...change.sales.map(({ contactId }) => contactId))
  search.want('kind', ...change.activities.map(({ kind }) => kind).filter((kind) => !isBuiltIn(kind)))
}

/** What the decision on one change will look at, as far as the change itself tells. */
const wantFor = (search: Search, change: Change, world: KnownWorld, batch: ReadonlyMap<string, readonly string[]>, memberId: string): void => {
  switch (change.type) {
    case 'contact.add':
    case 'contact.edit':
      search.want('sequence', change.fields.sequence?.id ?? null)
      return search.want('contact', change.contactId)
    case 'contact.archive':
    case 'contact.delete':
    case 'step.set':
    case 'step.let-go':
      return search.want('contact', change.contactId)
    case 'contact.merge':
      search.want('merge', change.mergeId)
      return search.wantHistory(change.keep, change.gone)
    case 'contact.unmerge': {
      search.want('merge', change.mergeId)
      const merge = world.get('merge', change.mergeId)
      return merge && search.wantHistory(merge.keep, merge.gone)
    }
    case 'contact.import':
      search.want('importBatch', change.importId)
      return search.want('contact', ...change.rows.map(({ contactId }) => contactId))
    case 'import.undo':
      search.wantImport(change.importId)
      return search.want('contact', ...Object.keys(world.get('importBatch', change.importId)?.filled ?? {}))
    case 'activity.record':
      return wantEntry(search, change)
    case 'activity.correct':
    case 'activity.void': {
      if (change.type === 'activity.correct') wantEntry(search, change)
      const id = change.type === 'activity.correct' ? change.corrects : change.activityId
      search.want('activity', id)
      return search.wantHistory(...(world.get('activity', id)?.contactIds ?? batch.get(id) ?? []))
    }
    case 'sale.record':
      search.want('sale', change.saleId)
      search.want('contact', change.contactId)
      search.want('activity', change.activityId)
      return change.refunds === null ? undefined : search.wantRefunds(change.refunds)
    case 'sale.void':
      search.wantRefunds(change.saleId)
      return search.wantRefunds(world.get('sale', change.saleId)?.refunds ?? change.saleId)
    case 'goal.set':
      return search.want('goal', change.goal.id)
    case 'schedule.set':
      return search.want('schedule', change.schedule.id)
    case 'day-off.put':
      return search.want('dayOff', change.dayOff.id)
    case 'offer.put':
      return search.want('offer', change.offer.id)
    case 'kind.put':
      return search.want('kind', change.kind.id)
    case 'settings.put':
      return undefined
    case 'contact.erase':
      return search.wantHistory(change.contactId)
    case 'history.import':
      return wantPast(search, change, world)
    case 'history.undo':
      search.want('importBatch', change.importId)
      search.want('activity', ...change.activityIds)
      search.want('sale', ...change.saleIds)
      return search.wantHistory(...change.activityIds.flatMap((id) => world.get('activity', id)?.contactIds ?? batch.get(id) ?? []))
    case 'consent.record':
      search.want('consent', change.consentId)
      return search.want('contact', change.contactId)
    case 'enquiry.record':
    case 'enquiry.link':
      search.want('enquiry', change.enquiryId)
      search.want('consent', change.enquiryId)
      return search.want('contact', change.contactId)
    case 'enquiry.close':
      return search.want('enquiry', change.enquiryId)
    case 'event.put':
      return search.want('event', change.event.id)
    case 'invitation.put': {
      const { eventId, contactId } = change.invitation
      search.want('event', eventId)
      search.want('contact', contactId)
      return search.want('invitation', invitationId(eventId, canonicalIn(world, contactId)))
    }
    case 'template.put':
      return search.want('template', change.template.id)
    case 'sequence.put':
      return search.want('sequence', change.sequence.id)
    case 'message.queue':
      search.want('message', change.messageId)
      return search.want('contact', change.contactId)
    case 'message.cancel':
      return search.want('message', change.messageId)
    case 'day.put':
      return search.want('dayPage', dayPageId(memberId, change.day))
    case 'plan.keep':
      return search.want('plan', change.plan.id)
    case 'challenge.put':
      return search.want('challenge', change.challenge.id)
  }
}

/** What the rows found so far point to: merges up and down, and the facts that set a standing. */
const wantFromFound = (search: Search, world: KnownWorld): void => {
  const histories = new Set(search.historyOf)
  for (const contact of world.all('contact')) {
    search.want('contact', contact.mergedInto)
    search.want('sequence', contact.sequence?.id ?? null)
    if (contact.mergedInto === null) continue
    if (histories.has(contact.id)) search.wantHistory(contact.mergedInto)
    if (histories.has(contact.mergedInto)) search.wantHistory(contact.id)
  }
  if (histories.size === 0) return
  for (const contact of world.all('contact'))
    if (histories.has(contact.id)) search.want('activity', contact.nextStep?.setBy ?? null, contact.letGo?.setBy ?? null)
  for (const { standingBefore } of world.all('activity')) {
    for (const { nextStep, letGo } of Object.values(standingBefore)) search.want('activity', nextStep?.setBy ?? null, letGo?.setBy ?? null)
  }
}

/** Everything that the decisions on a batch may look at, read in a few rounds of one query each. */
export const gather = async (tx: Tx, workspaceId: string, memberId: string, operations: readonly Operation[]): Promise<KnownWorld> => {
  const world = knownWorld()
  const search = newSearch()
  const batch = new Map(
    operations.flatMap(({ change }) => ('activityId' in change && 'contactIds' in change ? [[change.activityId, change.contactIds] as const] : [])),
  )
  for (let round = 0; ; round += 1) {
    for (const { change } of operations) wantFor(search, change, world, batch, memberId)
    wantFromFound(search, world)
    const wanted = search.next(world)
    if (!wanted && round > 0) return world
    const found = await readWanted(tx, workspaceId, wanted ?? { ids: [], histories: [], imports: [], refunds: [] }, round === 0 ? memberId : null)
    if (wanted && wanted.imports.length > 0) world.standOn(await peopleStoodOn(tx, workspaceId, wanted.imports))
    for (const { name, told } of found) if (!world.has(name, String(told['id']))) world.know(name, rowOf(name, told))
  }
}
