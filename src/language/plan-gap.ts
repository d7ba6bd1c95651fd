import { formatNumber } from './format.ts'
import { nb, type Language } from './language.ts'

/** What a plan asks beyond a goal; information, the goal stays hers: `Votre plan en demande 24 par jour : 6 de plus.` */
export const planGapSentence = (planned: number, target: number, language: Language): string => {
  const [needed, more] = [planned, planned - target].map((count) => formatNumber(count, language))
  return language === 'fr' ? `Votre plan en demande ${needed} par jour${nb}: ${more} de plus.` : `Your plan asks for ${needed} a day: ${more} more.`
}
