import { useDeferredValue } from 'react'
import { useLedger } from './ledger.ts'

/**
 * The version of the ledger that what weighs more than a counter is computed for: it follows once what was pressed is painted.
 * `null` until the first paint.
 */
export const useSettledVersion = (): number | null => useDeferredValue<number | null>(useLedger().version, null)
