import { useEffect, useEffectEvent } from 'react'

const mark = 'overlay'
type Marked = { readonly [mark]?: boolean } | null

/**
 * Lets the back gesture close an open overlay. Browsers with CloseWatcher do it themselves; elsewhere one marked history
 * entry is laid, and laid only once: going back by ourselves on close could swallow a navigation begun at the same moment.
 * The prototype's pushState is called so that a router that wraps the instance's does not take it for a navigation.
 */
export function useBackToClose(open: boolean, close: () => void): void {
  const onBack = useEffectEvent(close)
  useEffect(() => {
    if (!open || 'CloseWatcher' in window) return
    const state = window.history.state as Marked
    if (!state?.[mark]) History.prototype.pushState.call(window.history, { ...state, [mark]: true }, '')
    const listen = () => onBack()
    window.addEventListener('popstate', listen)
    return () => window.removeEventListener('popstate', listen)
  }, [open])
}
