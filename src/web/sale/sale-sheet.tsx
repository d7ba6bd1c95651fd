import { useLingui } from '@lingui/react/macro'
import { Sheet } from '../ui/sheet.tsx'
import { SaleForm } from './sale-form.tsx'

/** Records a sale alone. */
export function SaleSheet({
  open,
  onClose,
  contactId = null,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly contactId?: string | null | undefined
}) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={onClose} title={t`Noter une vente`} closeLabel={t`Fermer`}>
      {open && <SaleForm contactId={contactId} onDone={onClose} />}
    </Sheet>
  )
}
