const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

/** Lower case without accents or ligatures, whatever the Unicode form; punctuation kept. */
export function plainLetters(text: string): string {
  // Most cells of most files; nothing of it has an accent to lose.
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđ]/gu, (letter) => LIGATURES[letter] ?? letter)
}

/** Words separated by one space, without accents, case, hyphens or apostrophes; `St` and `Ste` kept as written. */
export function foldWords(text: string): string {
  return plainLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The form under which two spellings of a name are one: `St-Onge`, `Saint Onge` and `SAINT-ONGE` all give `saint onge`.
 * `St`, `Ste` and `Sainte` become `saint` only before another word, so that a name made of that word alone stays itself.
 * Idempotent; indifferent to NFC and NFD.
 */
export function foldName(text: string): string {
  return foldWords(text).replace(/(?<![\p{L}\p{N}])(?:ste?|sainte)(?= )/gu, 'saint')
}

/** The folded name without its spaces: `d’Howard`, `d Howard` and `dHoward` are one. */
export function foldTight(text: string): string {
  return foldName(text).replaceAll(' ', '')
}

/** Text as it is kept: NFC, trimmed, well formed, without invisible controls (newlines and tabs stay, a right-to-left mark too). */
export function cleanText(text: string): string {
  const kept = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n')
  // Control characters have no place in a name and break logs, JSON readers and PostgreSQL text.
  // oxlint-disable-next-line no-control-regex
  return kept.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '').trim()
}

/** The same on a single line. */
export function cleanLine(text: string): string {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.join(', ').replace(/[ \t]{2,}/g, ' ')
}
