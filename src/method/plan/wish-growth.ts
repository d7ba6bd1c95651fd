/** So many times what comes in today. */
export type Growth = { readonly times: number }

const size = '(\\d+(?:\\.\\d+)?)'
const isUp = /(?<!\w)(?:augment\w*|increas\w*|grow\w*|hausse\w*|croissance|croitre|plus|more|up|boost\w*|mont\w*|raise|accroitre|develop\w*)(?!\w)/

const multiples: readonly (readonly [RegExp, (found: string | undefined) => number])[] = [
  [/(?<!\w)(?:doubl(?:er|e|es|ant|ing|erai)|twice(?: as (?:many|much))?)(?!\w)/, () => 2],
  [/(?<!\w)(?:tripl(?:er|e|es|ant|ing|erai))(?!\w)/, () => 3],
  [/(?<!\w)(?:quadrupl(?:er|e|es|ant|ing|erai))(?!\w)/, () => 4],
  [new RegExp(`(?<!\\w)(?:par|by|fois|x) ?${size}(?= |$)(?<=(?:multipl\\w+|fois|x).*)`), Number],
  [new RegExp(`(?<![\\w.])${size} ?(?:x|fois|times)(?= (?:plus|more|as|mes|mon|ma|my|our|nos|notre)(?!\\w)| |$)(?! (?:par|per|a|each|chaque|\\.))`), Number],
]
const percent = new RegExp(`(?<![\\w.])${size} ?(?:%|pour 100|per 100|percent)(?!\\w)`)

const without = (text: string, found: string): string => text.replace(found, ' ').replace(/ +/g, ' ').trim()

/** A growth such as `doubler`, `trois fois plus`, `10x my`, `augmenter de 20 %`, and the text without it. */
export const readGrowth = (text: string): { readonly growth: Growth | null; readonly rest: string } => {
  for (const [pattern, times] of multiples) {
    const match = pattern.exec(text)
    if (match) return { growth: { times: times(match[1]) }, rest: without(text, match[0]) }
  }
  const share = percent.exec(text)
  if (!share || !isUp.test(text)) return { growth: null, rest: text }
  return { growth: { times: 1 + Number(share[1]) / 100 }, rest: without(text, share[0]) }
}
