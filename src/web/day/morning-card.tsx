import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { Day } from '#method/calendar/day.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { LevelField } from './level-field.tsx'
import { useDayPage } from './use-day-page.ts'

type Props = { readonly today: Day; readonly onSkip: () => void }

/** The morning, in a tap or two: energy and one « si … alors … », both optional and private (claim 7). */
export function MorningCard({ today, onSkip }: Props) {
  const { t } = useLingui()
  const id = useId()
  const { page, put } = useDayPage(today)
  const [own, setOwn] = useState<string | null>(null)
  const intentions = [
    t`Si mon café est prêt, alors j’appelle la première personne.`,
    t`S’il est 9 h, alors je fais trois suivis d’affilée.`,
    t`Si j’ai envie de remettre à plus tard, alors je fais un seul appel.`,
  ]
  const choose = (intention: string) => put({ intention: page.intention === intention ? '' : intention })
  const keepOwn = () => {
    if (own?.trim()) put({ intention: own.trim() })
    setOwn(null)
  }
  return (
    <Card aria-labelledby={id}>
      <div className="flex items-start justify-between gap-3">
        <h2 id={id} className="text-[1.375rem]">
          <Trans>Pour commencer la journée</Trans>
        </h2>
        <Button size="small" variant="quiet" className="-mt-1 -mr-2" onClick={onSkip}>
          {page.energy !== null || page.intention !== '' ? t`C’est fait` : t`Passer`}
        </Button>
      </div>
      <p className="mt-1 mb-4 text-[0.9375rem] text-soft">
        <Trans>Facultatif, et pour vous seulement.</Trans>
      </p>
      <LevelField label={t`Votre énergie ce matin`} low={t`basse`} high={t`haute`} value={page.energy} onValue={(energy) => put({ energy })} />
      <fieldset className="mt-4 min-w-0">
        <legend className="mb-1.5 font-semibold">
          <Trans>Une intention</Trans>
        </legend>
        {own === null ? (
          <div className="flex flex-wrap gap-2">
            {[...intentions, ...(page.intention !== '' && !intentions.includes(page.intention) ? [page.intention] : [])].map((intention) => (
              <Chip
                key={intention}
                pressed={page.intention === intention}
                onClick={() => choose(intention)}
                className="py-2 text-left leading-snug whitespace-normal! rounded-card!"
              >
                {intention}
              </Chip>
            ))}
            <Chip tone="soft" onClick={() => setOwn(page.intention || t`Si … alors …`)}>
              {t`Écrire la mienne`}
            </Chip>
          </div>
        ) : (
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              keepOwn()
            }}
          >
            <TextField label={t`Votre intention`} labelHidden value={own} onValue={setOwn} maxLength={500} onBlur={keepOwn} />
          </form>
        )}
      </fieldset>
    </Card>
  )
}
