import { openDB, type DBSchema } from 'idb'
import type { Bilan, BilanScope } from '#method/evidence/bilan.ts'
import type { Instant } from '#method/calendar/day.ts'
import { bilanStoreName } from '../offline/device-store.ts'
import type { Workspace } from '../offline/view.ts'

/** An answer of the server, and when it came. */
export type KeptBilan = { readonly bilan: Bilan; readonly at: Instant }

interface Schema extends DBSchema {
  answer: { key: string; value: KeptBilan }
}

const open = (workspace: Workspace) => openDB<Schema>(bilanStoreName('entrain', workspace), 1, { upgrade: (fresh) => void fresh.createObjectStore('answer') })
const keyOf = ({ kind, source }: BilanScope, span: string): string => [span, kind ?? '', source ?? ''].join('|')

/** The last answer for a span, whatever its day; `null` when there was none, or the browser keeps nothing. */
export const readKeptBilan = async (workspace: Workspace, scope: BilanScope, span: string): Promise<KeptBilan | null> => {
  try {
    const store = await open(workspace)
    try {
      return (await store.get('answer', keyOf(scope, span))) ?? null
    } finally {
      store.close()
    }
  } catch {
    // Private browsing keeps nothing: the figures of the device stay.
    return null
  }
}

/** Keeps the last answer of a span for the days without network. It leaves the device with the rest at sign-out. */
export const keepBilan = async (workspace: Workspace, scope: BilanScope, span: string, kept: KeptBilan): Promise<void> => {
  try {
    const store = await open(workspace)
    try {
      await store.put('answer', kept, keyOf(scope, span))
    } finally {
      store.close()
    }
  } catch {
    // A full disk only costs the older answer: nothing of hers is lost.
  }
}
