import { useLedger, useWrite } from '../offline/ledger.ts'
import { headingsKey, remembering, type Columned } from './remembered-mapping.ts'

/** Remembers a mapping that was accepted: the next file with these headings opens with it, on every device of hers. */
export const useRememberMapping = () => {
  const ledger = useLedger()
  const write = useWrite()
  return (headings: readonly string[], of: 'people' | 'past', mapping: Columned): void => {
    const { importMappings } = ledger.settings()
    write({ type: 'settings.put', fields: { importMappings: remembering(importMappings, headingsKey(headings, of), mapping) } })
  }
}
