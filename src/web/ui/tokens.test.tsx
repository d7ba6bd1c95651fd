import { expect, test } from 'vitest'
import sheet from './styles.css?raw'

type Pair = readonly [text: string, ground: string]
type Colours = ReadonlyMap<string, string>

const tokens = [...sheet.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)]
const themes: readonly (readonly [string, Colours])[] = [
  ['light', new Map(tokens.map((found) => [found[1] ?? '', found[2] ?? '']))],
  ['dark', new Map(tokens.map((found) => [found[1] ?? '', found[3] ?? '']))],
]

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(colours: Colours, [text, ground]: Pair): number {
  const [first, second] = [text, ground].map((name) => {
    const colour = colours.get(name)
    if (!colour) throw new Error(`no token called ${name}`)
    return luminance(colour) + 0.05
  })
  return Math.max(first ?? 0, second ?? 0) / Math.min(first ?? 1, second ?? 1)
}

const hues = ['spruce', 'blue', 'violet', 'rose', 'ochre', 'slate', 'teal', 'brick'].map((name) => `hue-${name}`)
const read: readonly Pair[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'wheat-bg'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['soft', 'wheat-bg'],
  ['wheat', 'paper'],
  ['danger', 'paper'],
  ['danger', 'card'],
]
const shown: readonly Pair[] = [
  ['on-coral', 'coral'],
  ['coral', 'paper'],
  ['coral', 'card'],
  ['on-solid', 'spruce'],
  ['spruce', 'paper'],
  ['spruce', 'card'],
  ['wheat', 'wheat-bg'],
  ['paper', 'ink'],
  ...hues.flatMap((hue): readonly Pair[] => [
    [hue, 'paper'],
    [hue, 'card'],
    ['on-solid', hue],
  ]),
]
const drawn: readonly Pair[] = [
  ['edge', 'card'],
  ['edge', 'paper'],
]

for (const [theme, colours] of themes) {
  test(`in the ${theme} theme, sentences reach seven to one`, () => {
    expect(read.filter((pair) => contrast(colours, pair) < 7)).toEqual([])
  })
  test(`in the ${theme} theme, labels and icons reach four and a half to one`, () => {
    expect(shown.filter((pair) => contrast(colours, pair) < 4.5)).toEqual([])
  })
  test(`in the ${theme} theme, the border of a field reaches three to one`, () => {
    expect(drawn.filter((pair) => contrast(colours, pair) < 3)).toEqual([])
  })
}
