import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

type Props = ComponentProps<'section'> & {
  /** `wheat` is for the harvest only. */
  readonly tone?: 'plain' | 'wheat' | undefined
  /** `snug` halves the padding. */
  readonly padding?: 'normal' | 'snug' | 'none' | undefined
}

const paddings = { normal: 'p-5', snug: 'px-4 py-3', none: '' } as const

/** A sheet laid on the paper; name it with `aria-labelledby` when it holds a heading. */
export function Card({ tone = 'plain', padding = 'normal', className, ...rest }: Props) {
  return (
    <section
      className={classes('rounded-card border', tone === 'wheat' ? 'border-transparent bg-wheat-bg' : 'border-line bg-card', paddings[padding], className)}
      {...rest}
    />
  )
}
