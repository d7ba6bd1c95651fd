import type { ReactNode } from 'react'
import { SubmitButton } from '../ui/submit-button.tsx'

type Props = {
  readonly children: ReactNode
  readonly note: string
  /** What it lacks, as a sentence; nothing when the fact may be noted. */
  readonly missing: string | null
  readonly onNote: () => void
}

/** A small form that notes one fact. */
export function FactForm({ children, note, missing, onNote }: Props) {
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null) onNote()
      }}
    >
      {children}
      <SubmitButton variant="solid" wide missing={missing}>
        {note}
      </SubmitButton>
    </form>
  )
}
