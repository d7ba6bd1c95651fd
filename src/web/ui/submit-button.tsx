import { type ReactNode, useId, useState } from 'react'
import { Button, type ButtonLook } from './button.tsx'
import type { IconType } from './icon.tsx'

type Props = ButtonLook & {
  /** What is missing before the form can be kept, as a sentence; nothing when it may be. */
  readonly missing: string | null
  /** The order that the last press gave is on its way. */
  readonly busy?: boolean | undefined
  readonly icon?: IconType | undefined
  /** The form, when the button stands outside of it. */
  readonly form?: string | undefined
  readonly children: ReactNode
}

/** The button that keeps a form. Pressed too soon, by a finger or by Enter, it says what is missing; it is never a dead button. */
export function SubmitButton({ missing, children, busy, form, ...look }: Props) {
  const id = useId()
  const [isPressed, setPressed] = useState(false)
  const isSaid = isPressed && missing !== null
  return (
    <div className={look.wide ? 'grid gap-2' : 'inline-grid justify-items-start gap-2'}>
      <Button
        {...look}
        type="submit"
        form={form}
        busy={busy}
        aria-describedby={isSaid ? id : undefined}
        onClick={(event) => {
          setPressed(missing !== null)
          if (missing !== null) event.preventDefault()
        }}
      >
        {children}
      </Button>
      <p id={id} role="alert" className="text-[0.9375rem] font-medium text-danger empty:hidden">
        {isSaid ? missing : ''}
      </p>
    </div>
  )
}
