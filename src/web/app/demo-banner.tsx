import { Trans } from '@lingui/react/macro'
import { FlaskConical } from 'lucide-react'
import { Icon } from '../ui/icon.tsx'

/** Says on every screen of the demo that nobody in it exists. */
export function DemoBanner({ isDemo }: { readonly isDemo: boolean }) {
  if (!isDemo) return null
  return (
    <aside>
      <p className="flex items-center justify-center gap-2 border-b border-line bg-card px-4 py-2 text-center text-[0.75rem] text-soft wide:text-[0.875rem]">
        <Icon of={FlaskConical} size={18} />
        <Trans>Démonstration : ces personnes et ces ventes sont inventées.</Trans>
      </p>
    </aside>
  )
}
