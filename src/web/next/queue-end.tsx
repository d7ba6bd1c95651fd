import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Sun } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/router.tsx'
import type { Became } from './queue.ts'

type Props = { readonly became: readonly Became[]; readonly hasMore: boolean; readonly onAgain: () => void; readonly onBack: () => void }

/** The end of a sitting: what was done, kindly; whoever was passed keeps her place. */
export function QueueEnd({ became, hasMore, onAgain, onBack }: Props) {
  const { t } = useLingui()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const count = (wanted: Became) => became.filter((each) => each === wanted).length
  const [logged, moved, waiting] = [count('logged'), count('moved'), count('waiting')]
  const done = [
    logged > 0 && t`${plural(logged, { one: '# personne contactée', other: '# personnes contactées' })}`,
    moved > 0 && t`${plural(moved, { one: '# remise à plus tard', other: '# remises à plus tard' })}`,
  ].filter(Boolean)
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 py-8 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-spruce/10 text-spruce">
        <Icon of={Sun} size={26} />
      </span>
      <h2 ref={title} tabIndex={-1} className="mt-2 text-[1.625rem] outline-none">
        {logged > 0 ? t`Beau travail.` : t`Vous avez fait le tour.`}
      </h2>
      {done.length > 0 && <p className="text-[1.0625rem]">{`${done.join(', ')}.`}</p>}
      {waiting > 0 && (
        <p className="text-soft">
          {t`${plural(waiting, {
            one: '# personne garde sa place; elle sera là quand vous voudrez.',
            other: '# personnes gardent leur place; elles seront là quand vous voudrez.',
          })}`}
        </p>
      )}
      <div className="mt-4 grid w-full gap-3">
        <Link to="/" className={buttonClasses({ variant: 'solid', size: 'large', wide: true })}>
          {t`Voir ma journée`}
        </Link>
        {hasMore && (
          <Button wide onClick={onAgain}>
            {waiting > 0 ? t`Reprendre avec celles qui restent` : t`Continuer avec d’autres`}
          </Button>
        )}
        <Button variant="quiet" wide onClick={onBack}>{t`Revenir à la dernière`}</Button>
      </div>
    </div>
  )
}
