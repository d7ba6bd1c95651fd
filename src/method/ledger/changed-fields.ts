import type { Change, World } from './operation.ts'

/** Records that are written whole by one screen, and whose fields two devices may change apart. */
type Edited = 'offer' | 'kind' | 'event' | 'template' | 'sequence' | 'challenge'
type Fields = Readonly<Record<string, unknown>> & { readonly id: string }
type Edit = { readonly table: Edited; readonly wanted: Fields; readonly known: Fields; readonly changed: readonly string[] | undefined }

const edited: Readonly<Record<string, Edited>> = {
  'offer.put': 'offer',
  'kind.put': 'kind',
  'event.put': 'event',
  'template.put': 'template',
  'sequence.put': 'sequence',
  'challenge.put': 'challenge',
}

const editIn = (world: Pick<World, 'get'>, change: Change): Edit | null => {
  const table = edited[change.type]
  if (table === undefined) return null
  const { [table]: wanted, changed } = change as unknown as Readonly<Record<Edited, Fields>> & { readonly changed?: readonly string[] }
  const known = world.get(table, wanted.id) as Fields | undefined
  return known ? { table, wanted, known, changed } : null
}

/** The change with the names of the fields that it really changes, as its author saw the record. */
export const sayChanged = (world: Pick<World, 'get'>, change: Change): Change => {
  const edit = editIn(world, change)
  if (!edit) return change
  const { wanted, known } = edit
  return { ...change, changed: Object.keys(wanted).filter((name) => JSON.stringify(wanted[name]) !== JSON.stringify(known[name])) } as Change
}

/** The change with every other field as it is kept now: what someone else wrote meanwhile stays (last writer wins, field by field). */
export const keepUnchanged = (world: Pick<World, 'get'>, change: Change): Change => {
  const edit = editIn(world, change)
  if (!edit?.changed) return change
  const { table, wanted, known, changed } = edit
  const kept = Object.keys(wanted).map((name) => [name, changed.includes(name) ? wanted[name] : known[name]])
  return { ...change, [table]: Object.fromEntries(kept) } as Change
}
