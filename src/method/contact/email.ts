// An address has at most 254 characters; a name and brackets may stand around it.
const LONGEST = 500

/** The address inside what people paste: `Marie <marie@x.ca>`, `mailto:marie@x.ca`, trailing commas. Case is kept. */
export function readEmail(text: string): string {
  if (text.length > LONGEST) return text.trim()
  const bracketed = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text
  return bracketed
    .normalize('NFC')
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/[\s,;]+$/u, '')
}

/** The form under which two addresses are one person's: trimmed, NFC, lower case. Dots and `+tag` are kept: they are other boxes elsewhere than at Google. */
export function emailKey(address: string): string {
  return readEmail(address).toLowerCase()
}

/** Whether it could be an address: one `@`, something before, a dotted or local domain after, no space. Delivery is another matter. */
export function isPlausibleEmail(address: string): boolean {
  if (address.length > 254) return false
  const at = address.lastIndexOf('@')
  if (at < 1 || at > 64 || address.indexOf('@') !== at) return false
  if (/[\s<>()[\]\\,;:"\p{C}]/u.test(address)) return false
  const domain = address.slice(at + 1)
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u.test(domain)
}
