import { X } from 'lucide-react'
import { type ReactNode, type RefObject, createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from './icon.tsx'

export type ToastMessage = {
  /** What has just happened, once it is true. */
  readonly text: string
  /** What can be done about it, such as undoing. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined
  /** Time on screen in ms while nobody points at it or focuses it; 10 s with an action, 6 s without. */
  readonly lasts?: number | undefined
}
type Shown = ToastMessage & { readonly id: number }
type Toasts = { readonly show: (message: ToastMessage) => void }

const Context = createContext<Toasts | null>(null)
const shownAtOnce = 3

/** `show({ text, action? })`; at most three at once, the others wait their turn. */
export function useToast(): Toasts {
  const toasts = use(Context)
  if (!toasts) throw new Error('useToast needs a ToastProvider above it')
  return toasts
}

type ProviderProps = {
  /** Name of the region for screen readers. */
  readonly regionLabel: string
  readonly dismissLabel: string
  readonly children: ReactNode
}

export function ToastProvider({ regionLabel, dismissLabel, children }: ProviderProps) {
  const [queue, setQueue] = useState<readonly Shown[]>([])
  const [held, setHeld] = useState(false)
  const nextId = useRef(0)
  const show = useCallback((message: ToastMessage) => setQueue((before) => [...before, { ...message, id: nextId.current++ }]), [])
  const remove = useCallback((id: number) => {
    setQueue((before) => before.filter((toast) => toast.id !== id))
    setHeld(false)
  }, [])
  const toasts = useMemo(() => ({ show }), [show])
  const region = useRef<HTMLElement>(null)
  const host = useHostOnTop(region)
  return (
    <Context value={toasts}>
      {children}
      {createPortal(
        <section
          ref={region}
          popover="manual"
          aria-label={regionLabel}
          aria-live="polite"
          data-no-print
          className="pointer-events-none fixed inset-x-0 top-auto bottom-[calc(var(--nav-height)+0.75rem)] z-40 mx-auto flex w-full max-w-md flex-col gap-2 overflow-visible bg-transparent px-4 wide:bottom-6 [body:has(dialog:modal)_&]:top-4 [body:has(dialog:modal)_&]:bottom-auto"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          {queue.slice(0, shownAtOnce).map((toast) => (
            <Toast key={toast.id} toast={toast} held={held} dismissLabel={dismissLabel} onDone={remove} />
          ))}
        </section>,
        host,
      )}
    </Context>
  )
}

// A modal sheet makes everything outside it inert: the messages move into the one that opened last, and back when it closes.
// Over a sheet they stand at its top, clear of the buttons under the thumb. They are moved, not made anew, so that what is read
// aloud or timed goes on.
function useHostOnTop(region: RefObject<HTMLElement | null>): HTMLElement {
  const [host] = useState(() => Object.assign(document.createElement('div'), { className: 'contents' }))
  useEffect(() => {
    let opened: readonly Element[] = []
    const place = () => {
      const modal = [...document.querySelectorAll('dialog:modal')]
      opened = [...opened.filter((dialog) => modal.includes(dialog)), ...modal.filter((dialog) => !opened.includes(dialog))]
      const top = opened.at(-1) ?? document.body
      if (host.parentElement === top) return
      top.append(host)
      region.current?.showPopover()
    }
    place()
    const observer = new MutationObserver(place)
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] })
    return () => {
      observer.disconnect()
      host.remove()
    }
  }, [host, region])
  return host
}

type ToastProps = { readonly toast: Shown; readonly held: boolean; readonly dismissLabel: string; readonly onDone: (id: number) => void }

function Toast({ toast, held, dismissLabel, onDone }: ToastProps) {
  const done = useEffectEvent(() => onDone(toast.id))
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => done(), toast.lasts ?? (toast.action ? 10_000 : 6_000))
    return () => clearTimeout(timer)
  }, [held, toast.action, toast.lasts])
  return (
    <div
      className="ui-toast pointer-events-auto flex items-center gap-1 rounded-control bg-ink py-1 pr-1 pl-4 text-paper shadow-lift"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // The message goes, not the sheet under it.
        event.preventDefault()
        event.stopPropagation()
        onDone(toast.id)
      }}
    >
      <p className="flex-1 py-2 text-[0.9375rem]">{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          className="min-h-11 rounded-[10px] px-3 font-semibold underline underline-offset-4 focus-visible:outline-paper focus-visible:-outline-offset-2"
          onClick={() => {
            toast.action?.onPress()
            onDone(toast.id)
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={dismissLabel}
        className="grid min-h-11 min-w-11 place-items-center rounded-[10px] focus-visible:outline-paper focus-visible:-outline-offset-2"
        onClick={() => onDone(toast.id)}
      >
        <Icon of={X} size={18} />
      </button>
    </div>
  )
}
