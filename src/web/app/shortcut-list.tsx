import { Trans, useLingui } from '@lingui/react/macro'
import { KeyHint } from '../ui/key-hint.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { paletteKeys } from './palette-keys.ts'
import { useShortcuts } from '../ui/shortcuts.ts'

/** Every key that does something on this screen. */
export function ShortcutList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLingui()
  const shortcuts = useShortcuts()
  return (
    <Sheet open={open} onClose={onClose} title={t`Raccourcis du clavier`} closeLabel={t`Fermer`}>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-3">
        <dt>
          <Trans>Chercher, noter, aller</Trans>
        </dt>
        <dd className="m-0">
          <KeyHint keys={paletteKeys()} />
        </dd>
        {shortcuts
          .filter((each, index) => shortcuts.findLastIndex(({ key }) => key === each.key) === index)
          .map(({ key, label }) => (
            <div key={key} className="contents">
              <dt>{label}</dt>
              <dd className="m-0">
                <KeyHint keys={key} />
              </dd>
            </div>
          ))}
      </dl>
    </Sheet>
  )
}
