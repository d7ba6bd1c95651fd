import { Trans } from '@lingui/react/macro'
import { GalleryHorizontalEnd } from 'lucide-react'
import { useReach } from '../consent/use-reach.ts'
import { buttonClasses } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/router.tsx'
import { NextPerson, type NextProps } from './next-person.tsx'

type Props = NextProps & {
  /** Whether the way to take them one after the other is shown. */
  readonly withQueue?: boolean | undefined
}

/** The next person, by the ways that the law leaves open at this moment. */
export function NextCard({ withQueue = false, ...props }: Props) {
  return (
    <div>
      <NextPerson {...props} reach={useReach(props.suggestion.contact)} />
      {withQueue && props.count > 1 && (
        <Link to="/file" className={buttonClasses({ variant: 'quiet', size: 'small', wide: true })}>
          <Icon of={GalleryHorizontalEnd} size={20} />
          <Trans>L’une après l’autre</Trans>
        </Link>
      )}
    </div>
  )
}
