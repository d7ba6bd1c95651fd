import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../ui/button.tsx'

type Props = {
  readonly title: string
  readonly text?: ReactNode
  readonly children?: ReactNode
  readonly next: ReactNode
  readonly canNext?: boolean
  /** Why one cannot go on yet, under the button. */
  readonly whyNot?: string | undefined
  readonly onNext: () => void
  readonly onBack?: (() => void) | undefined
}

/** One question of the conversation; the title is read aloud as it comes. */
export function PlanStep({ title, text, children, next, canNext = true, whyNot, onNext, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const reason = useId()
  const isBarred = !canNext && whyNot !== undefined
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (canNext) onNext()
      }}
    >
      <div>
        <h1 ref={heading} tabIndex={-1} className="text-[1.875rem] outline-none wide:text-[2.25rem]">
          {title}
        </h1>
        {text && <div className="mt-2 text-soft">{text}</div>}
      </div>
      {children}
      <div className="mt-2 grid gap-2">
        <Button type="submit" variant="next" size="large" wide disabled={!canNext} aria-describedby={isBarred ? reason : undefined}>
          {next}
        </Button>
        {isBarred && (
          <p id={reason} className="text-[0.9375rem] text-soft">
            {whyNot}
          </p>
        )}
        {onBack && (
          <Button variant="quiet" onClick={onBack} className="justify-self-start">
            <Trans>Retour</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}
