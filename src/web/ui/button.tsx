import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon, type IconType } from './icon.tsx'

export type ButtonVariant = 'next' | 'solid' | 'outline' | 'quiet' | 'danger-quiet'
export type ButtonSize = 'small' | 'medium' | 'large'

const looks: Record<ButtonVariant, string> = {
  next: 'bg-coral text-on-coral hover:brightness-95',
  solid: 'bg-spruce text-on-solid hover:brightness-110',
  outline: 'bg-card text-ink border-[1.5px] border-line hover:border-edge',
  quiet: 'text-soft hover:text-ink hover:bg-line/50',
  'danger-quiet': 'text-danger hover:bg-line/50',
}
const sizes: Record<ButtonSize, string> = {
  small: 'min-h-11 px-4 text-[0.9375rem]',
  medium: 'min-h-12 px-5 text-base',
  large: 'min-h-14 px-6 text-[1.0625rem]',
}

export type ButtonLook = {
  /** `next` is the one coral action of a screen; `outline` by default. */
  readonly variant?: ButtonVariant | undefined
  /** 44, 48 (default) or 56 px high. */
  readonly size?: ButtonSize | undefined
  /** Takes the whole width. */
  readonly wide?: boolean | undefined
}

/** The classes of a button, for a link that looks like one (`tel:`, `mailto:`, a route). */
export function buttonClasses({ variant = 'outline', size = 'medium', wide = false }: ButtonLook): string {
  return classes(
    'inline-flex items-center justify-center gap-2.5 rounded-control font-semibold text-center leading-tight transition-[filter,background-color,border-color] duration-150 aria-disabled:opacity-55 disabled:opacity-55',
    looks[variant],
    sizes[size],
    wide && 'w-full',
  )
}

type Props = ButtonLook &
  Omit<ComponentProps<'button'>, 'children'> & {
    /** Icon before the label. */
    readonly icon?: IconType | undefined
    /** Icon after the label. */
    readonly iconAfter?: IconType | undefined
    /** What the last press ordered is on its way: a turning circle says so, and another press does nothing. */
    readonly busy?: boolean | undefined
    readonly children: ReactNode
  }

/** A button with a label; `type="button"` unless told. */
export function Button({ variant, size, wide, icon, iconAfter, busy = false, className, children, type = 'button', onClick, ...rest }: Props) {
  return (
    <button
      type={type}
      className={classes(buttonClasses({ variant, size, wide }), className)}
      {...rest}
      {...(busy ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span aria-hidden="true" className="ui-turning" /> : icon && <Icon of={icon} />}
      <span className={classes('min-w-0', icon && 'text-left')}>{children}</span>
      {iconAfter && <Icon of={iconAfter} size={20} />}
    </button>
  )
}
