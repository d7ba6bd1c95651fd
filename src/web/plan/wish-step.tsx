import { Trans, useLingui } from '@lingui/react/macro'
import type { Day } from '#method/calendar/day.ts'
import { readMargin, withMargin } from '#method/plan/profit-wish.ts'
import { readWish } from '#method/plan/read-wish.ts'
import type { Wish, WishQuestion } from '#method/plan/wish.ts'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PlanStep } from './plan-step.tsx'

type Props = {
  readonly wish: string
  /** What is left of 100 $ of sales, as typed: asked only for a wish in profit. */
  readonly margin: string
  readonly today: Day
  readonly onWish: (wish: string) => void
  readonly onMargin: (margin: string) => void
  readonly onRead: (wish: Wish) => void
}

/** The wish in the person's own words; what is unclear is asked, and the answer joins the words (claim 1). */
export function WishStep({ wish, margin, today, onWish, onMargin, onRead }: Props) {
  const { t } = useLingui()
  const asWritten = readWish(wish, today)
  const isProfit = !asWritten.ok && asWritten.ask === 'margin'
  const reading = withMargin(asWritten, readMargin(margin))
  const examples = [t`Vendre 500 $ par jour`, t`10 clientes de plus d’ici Noël`, t`Parler à 20 personnes par jour`]
  const question = useQuestion()
  const asked = !reading.ok && reading.ask !== 'margin' && wish.trim().length > 3 ? question(reading.ask) : null
  return (
    <PlanStep
      title={t`Qu’aimeriez-vous?`}
      text={<Trans>Dites-le comme à une amie. Un montant, des ventes, des clientes, ou ce que vous voulez faire chaque jour.</Trans>}
      next={<Trans>Continuer</Trans>}
      canNext={reading.ok}
      whyNot={
        isProfit ? t`Dites d’abord ce qu’il vous reste d’une vente.` : asked ? t`Répondez d’abord à la question ci-dessus.` : t`Écrivez d’abord votre souhait.`
      }
      onNext={() => {
        if (reading.ok) onRead(reading.wish)
      }}
    >
      <TextField label={t`Votre souhait`} value={wish} onValue={onWish} maxLength={500} autoComplete="off" enterKeyHint="next" />
      {wish.trim() === '' && (
        <div className="flex flex-wrap gap-2">
          {examples.map((example) => (
            <Chip key={example} onClick={() => onWish(example)}>
              {example}
            </Chip>
          ))}
        </div>
      )}
      {isProfit && (
        <TextField
          label={t`Sur 100 $ de ventes, combien vous reste-t-il?`}
          hint={t`C’est votre marge, en pourcentage : 40 par exemple.`}
          value={margin}
          onValue={(text) => onMargin(text.slice(0, 8))}
          error={margin.trim() !== '' && readMargin(margin) === null ? t`Un nombre de 1 à 100.` : undefined}
          inputMode="decimal"
          autoComplete="off"
        />
      )}
      <div aria-live="polite">
        {asked && (
          <div className="grid gap-3">
            <p className="text-[1.125rem] font-semibold">{asked.text}</p>
            <div className="flex flex-wrap gap-2">
              {asked.answers.map((answer) => (
                <Chip key={answer} onClick={() => onWish(`${wish.trim()} ${answer}`)}>
                  {answer}
                </Chip>
              ))}
            </div>
          </div>
        )}
      </div>
    </PlanStep>
  )
}

/** What is asked when a wish is not clear, with answers in one tap where there are some. */
function useQuestion(): (ask: Exclude<WishQuestion, 'margin'>) => { readonly text: string; readonly answers: readonly string[] } {
  const { t } = useLingui()
  return (ask) => {
    switch (ask) {
      case 'period':
        return { text: t`En combien de temps?`, answers: [t`par jour`, t`par semaine`, t`par mois`, t`par année`] }
      case 'amount':
        return { text: t`Combien? Ajoutez un nombre.`, answers: [] }
      case 'unit':
        return { text: t`Des dollars ou des ventes?`, answers: [t`dollars`, t`ventes`] }
      case 'base':
        return { text: t`Et aujourd’hui, combien vendez-vous, et en combien de temps? Ajoutez-le, par exemple « 2 000 $ par mois ».`, answers: [] }
      case 'wish':
        return { text: t`Dites un montant, un nombre de ventes ou de personnes.`, answers: [] }
    }
  }
}
