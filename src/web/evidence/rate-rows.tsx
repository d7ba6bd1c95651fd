import type { Rate } from '#method/evidence/rate.ts'
import { betweenShares } from '#language/evidence.ts'
import { formatNumber, formatPercent } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { hueStyle, type Hue } from '../ui/hue.ts'

/** A rate to draw beside others on one scale. */
export type DrawnRate = Rate & { readonly name: string; readonly label: string; readonly hue: Hue }

const steps = [0.1, 0.2, 0.3, 0.5, 0.75, 1] as const
/** The end of the common scale: the first round share that holds every limit drawn. */
export const scaleOf = (rates: readonly Pick<Rate, 'n' | 'wilson'>[]): number => {
  const most = Math.max(0, ...rates.filter(({ n }) => n > 0).map(({ wilson }) => wilson.upper))
  return steps.find((step) => step >= most) ?? 1
}

/** Rates side by side: a dot for the rate, a band for what is not known yet, the words beside them. */
export function RateRows({ rates, isDense = false }: { readonly rates: readonly DrawnRate[]; readonly isDense?: boolean }) {
  const language = useLanguage()
  const scale = scaleOf(rates)
  const at = (share: number): string => `${(share / scale) * 100}%`
  return (
    <ul className={`mt-4 grid ${isDense ? 'gap-1' : 'gap-4'}`}>
      {rates.map(({ name, label, hue, n, rate, wilson }) => (
        <li key={name} style={hueStyle(hue)} className={isDense ? 'flex items-center gap-3' : undefined}>
          <p className={`flex items-baseline justify-between gap-3 ${isDense ? 'order-2 w-36 shrink-0' : ''}`}>
            <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{label}</span>
            <span className="tabular shrink-0 text-[0.9375rem] text-soft">
              {rate !== null && `${formatPercent(rate, language)} · `}n = {formatNumber(n, language)}
            </span>
          </p>
          {rate !== null && (
            <>
              <span aria-hidden="true" className={`relative block h-5 ${isDense ? 'order-1 min-w-0 flex-1' : 'mt-1.5'}`}>
                <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
                <span
                  className="absolute top-1/2 h-3 -translate-y-1/2 rounded-full bg-[color-mix(in_oklab,var(--hue)_26%,transparent)]"
                  style={{ left: at(wilson.lower), width: at(wilson.upper - wilson.lower) }}
                />
                <span className="absolute top-1/2 size-4 -translate-1/2 rounded-full bg-(--hue)" style={{ left: at(rate) }} />
              </span>
              <span className="sr-only">{betweenShares(wilson, language)}</span>
            </>
          )}
        </li>
      ))}
      <li aria-hidden="true" className={`tabular flex ${isDense ? 'mr-39' : '-mt-2'} justify-between text-[0.8125rem] text-soft`}>
        <span>{formatPercent(0, language)}</span>
        <span>{formatPercent(scale, language)}</span>
      </li>
    </ul>
  )
}
