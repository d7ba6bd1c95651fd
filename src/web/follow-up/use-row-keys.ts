import { useLingui } from '@lingui/react/macro'
import type { RefObject } from 'react'
import { useShortcut } from '../ui/shortcuts.ts'

/** What the keys do with the person of the row where the focus is. */
export type RowOrders = { readonly log: (contactId: string) => void; readonly move: (contactId: string) => void; readonly letGo: (contactId: string) => void }

/** The mark of a row's link: whose row it is. */
export const rowMark = (contactId: string): { readonly 'data-person': string } => ({ 'data-person': contactId })

const linksIn = (list: HTMLElement | null): readonly HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]
// A button of a row speaks of the same person as its link.
const placeOf = (links: readonly HTMLElement[]): number => {
  const row = document.activeElement?.closest('li')
  return row ? links.findIndex((link) => row.contains(link)) : -1
}

/** Goes from row to row, and does, moves or lets go the one where the focus is; the first when it is on none. */
export function useRowKeys(list: RefObject<HTMLElement | null>, { log, move, letGo }: RowOrders): void {
  const { t } = useLingui()
  const go = (by: 1 | -1) => {
    const links = linksIn(list.current)
    const place = placeOf(links)
    const next = place === -1 ? (by === 1 ? 0 : links.length - 1) : Math.max(0, Math.min(place + by, links.length - 1))
    links[next]?.focus()
  }
  const give = (order: (contactId: string) => void) => () => {
    const links = linksIn(list.current)
    const contactId = (links[placeOf(links)] ?? links[0])?.dataset['person']
    if (contactId) order(contactId)
  }
  useShortcut('j', t`Suivi suivant`, () => go(1))
  useShortcut('k', t`Suivi précédent`, () => go(-1))
  useShortcut('f', t`Noter ce qui s’est fait`, give(log))
  useShortcut('d', t`Déplacer le suivi`, give(move))
  useShortcut('l', t`Lâcher prise`, give(letGo))
}
