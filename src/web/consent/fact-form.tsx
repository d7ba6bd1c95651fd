import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'

type Props = { readonly children: ReactNode; readonly note: string; readonly isReady: boolean; readonly onNote: () => void }

/** A small form that notes one fact. */
export function FactForm({ children, note, isReady, onNote }: Props) {
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onNote()
      }}
    >
      {children}
      <Button type="submit" variant="solid" wide disabled={!isReady}>
        {note}
      </Button>
    </form>
  )
}
