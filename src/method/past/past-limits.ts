import { importLimits, type ImportLimits } from '../contact/import-limits.ts'

/** What a file of past activities may weigh on the command line, where it is read a piece at a time: two million rows, 2 GB. */
export const pastLimits: ImportLimits = { ...importLimits, bytes: 2 * 1024 ** 3, rows: 2_000_000 }

/** What the app takes in through its server, which reads and writes a larger file in a thread of its own: 500,000 rows, 200 MB. */
export const mostRowsByServer = 500_000
/** The same, with the row of headings. */
export const pastLimitsByServer: ImportLimits = { ...importLimits, bytes: 200 * 1024 * 1024, rows: mostRowsByServer + 1 }

/** What a device reads by itself, with a network or without: beyond, its server does, and the phone stays free. */
export const mostRowsOnScreen = 20_000
/** The same, with the row of headings. */
export const pastLimitsOnScreen: ImportLimits = { ...importLimits, rows: mostRowsOnScreen + 1 }

/** A file whose column of kinds holds more different unknown words than this has none in it: its words are no kinds. */
export const mostNewKinds = 40

/** What surely has more rows than that, in bytes: sent without being read here first. */
export const heaviestOnScreen = 8 * 1024 * 1024

/** The most bytes of one piece of a file on its way to the server. */
export const largestPiece = 1024 * 1024

/** How many of the rows set aside are shown; all are counted. */
export const mostSetAside = 500
