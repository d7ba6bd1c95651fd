/** What a file of people may weigh. Sizes of text are in UTF-16 units, the file in bytes. */
export type ImportLimits = {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  readonly cell: number
  /** A whole record, every cell together. */
  readonly record: number
}

/** 50 MB, 200,000 rows, 200 columns, 32 KB a cell: large for an address book, small for a memory (SECURITY, import bombs). */
export const importLimits: ImportLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cell: 32 * 1024,
  record: 1024 * 1024,
}

/** Why a whole file is refused. */
export type FileRefusalReason =
  | 'empty'
  | 'binary'
  | 'spreadsheet'
  | 'no-address-book'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'record-too-long'
  | 'unclosed-quote'
  | 'no-heading'
  | 'no-card'

/** A polite refusal of a whole file; `at` is the line of the file where it was seen (1 is the first), when it is known. */
export type FileRefusal = { readonly ok: false; readonly reason: FileRefusalReason; readonly at?: number }

/** Builds a refusal. */
export function refuse(reason: FileRefusalReason, at?: number): FileRefusal {
  return at === undefined ? { ok: false, reason } : { ok: false, reason, at }
}
