import { useEffect, useState } from 'react'

/** What a link brought along. The server never sees it: a fragment stays in the browser. */
type LinkToken = { readonly what: 'entry' | 'invitation'; readonly token: string } | { readonly what: 'nothing' }

/** Reads a fragment, with or without its `#`: `jeton=…` opens the door, `invitation=…` invites. */
export const linkTokenOf = (hash: string): LinkToken => {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const entry = fields.get('jeton')
  if (entry) return { what: 'entry', token: entry }
  const invitation = fields.get('invitation')
  return invitation ? { what: 'invitation', token: invitation } : { what: 'nothing' }
}

/** The token of the link that was opened, taken out of the address bar and the history at once. */
export function useLinkToken(hash: string): LinkToken {
  const [link, setLink] = useState(() => linkTokenOf(hash))
  useEffect(() => {
    const next = linkTokenOf(hash)
    if (next.what === 'nothing') return
    setLink(next)
    history.replaceState(history.state, '', location.pathname)
  }, [hash])
  return link
}
