import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { type Hue, hueStyle } from './hue.ts'
import { Swipe, type SwipeAct } from './swipe.tsx'

type RowLink = { readonly className: string; readonly children: ReactNode }
type Props = {
  readonly title: ReactNode
  /** The line below the title. */
  readonly text?: ReactNode | undefined
  /** A soft word at the end of the row. */
  readonly end?: ReactNode | undefined
  /** A coloured dot before it; the meaning must also be in words. */
  readonly hue?: Hue | undefined
  /** Renders the title as the link of the whole row; without it the row is text. */
  readonly link?: ((link: RowLink) => ReactNode) | undefined
  /** Controls of the row, outside its link. */
  readonly actions?: ReactNode | undefined
  /** On a phone the controls have their own line, from the left: the text has the whole width, and the round button covers none of them. */
  readonly actionsBelow?: boolean | undefined
  /** What a finger may do by swiping; each is also one of the actions. */
  readonly swipe?: { readonly right: SwipeAct; readonly left: SwipeAct } | undefined
}

/** A row under a hairline, whole row pressable; put rows in a `<ul>`. */
export function ListRow({ title, text, end, hue, link, actions, actionsBelow = false, swipe }: Props) {
  const name =
    'font-semibold after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-spruce focus-visible:after:-outline-offset-2'
  const row = (
    <div className={classes('relative flex min-h-14 items-center gap-3.5 py-3', actionsBelow && 'max-wide:flex-wrap max-wide:gap-y-0 max-wide:pb-1')}>
      {hue && <span aria-hidden="true" style={hueStyle(hue)} className="size-2.5 shrink-0 rounded-full bg-(--hue)" />}
      <div className={classes('min-w-0 flex-1', actionsBelow && 'max-wide:basis-full')}>
        {link ? link({ className: name, children: title }) : <span className="font-semibold">{title}</span>}
        {text && <p className="text-[0.9375rem] text-soft">{text}</p>}
      </div>
      {end && <div className="max-w-[30%] shrink-0 wide:max-w-2/5 text-right text-[0.9375rem] text-soft">{end}</div>}
      {actions && <div className={classes('relative flex shrink-0 gap-1', actionsBelow && 'max-wide:-ml-2.75')}>{actions}</div>}
    </div>
  )
  return <li className="border-b border-line last:border-b-0">{swipe ? <Swipe {...swipe}>{row}</Swipe> : row}</li>
}
