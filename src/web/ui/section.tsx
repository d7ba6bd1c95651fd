import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'

type Props = {
  readonly title: string
  /** A soft sentence under the title. */
  readonly text?: ReactNode | undefined
  /** A control at the end of the title's line. */
  readonly action?: ReactNode | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A titled part of a page. */
export function Section({ title, text, action, className, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes('mt-8', className)}>
      <div className="mb-2 flex min-h-11 items-center justify-between gap-3">
        <h2 id={id} className="text-[1.3125rem]">
          {title}
        </h2>
        {action}
      </div>
      {text && <p className="mb-3 text-soft">{text}</p>}
      {children}
    </section>
  )
}
