import { useLedger, useWrite } from '../offline/ledger.ts'
import { headingsKey, remembering, type Columned } from './remembered-mapping.ts'

/** Remembers a mapping that was accepted: the next file with these headings opens with it, on every device of hers. */
export const useRememberMapping = () => {
  const ledger = useLedger()
  const write = useWrite()
  return (headings: readonly string[], of: 'people' | 'past', mapping: Columned): void => {
    const { id, language, zone, importMappings } = ledger.settings()
    // Whoever has chosen nothing yet keeps the language and the zone that her device gave her.
    const first = ledger.get('settings', id) ? {} : { language, zone }
    write({ type: 'settings.put', fields: { ...first, importMappings: remembering(importMappings, headingsKey(headings, of), mapping) } })
  }
}
