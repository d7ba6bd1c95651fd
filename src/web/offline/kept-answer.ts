import { openDB } from 'idb'
import { bilanStoreName } from './device-store.ts'
import type { Workspace } from './view.ts'

// What the server tells of a whole log, which a device does not hold; it leaves the device with the rest at sign-out.
const open = (workspace: Workspace) => openDB(bilanStoreName('entrain', workspace), 1, { upgrade: (fresh) => void fresh.createObjectStore('answer') })

/** The last answer kept under a name; `null` when there was none, or the browser keeps nothing. */
export const readAnswer = async <T>(workspace: Workspace, name: string): Promise<T | null> => {
  try {
    const store = await open(workspace)
    try {
      return ((await store.get('answer', name)) as T | undefined) ?? null
    } finally {
      store.close()
    }
  } catch {
    // Private browsing keeps nothing: what the device holds stays.
    return null
  }
}

/** Keeps an answer under a name for the times without network, in place of the one before. */
export const keepAnswer = async (workspace: Workspace, name: string, answer: unknown): Promise<void> => {
  try {
    const store = await open(workspace)
    try {
      await store.put('answer', answer, name)
    } finally {
      store.close()
    }
  } catch {
    // A full disk only costs the older answer: nothing of hers is lost.
  }
}
