import type { ReactNode } from 'react'
import type { Path } from '../ui/address.ts'
import { classes } from '../ui/classes.ts'
import { Icon, type IconType } from '../ui/icon.tsx'
import { Link } from '../ui/router.tsx'

type MarkProps = { readonly icon: IconType; readonly to?: Path; readonly tone?: string | undefined; readonly children: ReactNode }

/** A word about the network, and where it leads. */
export function Mark({ icon, to, tone = 'text-soft', children }: MarkProps) {
  const look = classes('tabular inline-flex min-h-8 items-center gap-2 rounded-full border border-line bg-card px-3 text-[0.875rem] font-medium', tone)
  const inside = (
    <>
      <Icon of={icon} size={17} />
      {children}
    </>
  )
  return to ? (
    <Link to={to} className={classes(look, 'min-h-11')}>
      {inside}
    </Link>
  ) : (
    <span className={look}>{inside}</span>
  )
}
