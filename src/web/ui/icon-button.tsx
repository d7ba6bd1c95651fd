import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonClasses } from './button.tsx'
import { classes } from './classes.ts'
import { Icon, type IconType } from './icon.tsx'

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What pressing it does; read aloud and shown as a tooltip. */
  readonly label: string
  readonly icon: IconType
  /** Why it does nothing now, as a sentence: it is said with the label, and the button stays where the finger knows it. */
  readonly whyNot?: string | undefined
  /** `quiet` by default. */
  readonly variant?: ButtonVariant | undefined
}

/** A button that shows only an icon; at least 44 px square. */
export function IconButton({ label, icon, whyNot, variant = 'quiet', className, type = 'button', onClick, ...rest }: Props) {
  const told = whyNot === undefined ? label : `${label}. ${whyNot}`
  return (
    <button
      type={type}
      aria-label={told}
      title={told}
      aria-disabled={whyNot === undefined ? undefined : true}
      onClick={whyNot === undefined ? onClick : undefined}
      className={classes(buttonClasses({ variant, size: 'small' }), 'min-w-11 px-0!', className)}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  )
}
