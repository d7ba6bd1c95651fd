import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'

/** What an answer comes to: a value, or the sentence that says why not. `reason` is that of the problem, or `no-network`; `detail` is a code that came with it. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly sentence: string; readonly detail?: string | undefined }
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Asks the server something that needs the network by nature. Never throws: what goes wrong comes back as a sentence. */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<Asked<T>> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { 'accept-language': i18n.locale, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    return { ok: false, reason: 'no-network', sentence: t`Le serveur ne répond pas. Vérifiez le réseau, puis réessayez.` }
  }
  const read = await readJson(answer)
  return answer.ok ? { ok: true, value: read as T } : problemOf(read)
}

// A proxy in between may answer with a page of its own: whatever is not JSON counts as nothing.
const readJson = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json()
  } catch {
    return null
  }
}

const problemOf = (read: unknown): { readonly ok: false; readonly reason: string; readonly sentence: string; readonly detail: string } => {
  const { reason, title, detail } = (typeof read === 'object' && read !== null ? read : {}) as {
    readonly reason?: unknown
    readonly title?: unknown
    readonly detail?: unknown
  }
  return {
    ok: false,
    reason: typeof reason === 'string' ? reason : 'unexpected',
    detail: typeof detail === 'string' ? detail : '',
    sentence: typeof title === 'string' && title !== '' ? title : t`Le serveur n’a pas pu répondre. Réessayez dans un instant.`,
  }
}
