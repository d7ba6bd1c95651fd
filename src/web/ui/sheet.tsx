import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { closeNow, closeSoon, keepOpen } from './closing.ts'
import { IconButton } from './icon-button.tsx'
import { useBackToClose } from './use-back-to-close.ts'

type Props = {
  readonly open: boolean
  /** Called by Esc, back, a press outside and the close button; the caller sets `open` to false. */
  readonly onClose: () => void
  /** The question or name of the sheet; always there, for everyone. */
  readonly title: string
  /** A soft line above the title. */
  readonly above?: ReactNode | undefined
  /** Name of the close button. */
  readonly closeLabel: string
  /** Where it stands from 900 px on; from the bottom below that. */
  readonly side?: 'center' | 'right' | undefined
  /** Buttons kept in view under the content. */
  readonly footer?: ReactNode | undefined
  readonly children: ReactNode
}

/** A modal sheet on the native dialog: focus is kept inside and given back on close. */
export function Sheet({ open, onClose, title, above, closeLabel, side = 'center', footer, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useBackToClose(open, onClose)
  useEffect(() => {
    const element = dialog.current
    if (open && element) {
      keepOpen(element)
      // The focus that one sheet gives back is where the next one gives it back in turn.
      closeNow()
    }
    if (open && element && !element.open) {
      element.showModal()
      // The title first, so that the question is read; a field marked data-first-focus goes before it.
      const first = element.querySelector<HTMLElement>('[data-first-focus]') ?? heading.current
      first?.focus()
    }
    if (open || !element?.open) return
    closeSoon(element)
  }, [open])

  // A press on the backdrop is reported on the dialog itself, outside its box.
  const pressedOutside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target !== dialog.current) return
    const box = dialog.current.getBoundingClientRect()
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
    if (!inside) onClose()
  }

  return (
    <dialog
      ref={dialog}
      className="ui-sheet"
      data-side={side}
      aria-labelledby={titleId}
      onMouseDown={pressedOutside}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => {
        if (event.target === dialog.current && open) onClose()
      }}
    >
      <div aria-hidden="true" className="ui-handle mx-auto mt-3 h-1 w-10 shrink-0 rounded-full bg-line" />
      <header className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          {above && <p className="text-[0.9375rem] text-soft">{above}</p>}
          <h2 ref={heading} id={titleId} tabIndex={-1} className="mt-1 text-[1.625rem] outline-none">
            {title}
          </h2>
        </div>
        <IconButton label={closeLabel} icon={X} onClick={onClose} className="-mr-2" />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-[calc(1.25rem+env(safe-area-inset-bottom,0px))]">
        {open ? children : null}
      </div>
      {footer && open && (
        <footer className="flex shrink-0 flex-wrap gap-3 border-t border-line px-5 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom,0px))]">{footer}</footer>
      )}
    </dialog>
  )
}
