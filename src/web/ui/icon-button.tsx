import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonClasses } from './button.tsx'
import { classes } from './classes.ts'
import { Icon, type IconType } from './icon.tsx'

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What pressing it does; read aloud and shown as a tooltip. */
  readonly label: string
  readonly icon: IconType
  /** `quiet` by default. */
  readonly variant?: ButtonVariant | undefined
}

/** A button that shows only an icon; at least 44 px square. */
export function IconButton({ label, icon, variant = 'quiet', className, type = 'button', ...rest }: Props) {
  return (
    <button type={type} aria-label={label} title={label} className={classes(buttonClasses({ variant, size: 'small' }), 'min-w-11 px-0!', className)} {...rest}>
      <Icon of={icon} />
    </button>
  )
}
