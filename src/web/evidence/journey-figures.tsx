import type { Bilan } from '#method/evidence/bilan.ts'
import { fewestAtRisk, soldBy } from '#method/evidence/kaplan-meier.ts'
import {
  answeredHoursSentence,
  boughtLabel,
  comparisonSentences,
  curveUnits,
  fewSalesSentence,
  followedSentence,
  halfOfSalesSentence,
  sourceName,
  noesCountSentence,
  noSentences,
  plateauSentence,
  sevenSentence,
  soldAfterSentence,
  tooEarlySentence,
  withoutTouchSentence,
} from '#language/evidence.ts'
import { hoursTable, noesTable, ratesTable, timeTable, touchesTable } from '#language/evidence-tables.ts'
import { formatNumber, formatTime } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Figure } from './figure.tsx'
import { halfOfSalesAt } from '#method/evidence/half-of-sales.ts'
import { ParticipationFigure } from './participation-figure.tsx'
import { PhoneFigure } from './phone-figure.tsx'
import { RateRows } from './rate-rows.tsx'
import { StepCurve } from './step-curve.tsx'
import { useKindLook } from './use-kind-look.ts'

type Props = { readonly bilan: Bilan }
// What the method says about the number of meetings (claim 4).
const theSeven = 7

/** What her own log says of people on their way to a sale; silent, kindly, where it knows too little. */
export function JourneyFigures({ bilan }: Props) {
  return (
    <>
      <TouchesFigure bilan={bilan} />
      <TimeFigure bilan={bilan} />
      <PhoneFigure bilan={bilan} />
      <NoesFigure bilan={bilan} />
      <BuyersFigure bilan={bilan} by="buyers-by-kind" />
      <BuyersFigure bilan={bilan} by="buyers-by-source" />
      <HoursFigure bilan={bilan} />
      {bilan.participation.map((participation) => (
        <ParticipationFigure key={participation.currency} participation={participation} />
      ))}
    </>
  )
}

function TouchesFigure({ bilan: { touchesToSale: told, soldWithoutTouch } }: Props) {
  const language = useLanguage()
  const { curve } = told
  if (curve.n < fewestAtRisk) return <Figure name="touches" sentence={<p>{tooEarlySentence(curve.n, language)}</p>} note={sevenSentence(null, language)} />
  const half = halfOfSalesAt(told)
  const last = soldBy(curve, Infinity)
  const bought = boughtLabel(last.share, last.limits, language)
  return (
    <Figure
      name="touches"
      sentence={<p>{half === null ? fewSalesSentence(told.sold, language) : halfOfSalesSentence(half, language)}</p>}
      note={
        <>
          {followedSentence(told, language)} {sevenSentence(half, language)} {soldWithoutTouch > 0 && withoutTouchSentence(soldWithoutTouch, language)}
        </>
      }
      tables={[touchesTable(told, language)]}
    >
      <StepCurve curve={curve} label={bought} endLabel={bought} unit={curveUnits.touches[language]} claimAt={theSeven} />
    </Figure>
  )
}

function TimeFigure({ bilan: { daysToSale: told } }: Props) {
  const language = useLanguage()
  const { curve } = told
  if (curve.n < fewestAtRisk) return <Figure name="time" sentence={<p>{tooEarlySentence(curve.n, language)}</p>} />
  const end = curve.steps.at(-1)?.time ?? 0
  const asked = [90, 60, 30, 14].find((days) => days <= end) ?? end
  const last = soldBy(curve, Infinity)
  return (
    <Figure
      name="time"
      sentence={<p>{soldAfterSentence(told, asked, language)}</p>}
      note={`${followedSentence(told, language)} ${plateauSentence(told, language)}`}
      tables={[timeTable(told, language)]}
    >
      <StepCurve
        curve={curve}
        label={soldAfterSentence(told, end, language)}
        endLabel={boughtLabel(last.share, last.limits, language)}
        unit={curveUnits.days[language]}
      />
    </Figure>
  )
}

function NoesFigure({ bilan: { noes } }: Props) {
  const language = useLanguage()
  if (!noes) return null
  const sentences = noSentences(noes, language).map((sentence) => <p key={sentence}>{sentence}</p>)
  return <Figure name="noes" sentence={<>{sentences}</>} note={noesCountSentence(noes, language)} tables={[noesTable(noes, language)]} />
}

function BuyersFigure({ bilan: { conversion }, by }: Props & { readonly by: 'buyers-by-kind' | 'buyers-by-source' }) {
  const language = useLanguage()
  const kinds = useKindLook()
  const comparison = by === 'buyers-by-kind' ? conversion.buyersByKind : conversion.buyersBySource
  const nameOf = (name: string) => (by === 'buyers-by-kind' ? kinds.nameOf(name) : sourceName(name, language))
  const n = comparison.rates.reduce((most, rate) => Math.max(most, rate.n), 0)
  const drawn = comparison.rates
    .filter((rate) => rate.n >= fewestAtRisk)
    .sort((a, b) => b.n - a.n)
    .slice(0, 8)
    .map((rate) => ({ ...rate, label: nameOf(rate.name), hue: by === 'buyers-by-kind' ? kinds.hueOf(rate.name) : ('slate' as const) }))
  return (
    <Figure
      name={by}
      sentence={
        drawn.length === 0 ? (
          <p>{tooEarlySentence(n, language)}</p>
        ) : (
          comparisonSentences(comparison, nameOf, language).map((sentence) => <p key={sentence}>{sentence}</p>)
        )
      }
      tables={comparison.rates.length > 0 ? [ratesTable(by, comparison, nameOf, language)] : []}
    >
      {drawn.length > 0 && <RateRows rates={drawn} />}
    </Figure>
  )
}

function HoursFigure({ bilan: { answeredHours } }: Props) {
  const language = useLanguage()
  const rates = answeredHours.hours.map((hour) => ({
    ...hour,
    name: String(hour.hour),
    label: formatTime(`${String(hour.hour).padStart(2, '0')}:00`, language),
    hue: 'spruce' as const,
  }))
  return (
    <Figure
      name="hours"
      sentence={<p>{answeredHoursSentence(answeredHours, language)}</p>}
      note={`n = ${formatNumber(answeredHours.calls, language)}`}
      tables={rates.length > 0 ? [hoursTable(answeredHours, language)] : []}
    >
      {rates.length > 0 && <RateRows rates={rates} isDense />}
    </Figure>
  )
}
