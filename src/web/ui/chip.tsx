import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon, type IconType } from './icon.tsx'

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-pressed'> & {
  /** Given: the chip is a toggle and this is its state. Absent: it is an action. */
  readonly pressed?: boolean | undefined
  readonly icon?: IconType | undefined
  readonly iconAfter?: IconType | undefined
  /** `wheat` is for the harvest only. */
  readonly tone?: 'plain' | 'soft' | 'wheat' | undefined
  readonly children: ReactNode
}

const tones = { plain: 'text-ink', soft: 'text-soft', wheat: 'text-wheat' } as const

/** A rounded choice or small action; 44 px high. */
export function Chip({ pressed, icon, iconAfter, tone = 'plain', className, children, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      className={classes(
        'inline-flex min-h-11 items-center gap-2 rounded-full border-[1.5px] px-4 text-[0.9375rem] font-medium whitespace-nowrap transition-colors duration-150 disabled:opacity-55',
        pressed ? 'border-spruce bg-spruce text-on-solid' : classes('border-line bg-card hover:border-edge', tones[tone]),
        className,
      )}
      {...rest}
    >
      {icon && <Icon of={icon} size={19} />}
      {children}
      {iconAfter && <Icon of={iconAfter} size={18} />}
    </button>
  )
}
