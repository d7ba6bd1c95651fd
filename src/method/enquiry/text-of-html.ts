const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  Agrave: 'À',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  oelig: 'œ',
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })

/**
 * The words of a message that came as HTML only, line by line. It is read as text and never shown as HTML: tags, scripts, styles
 * and comments are dropped; a tab stands between the cells of a row. One pass; what is never closed is dropped to the end.
 */
export function textOfHtml(html: string): string {
  const kept: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    kept.push(html.slice(at, open === -1 ? undefined : open).replace(/\s+/g, ' '))
    if (open === -1) break
    const name = /^\/?([a-z!][a-z0-9]*|!--)/iu.exec(html.slice(open + 1, open + 24))?.[1]?.toLowerCase()
    if (name === undefined) {
      kept.push('<')
      at = open + 1
      continue
    }
    const end = endOf(html, open, name)
    if (/^(?:br|p|div|tr|li|h[1-6]|blockquote|table|ul|ol|hr)$/.test(name)) kept.push('\n')
    if (name === 'td' || name === 'th') kept.push('\t')
    at = end
  }
  return decoded(kept.join(''))
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function endOf(html: string, open: number, name: string): number {
  const hidden = name === 'script' || name === 'style' || name === 'head' || name === 'title'
  const close = hidden ? `</${name}` : html.startsWith('<!--', open) ? '-->' : '>'
  const from = hidden ? html.slice(open).search(new RegExp(close, 'i')) : html.indexOf(close, open) - open
  if (from < 0) return html.length
  return hidden ? html.indexOf('>', open + from) + 1 || html.length : open + from + close.length
}
