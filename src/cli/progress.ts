const everyMs = 1000

/** Says how far something is on the error stream, once a second at most: over one line on a terminal, on new lines elsewhere. */
export const newProgress = (now: () => number = () => performance.now(), out: NodeJS.WriteStream = process.stderr) => {
  let last = now()
  let isOpen = false
  return {
    say: (sentence: string): void => {
      if (now() - last < everyMs) return
      last = now()
      out.write(out.isTTY ? `\r\u001B[2K${sentence}` : `${sentence}\n`)
      isOpen = out.isTTY
    },
    end: (): void => {
      if (isOpen) out.write('\r\u001B[2K')
      isOpen = false
    },
  }
}
