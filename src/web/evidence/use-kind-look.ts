import { kindName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger } from '../offline/ledger.ts'
import type { Hue } from '../ui/hue.ts'

/** How a kind of the log is named and coloured, archived ones too. */
export const useKindLook = (): { readonly nameOf: (kind: string) => string; readonly hueOf: (kind: string) => Hue } => {
  const ledger = useLedger()
  const language = useLanguage()
  const kinds = ledger.kinds()
  const known = (kind: string) => kinds.find(({ id }) => id === kind) ?? ledger.get('kind', kind)
  return {
    nameOf: (kind) => kindName(known(kind) ?? kind, language),
    hueOf: (kind) => known(kind)?.hue ?? 'slate',
  }
}
