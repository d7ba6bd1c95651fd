import type { Page } from 'playwright-core'
import type { Change, Operation } from '#method/ledger/operation.ts'
import type { Instant } from '#method/calendar/day.ts'
import type { PullAnswer, PushAnswer } from '#wire/ledger/sync.ts'
import { idOf } from '#test/operations.ts'
import { ask } from './phone.ts'

const zone = 'America/Toronto'
let made = 0

/** Writes changes on the server as another device of the same person would. */
export const writeElsewhere = async (page: Page, changes: readonly { readonly at: Date; readonly change: Change }[]): Promise<PushAnswer> => {
  const operations = changes.map(({ at, change }) => {
    made += 1
    const operation: Operation = { id: idOf(90, made), at: at.toISOString() as Instant, zone, change }
    return { sequence: made, operation }
  })
  return ask<PushAnswer>(page, '/api/sync', { device: idOf(91, 1), format: 1, operations })
}

/** Everything that the server holds for the member signed in. */
export const onServer = async (page: Page): Promise<PullAnswer['rows']> => {
  const answer = await ask<PullAnswer>(page, '/api/sync?since=0')
  if (answer.more) throw new Error('more rows than one page: read on')
  return answer.rows
}
