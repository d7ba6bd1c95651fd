/** Words put one after the other, mending the seams: what an absent detail leaves behind, and French before a name. */
export type RunningText = {
  readonly say: (words: string) => void
  /** Says a name, of a place or a person. */
  readonly name: (name: string) => void
  readonly text: () => string
}

const spaces = ' \u00A0\t'
const startsWithSpace = (words: string): boolean => words !== '' && spaces.includes(words.charAt(0))

/** Makes an empty text. Saying nothing (`''`) leaves a seam: the space or the line that was around it is not said twice. */
export function runningText(): RunningText {
  const pieces: string[] = []
  let hasSeam = false
  const last = (): string => pieces.at(-1) ?? ''
  const trimLast = (): unknown => pieces.length > 0 && pieces.splice(-1, 1, last().replace(/[ \u00A0\t]+$/, ''))
  const say = (words: string): void => {
    if (words === '') {
      hasSeam = true
      return
    }
    let rest = words
    if (hasSeam) {
      const isOpen = last() === '' || last().endsWith('\n') || startsWithSpace(last().slice(-1))
      if (isOpen && startsWithSpace(rest)) rest = rest.slice(1)
      if (/^[,.;!?)\n]/.test(rest)) trimLast()
      // A line or a paragraph that is not said takes its own blank line with it.
      const lines = /^\n*/.exec(rest)?.[0].length ?? 0
      rest = rest.slice(last() === '' ? lines : Math.min(lines, /\n*$/.exec(last())?.[0].length ?? 0))
    }
    hasSeam = rest === ''
    if (rest !== '') pieces.push(rest)
  }
  const name = (name: string): void => {
    const [before, after] = contracted(last(), name)
    if (before !== last()) pieces.splice(-1, 1, before)
    say(after)
  }
  return { say, name, text: () => pieces.join('').trim() }
}

const contractions: Readonly<Record<string, string>> = { 'à le': 'au ', 'à les': 'aux ', 'de le': 'du ', 'de les': 'des ' }

// « à Le Bic » is said « au Bic », « de Alma » « d’Alma ». Only a lower-case `à` or `de` just before the name is French for sure.
function contracted(before: string, name: string): readonly [string, string] {
  const preposition = /(?:^|\s)(à|de) $/u.exec(before)?.[1]
  if (preposition === undefined) return [before, name]
  const stem = before.slice(0, -preposition.length - 1)
  const article = /^(les?) /iu.exec(name)?.[1]
  if (article !== undefined) return [`${stem}${contractions[`${preposition} ${article.toLowerCase()}`] ?? ''}`, name.slice(article.length + 1)]
  return preposition === 'de' && /^[aeiouàâéèêëîïôöùûœ]/iu.test(name) ? [`${stem}d’`, name] : [before, name]
}
