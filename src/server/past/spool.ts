import { deflateRawSync, inflateRawSync } from 'node:zlib'

const pieceLength = 1 << 17
// The lightest compression: texts of a log repeat themselves, and time counts as much as memory.
const level = 1

/** Lines of JSON waiting in memory, pressed to about a tenth of what objects would weigh. */
export type Spool = {
  readonly put: (line: unknown) => void
  readonly isEmpty: () => boolean
  /** Gives the lines back, in their order, and forgets them. */
  readonly take: () => Generator<unknown, void>
}

/** An empty spool. */
export const newSpool = (): Spool => {
  const pieces: Buffer[] = []
  let lines: string[] = []
  let length = 0
  const press = (): void => {
    if (lines.length === 0) return
    pieces.push(deflateRawSync(Buffer.from(`[${lines.join(',')}]`), { level }))
    lines = []
    length = 0
  }
  return {
    put: (line) => {
      const text = JSON.stringify(line)
      lines.push(text)
      length += text.length
      if (length >= pieceLength) press()
    },
    isEmpty: () => pieces.length === 0 && lines.length === 0,
    take: function* () {
      press()
      for (let piece = pieces.shift(); piece; piece = pieces.shift()) yield* JSON.parse(inflateRawSync(piece).toString('utf8')) as readonly unknown[]
    },
  }
}
