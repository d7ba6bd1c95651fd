import { sql } from 'kysely'
import type { Day, Instant } from '#method/calendar/day.ts'
import type { DayPage } from '#method/day/day-page.ts'
import type { Activity } from '#method/activity/activity.ts'
import type { BilanContact } from '#method/evidence/bilan-people.ts'
import type { BilanFacts } from '#method/evidence/tell-bilan.ts'
import type { KeptPlan } from '#method/plan/kept-plan.ts'
import type { TouchedContact } from '#method/plan/past-touches.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { Evidence } from '#wire/evidence/evidence.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'
import type { Actor } from '#server/identity/actor.ts'
import { goalsOfMember } from '../goal/store.ts'

const page = 5000

/** Rows page after page from one snapshot, so that a million are never held; one such reading at a time in a transaction. */
async function* inPages<Row>(tx: Tx, query: ReturnType<typeof sql>): AsyncGenerator<readonly Row[], void> {
  await sql`declare pages no scroll cursor for ${query}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(page)} from pages`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < page) break
  }
  await sql`close pages`.execute(tx)
}

type ReadActivity = Pick<
  Activity,
  'id' | 'kind' | 'direction' | 'outcome' | 'contactIds' | 'minutes' | 'occurredAt' | 'day' | 'zone' | 'standingBefore' | 'line' | 'isDayOnly'
>

/** A member's own activities that still count, from a day on when one is given, without their words, which no figure reads. In no order. */
export async function* activitiesThatCount(tx: Tx, { workspaceId, memberId }: Actor, from: Day | null = null): AsyncGenerator<readonly Activity[], void> {
  const pages = inPages<ReadActivity>(
    tx,
    sql`select id, kind, direction, outcome, contact_ids as "contactIds", minutes, occurred_at as "occurredAt", day, zone, standing_before as "standingBefore",
        line, is_day_only as "isDayOnly"
      from activity where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and voided_at is null
        and (${from}::date is null or day >= ${from}::date)`,
  )
  for await (const rows of pages)
    yield rows.map((row) => ({ ...row, memberId, title: '', note: '', notNow: null, corrects: null, voidedAt: null, importId: null }))
}

const contactsOf = async (tx: Tx, workspaceId: string): Promise<readonly BilanContact[]> => {
  const { rows } = await sql<BilanContact>`
    select id, source, next_step as "nextStep", let_go as "letGo", merged_into as "mergedInto", archived_at as "archivedAt", deleted_at as "deletedAt"
    from contact where workspace_id = ${workspaceId}::uuid`.execute(tx)
  return rows
}

/** The sources that the people of a workspace came from, as they are written. */
export const writtenSources = async (tx: Tx, workspaceId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ source: string }>`
    select distinct source from contact where workspace_id = ${workspaceId}::uuid and source <> ''`.execute(tx)
  return rows.map(({ source }) => source)
}

/** What the Bilan of a member reads beside her activities. */
export const factsOfMember = async (tx: Tx, { workspaceId, memberId }: Actor): Promise<{ readonly facts: BilanFacts; readonly settings: Settings }> => {
  const own = sql`t.member_id = ${memberId}`
  const [settings = defaultSettings(memberId)] = await readRows(tx, 'settings', workspaceId, sql`t.id = ${memberId}`)
  const facts: BilanFacts = {
    goals: await goalsOfMember(tx, workspaceId, memberId),
    calendar: { schedules: await readRows(tx, 'schedule', workspaceId, own), daysOff: await readRows(tx, 'dayOff', workspaceId, own) },
    zone: settings.zone,
    contacts: await contactsOf(tx, workspaceId),
    sales: await readRows(tx, 'sale', workspaceId, sql`t.member_id = ${memberId} and t.voided_at is null`),
  }
  return { facts, settings }
}

/** Everyone as a touch found her, under her own id and those of whoever was merged into her. */
export const touchedContacts = async (tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, TouchedContact>> => {
  const { rows } = await sql<TouchedContact & { readonly mergedInto: string | null }>`
    select id, relationship, source, first_reached_at as "firstReachedAt", merged_into as "mergedInto"
    from contact where workspace_id = ${workspaceId}::uuid`.execute(tx)
  const people = new Map(rows.map((row) => [row.id, row]))
  const standsFor = (id: string, hops = 0): string => {
    const next = hops < 50 ? people.get(id)?.mergedInto : null
    return next ? standsFor(next, hops + 1) : id
  }
  return new Map(
    rows.map((row) => {
      const { id, relationship, source, firstReachedAt } = people.get(standsFor(row.id)) ?? row
      return [row.id, { id, relationship, source, firstReachedAt }]
    }),
  )
}

/** A member's own pages and plans. */
export const pagesAndPlansOf = async (
  tx: Tx,
  { workspaceId, memberId }: Actor,
): Promise<{ readonly pages: readonly DayPage[]; readonly plans: readonly KeptPlan[] }> => ({
  pages: await readRows(tx, 'dayPage', workspaceId, sql`t.member_id = ${memberId}`),
  plans: await readRows(tx, 'plan', workspaceId, sql`t.member_id = ${memberId}`),
})

/** A Bilan as it was told: at which position of the workspace, on which day, and how long it took. */
export type KeptBilan = { readonly content: Evidence; readonly cursor: number; readonly today: Day; readonly tookMs: number; readonly toldAt: Instant }

/** What was asked, in its own days, and counted back from the day it was asked on. */
export type KeptUnder = { readonly scope: string; readonly reach: string }

/** The last Bilan told of the same days; else of as many days back, which yesterday's sliding window was. */
export const keptBilan = async (tx: Tx, { workspaceId, memberId }: Actor, { scope, reach }: KeptUnder): Promise<KeptBilan | undefined> => {
  const { rows } = await sql<KeptBilan>`
    select content, cursor, today, took_ms as "tookMs", told_at as "toldAt" from kept_bilan
    where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and (scope = ${scope} or reach = ${reach})
    order by scope = ${scope} desc, told_at desc limit 1`.execute(tx)
  return rows[0]
}

// Windows that slide leave one behind each day.
const keptDays = 40

/** Keeps a Bilan for the next look, and forgets those that nobody asked for in a long time. */
export const keepBilan = async (
  tx: Tx,
  { workspaceId, memberId }: Actor,
  { scope, reach }: KeptUnder,
  { content, cursor, today, tookMs, toldAt }: KeptBilan,
): Promise<void> => {
  await sql`
    insert into kept_bilan (workspace_id, member_id, scope, reach, cursor, today, took_ms, told_at, content)
    values (${workspaceId}::uuid, ${memberId}, ${scope}, ${reach}, ${cursor}::bigint, ${today}::date, ${tookMs}::integer, ${toldAt}::timestamptz, ${JSON.stringify(content)}::json)
    on conflict (workspace_id, member_id, scope) do update set reach = excluded.reach, cursor = excluded.cursor, today = excluded.today,
      took_ms = excluded.took_ms, told_at = excluded.told_at, content = excluded.content`.execute(tx)
  await sql`
    delete from kept_bilan where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}
      and told_at < ${toldAt}::timestamptz - make_interval(days => ${keptDays}::integer)`.execute(tx)
}

/** About how many activities a member has, from the counts of her days. */
export const roughCount = async (tx: Tx, { workspaceId, memberId }: Actor): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(activities), 0)::bigint as count from roll_up where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}`.execute(tx)
  return rows[0]?.count ?? 0
}
