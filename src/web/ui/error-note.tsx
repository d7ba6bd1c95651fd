import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = {
  /** What happened. */
  readonly happened: string
  /** What was kept. */
  readonly kept?: string | undefined
  /** What to do, as a sentence or a button. */
  readonly todo?: ReactNode | undefined
}

/** Says calmly what went wrong: what happened, what was kept, what to do. */
export function ErrorNote({ happened, kept, todo }: Props) {
  return (
    <div role="alert" className="flex gap-3 rounded-card border border-line bg-card p-4">
      <Icon of={CircleAlert} className="mt-0.5 text-danger" />
      <div className="grid gap-1.5">
        <p className="font-semibold">{happened}</p>
        {kept && <p className="text-soft">{kept}</p>}
        {todo && <div>{todo}</div>}
      </div>
    </div>
  )
}
