import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type BackLink = { readonly className: string; readonly children: ReactNode; readonly 'aria-label': string }
type Props = {
  readonly title: string
  /** A soft line under the title. */
  readonly below?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
  /** Where back leads: its name, and the link that goes there. */
  readonly back?: { readonly label: string; readonly link: (link: BackLink) => ReactNode } | undefined
}

/** The top of a page; its title is the page's only `h1`. */
export function PageHeader({ title, below, actions, back }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-center gap-x-2 gap-y-3 pt-[max(1.25rem,env(safe-area-inset-top,0px))]">
      {back?.link({
        'aria-label': back.label,
        className: '-ml-2.5 grid size-11 place-items-center rounded-control text-soft hover:text-ink hover:bg-line/50',
        children: <Icon of={ArrowLeft} />,
      })}
      <div className="min-w-0 flex-1">
        <h1 className="text-[1.875rem] wide:text-[2.25rem]">{title}</h1>
        {below && <p className="mt-1 text-soft">{below}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
