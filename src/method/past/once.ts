const mostRemembered = 10_000
const longest = 200

/** Answers from memory what was asked before: a column of a file holds few words, many times. */
export const once = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const answer = read(text)
    if (known.size < mostRemembered && text.length < longest) known.set(text, answer)
    return answer
  }
}
