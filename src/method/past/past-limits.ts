import { importLimits, type ImportLimits } from '../contact/import-limits.ts'

/** What a file of past activities may weigh on the command line, where it is read a piece at a time: two million rows, 2 GB. */
export const pastLimits: ImportLimits = { ...importLimits, bytes: 2 * 1024 ** 3, rows: 2_000_000 }

/** What a screen takes in: beyond, the command line is quicker and the phone stays free. */
export const pastLimitsOnScreen: ImportLimits = { ...importLimits, rows: 20_000 }

/** A file whose column of kinds holds more different unknown words than this has none in it: its words are no kinds. */
export const mostNewKinds = 40
