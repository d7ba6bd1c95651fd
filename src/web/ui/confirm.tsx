import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'

type Props = {
  readonly open: boolean
  /** The question, as a sentence. */
  readonly title: string
  /** What will happen, and what will be kept. */
  readonly text: string
  /** The verb of the act, never "OK". */
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** Marks an act that cannot be undone. */
  readonly danger?: boolean | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before an act that undo cannot cover; cancel comes first for the keyboard. */
export function Confirm({ open, title, text, confirmLabel, cancelLabel, danger = false, onConfirm, onCancel }: Props) {
  return (
    <Sheet open={open} onClose={onCancel} title={title} closeLabel={cancelLabel}>
      <p className="text-soft">{text}</p>
      <div className="mt-6 grid grid-cols-2 gap-3">
        <Button onClick={onCancel}>{cancelLabel}</Button>
        <Button variant={danger ? 'danger-quiet' : 'solid'} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Sheet>
  )
}
