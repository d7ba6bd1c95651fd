import type { ReactNode } from 'react'
import { Icon, type IconType } from './icon.tsx'

type Props = {
  readonly icon: IconType
  readonly title: string
  /** Teaches the next gesture in a sentence. */
  readonly text: string
  /** The gesture itself, as a button. */
  readonly action?: ReactNode | undefined
}

/** What a place shows before it holds anything. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-10 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-spruce/10 text-spruce">
        <Icon of={icon} size={26} />
      </span>
      <h2 className="mt-2 text-[1.375rem]">{title}</h2>
      <p className="text-soft">{text}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
