import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon, type IconType } from './icon.tsx'

type Props = {
  /** `wheat` is for the harvest only. */
  readonly tone?: 'plain' | 'spruce' | 'wheat' | undefined
  readonly icon?: IconType | undefined
  readonly children: ReactNode
}

const tones = { plain: 'bg-line/60 text-ink', spruce: 'bg-spruce/10 text-spruce', wheat: 'bg-wheat-bg text-wheat' } as const

/** A word or a count set apart; not a control. */
export function Badge({ tone = 'plain', icon, children }: Props) {
  return (
    <span
      className={classes('tabular inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-[0.8125rem] font-semibold whitespace-nowrap', tones[tone])}
    >
      {icon && <Icon of={icon} size={15} />}
      {children}
    </span>
  )
}
