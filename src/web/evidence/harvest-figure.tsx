import { Trans } from '@lingui/react/macro'
import type { Bilan } from '#method/evidence/bilan.ts'
import { harvestTable } from '#language/beside-tables.ts'
import { figureFormulas, figureTitles } from '#language/evidence-figures.ts'
import { harvestSentence } from '#language/evidence.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Fold } from './figure.tsx'
import { FigureTable } from './figure-table.tsx'

/** The harvest, apart from everything else and folded: what came, never a target (claim 3). */
export function HarvestFigure({ bilan: { harvest } }: { readonly bilan: Bilan }) {
  const language = useLanguage()
  const about = figureTitles.harvest[language]
  return (
    <details className="mt-10 rounded-card bg-wheat-bg px-5 py-3">
      <summary className="flex min-h-11 items-center font-serif text-[1.3125rem] text-wheat">
        <Trans>Récolte</Trans>
      </summary>
      <ul className="pb-2">
        {harvest.map((each) => (
          <li key={each.currency} className="tabular text-[1.125rem]">
            {harvestSentence(each, language)}
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[minmax(0,1fr)]" data-no-print>
        <Fold title={<Trans>Voir le tableau</Trans>} about={about}>
          <FigureTable table={harvestTable(harvest, language)} />
        </Fold>
        <Fold title={<Trans>Comment c’est calculé</Trans>} about={about}>
          <p className="pb-2">{figureFormulas.harvest[language]}</p>
        </Fold>
      </div>
    </details>
  )
}
