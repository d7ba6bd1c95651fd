import { useLayoutEffect, useRef, useState } from 'react'
import type { SurvivalCurve } from '#method/evidence/kaplan-meier.ts'
import { methodSays, stillFollowed } from '#language/evidence.ts'
import { formatNumber, formatPercent } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { atRiskAt, stairsOf, ticksOf, topOf } from './step-path.ts'

type Props = {
  readonly curve: SurvivalCurve
  /** What the drawing shows, for whoever hears it; the table holds the rest. */
  readonly label: string
  /** Written over the last stair. */
  readonly endLabel: string
  readonly unit: string
  /** Where the method puts its claim, drawn beside her own curve. */
  readonly claimAt?: number | undefined
}

const height = 236
const left = 38
const right = 14
const top = 34
const floor = 158

const useWidth = (): readonly [React.RefObject<HTMLDivElement | null>, number] => {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(320)
  useLayoutEffect(() => {
    const { current } = place
    if (!current) return
    const measure = () => setWidth(Math.max(240, Math.round(current.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return [place, width]
}

/** A curve of what was sold, stair by stair, with the band of what is not known and, under the axis, who is still followed. */
export function StepCurve({ curve, label, endLabel, unit, claimAt }: Props) {
  const language = useLanguage()
  const [place, width] = useWidth()
  const stairs = stairsOf(curve)
  const end = Math.max(curve.steps.at(-1)?.time ?? 1, claimAt ?? 0)
  const most = topOf(stairs)
  const x = (time: number): number => left + (time / end) * (width - left - right)
  const y = (share: number): number => floor - (share / most) * (floor - top)
  const line = stairs.map(({ from, to, share }, n) => `${n === 0 ? `M${x(from)} ${y(share)}` : `V${y(share)}`}H${x(to)}`).join('')
  const bought = stairs.at(-1)
  const ticks = ticksOf(end, width > 420 ? 12 : 8)
  const isClaimLate = claimAt !== undefined && x(claimAt) > width / 2
  return (
    <div ref={place} className="mt-3">
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={label} className="block overflow-visible text-[12.5px]">
        {[0, most].map((share) => (
          <g key={share}>
            <line x1={left} x2={width - right} y1={y(share)} y2={y(share)} className="stroke-line" strokeWidth="1" />
            <text x={left - 6} y={y(share) + 4} textAnchor="end" className="tabular fill-soft">
              {formatPercent(share, language)}
            </text>
          </g>
        ))}
        {stairs.map(({ from, to, lower, upper }) => (
          <rect
            key={from}
            x={x(from)}
            y={y(upper)}
            width={Math.max(0, x(to) - x(from))}
            height={Math.max(0, y(lower) - y(upper))}
            className="fill-[color-mix(in_oklab,var(--spruce)_15%,var(--card))]"
          />
        ))}
        {claimAt !== undefined && (
          <>
            <line x1={x(claimAt)} x2={x(claimAt)} y1={top - 8} y2={floor} className="stroke-soft" strokeWidth="1.5" strokeDasharray="4 4" />
            <text x={x(claimAt) + (isClaimLate ? 4 : -4)} y={top - 16} textAnchor={isClaimLate ? 'end' : 'start'} className="fill-soft">
              {methodSays(claimAt, language)}
            </text>
          </>
        )}
        <path d={line} fill="none" className="stroke-spruce" strokeWidth="2.75" strokeLinejoin="round" strokeLinecap="round" />
        {bought && (
          <text x={left + 6} y={top + 12} className="fill-spruce font-semibold" stroke="var(--card)" strokeWidth="4" strokeLinejoin="round" paintOrder="stroke">
            {endLabel}
          </text>
        )}
        {ticks.map((time) => (
          <g key={time}>
            <line x1={x(time)} x2={x(time)} y1={floor} y2={floor + 4} className="stroke-edge" strokeWidth="1" />
            <text x={x(time)} y={floor + 18} textAnchor="middle" className="tabular fill-soft">
              {formatNumber(time, language)}
            </text>
            <text x={x(time)} y={floor + 54} textAnchor="middle" className="tabular fill-soft text-[11.5px]">
              {atRiskAt(curve, time) === 0 ? '' : formatNumber(atRiskAt(curve, time), language)}
            </text>
          </g>
        ))}
        <text x={width - right} y={floor + 34} textAnchor="end" className="fill-soft">
          {unit}
        </text>
        <text x={left} y={floor + 72} className="fill-soft text-[11.5px]">
          {stillFollowed[language]}
        </text>
      </svg>
    </div>
  )
}
