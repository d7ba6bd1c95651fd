import type { Challenge } from '#method/challenge/challenge.ts'
import { certificateWords, challengeDates } from '#language/challenge.ts'
import type { Language } from '#language/language.ts'

const size = { width: 1080, height: 1080 }

/** The certificate as a PNG: drawn on the device, nothing is sent anywhere. */
export const certificateOf = async (challenge: Challenge, name: string, language: Language): Promise<File | null> => {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  await document.fonts.ready
  const words = certificateWords(language)
  pen.fillStyle = '#FBF7EF'
  pen.fillRect(0, 0, size.width, size.height)
  pen.strokeStyle = '#12483A'
  pen.lineWidth = 6
  pen.strokeRect(48, 48, size.width - 96, size.height - 96)
  pen.textAlign = 'center'
  pen.fillStyle = '#12483A'
  pen.font = '600 92px "Fraunces Variable", Georgia, serif'
  pen.fillText(words.title, size.width / 2, 300)
  pen.fillStyle = '#1D2A26'
  pen.font = '600 64px "Fraunces Variable", Georgia, serif'
  for (const [place, line] of linesOf(pen, challenge.title, 880).entries()) pen.fillText(line, size.width / 2, 440 + place * 78)
  pen.font = '400 36px "Instrument Sans Variable", system-ui, sans-serif'
  if (name !== '') pen.fillText(`${words.by} ${name}`, size.width / 2, 680)
  pen.fillText(challengeDates(challenge, language), size.width / 2, 750)
  pen.fillStyle = '#55605A'
  pen.font = '400 30px "Instrument Sans Variable", system-ui, sans-serif'
  pen.fillText(words.said, size.width / 2, 960)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob && new File([blob], 'entrain.png', { type: 'image/png' })
}

const linesOf = (pen: CanvasRenderingContext2D, text: string, width: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.slice(0, 2)
}

/** Shares an image where the device can, else keeps it as a file. */
export const shareImage = async (file: File): Promise<void> => {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
    } catch {
      // She changed her mind: nothing was shared.
    }
    return
  }
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: file.name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
