import type { Bilan } from '#method/evidence/bilan.ts'
import { besideRates, besideTable, besideTitles, besideWays, nobodyYet } from '#language/beside-tables.ts'
import { differenceSentence } from '#language/evidence.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Figure } from './figure.tsx'
import { RateRows } from './rate-rows.tsx'
import { useKindLook } from './use-kind-look.ts'

/** The phone beside e-mail, three ways: conversations, people who bought, sales at the touch itself (claim 5). */
export function PhoneFigure({ bilan }: { readonly bilan: Bilan }) {
  const language = useLanguage()
  const { nameOf, hueOf } = useKindLook()
  const { phoneAgainstEmail } = bilan
  return (
    <Figure
      name="phone-email"
      sentence={<p>{differenceSentence(phoneAgainstEmail.conversations, nameOf, language)}</p>}
      tables={[besideTable(bilan, nameOf, language)]}
    >
      <div className="mt-4 grid gap-5">
        {besideWays.map((way) => {
          const rates = besideRates(bilan, way).map((rate) => ({ ...rate, label: nameOf(rate.name), hue: hueOf(rate.name) }))
          return (
            <div key={way} className="border-t border-line pt-3 first:border-t-0 first:pt-0">
              <h3 className="font-sans text-[1rem] font-semibold">{besideTitles[way][language]}</h3>
              {way !== 'conversations' && rates.length > 0 && (
                <p className="text-[0.9375rem] text-soft">{differenceSentence(phoneAgainstEmail[way], nameOf, language)}</p>
              )}
              {rates.length > 0 ? <RateRows rates={rates} /> : <p className="text-[0.9375rem] text-soft">{nobodyYet(language)}</p>}
            </div>
          )
        })}
      </div>
    </Figure>
  )
}
