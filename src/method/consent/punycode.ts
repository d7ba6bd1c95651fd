const base = 36
const tMin = 1
const tMax = 26
const letterOf = (digit: number): string => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22)

const adapt = (delta: number, points: number, isFirst: boolean): number => {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2)
  rest += Math.floor(rest / points)
  let k = 0
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38))
}

const integerIn = (value: number, bias: number): string => {
  let written = ''
  let rest = value
  for (let k = base; ; k += base) {
    const threshold = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias
    if (rest < threshold) return written + letterOf(rest)
    written += letterOf(threshold + ((rest - threshold) % (base - threshold)))
    rest = Math.floor((rest - threshold) / (base - threshold))
  }
}

/** A label of a domain as machines write it: `émilie` is `xn--milie-9ra` (RFC 3492, RFC 3490 prefix); ASCII stays as it is. */
export const asciiLabel = (label: string): string => {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0)
  const plain = points.filter((point) => point < 128)
  if (plain.length === points.length) return label
  let written = String.fromCodePoint(...plain)
  if (plain.length > 0) written += '-'
  let [point, delta, bias, done] = [128, 0, 72, plain.length]
  while (done < points.length) {
    const next = Math.min(...points.filter((each) => each >= point))
    delta += (next - point) * (done + 1)
    point = next
    for (const each of points) {
      if (each < point) delta += 1
      if (each !== point) continue
      written += integerIn(delta, bias)
      bias = adapt(delta, done + 1, done === plain.length)
      delta = 0
      done += 1
    }
    delta += 1
    point += 1
  }
  return `xn--${written}`
}
