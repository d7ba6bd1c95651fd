const BLANKS = '[\\s\\u0000\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]*'
const STARTS = new RegExp(`^(?:[\\t\\r\\n\\u0000]|${BLANKS}[=+\\-@\\u2212\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE62\\uFE63\\uFE66\\uFE6B])`, 'u')

/** Whether a spreadsheet could take the cell for a formula, also behind blanks, invisible marks or full-width forms (SECURITY, CSV injection). */
export function looksLikeFormula(cell: string): boolean {
  return STARTS.test(cell)
}

/** The cell as it is exported: an apostrophe before what a spreadsheet could execute. Reversible by `withoutFormulaGuard`. */
export function withFormulaGuard(cell: string): string {
  return looksLikeFormula(cell.replace(/^'+/, '')) ? `'${cell}` : cell
}

/** The cell as it was before export. A cell that only looks quoted keeps its apostrophe. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.replace(/^'+/, '')) ? cell.slice(1) : cell
}
