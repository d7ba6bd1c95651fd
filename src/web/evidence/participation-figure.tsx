import { Plural, Trans } from '@lingui/react/macro'
import { creditModels, type CreditModel } from '#method/evidence/attribution.ts'
import { fewestSalesToShare, type Participation } from '#method/evidence/participation.ts'
import { formatMoney } from '#method/sale/money.ts'
import { tooEarlySentence, tookPart } from '#language/evidence.ts'
import { creditModelNames, participationTable } from '#language/evidence-tables.ts'
import { figureTitles } from '#language/evidence-figures.ts'
import { useLanguage } from '../activity/use-language.ts'
import { hueStyle } from '../ui/hue.ts'
import { Figure, Fold } from './figure.tsx'
import { FigureTable } from './figure-table.tsx'
import { useKindLook } from './use-kind-look.ts'

const shown: readonly CreditModel[] = ['linear', 'shapley']
const others = creditModels.filter((model) => !shown.includes(model))

/** Which kinds took part in the sales: two ways side by side, the others behind; never which caused them. */
export function ParticipationFigure({ participation }: { readonly participation: Participation }) {
  const language = useLanguage()
  const { nameOf, hueOf } = useKindLook()
  const { attribution, sales, currency, withoutActivity } = participation
  if (attribution === null)
    return (
      <Figure
        name="participation"
        sentence={<p>{tooEarlySentence(sales - withoutActivity.sales, language, fewestSalesToShare)}</p>}
        note={tookPart[language]}
      />
    )
  const kinds = attribution.models.linear.toSorted((a, b) => b.cents - a.cents)
  const most = Math.max(1, ...shown.flatMap((model) => attribution.models[model].map(({ cents }) => cents)))
  return (
    <Figure
      name="participation"
      sentence={<p>{tookPart[language]}</p>}
      note={
        <>
          n = <Plural value={sales} one="# vente" other="# ventes" />
          {withoutActivity.sales > 0 && (
            <>
              {', '}
              <Plural value={withoutActivity.sales} one="dont # sans activité notée avant" other="dont # sans activité notée avant" />
            </>
          )}
          . {formatMoney(attribution.noted, currency, language)}
        </>
      }
      tables={[participationTable(participation, shown, nameOf, language)]}
    >
      <div className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {shown.map((model) => (
          <div key={model}>
            <h3 className="font-sans text-[0.9375rem] font-normal text-soft">{creditModelNames[model][language]}</h3>
            <ul className="mt-2 grid gap-2.5">
              {kinds.map(({ name }) => {
                const cents = attribution.models[model].find((credit) => credit.name === name)?.cents ?? 0
                return (
                  <li key={name} style={hueStyle(hueOf(name))}>
                    <p className="flex justify-between gap-3 text-[0.9375rem]">
                      <span className="font-medium">{nameOf(name)}</span>
                      <span className="tabular text-soft">{formatMoney(Math.round(cents / 100) * 100, currency, language)}</span>
                    </p>
                    <span aria-hidden="true" className="mt-1 block h-2 rounded-full bg-(--hue)" style={{ width: `${Math.max(1, (cents / most) * 100)}%` }} />
                  </li>
                )
              })}
            </ul>
          </div>
        ))}
      </div>
      <div className="mt-3" data-no-print>
        <Fold title={<Trans>Autres vues</Trans>} about={figureTitles.participation[language]}>
          <FigureTable table={participationTable(participation, others, nameOf, language)} />
        </Fold>
      </div>
    </Figure>
  )
}
