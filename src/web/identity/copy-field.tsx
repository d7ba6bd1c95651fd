import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Something shown once, to take away. Where the browser keeps its clipboard closed, the text selects itself. */
export function CopyField({ label, hint, value }: { readonly label: string; readonly hint?: string | undefined; readonly value: string }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const canCopy = globalThis.isSecureContext && 'clipboard' in navigator
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  return (
    <div className="grid gap-2">
      <TextField label={label} hint={hint} value={value} onValue={() => undefined} readOnly onFocus={(event) => event.target.select()} spellCheck={false} />
      {canCopy && (
        <div>
          <Button size="small" icon={copied === 'yes' ? Check : Copy} onClick={() => void copy()}>
            {copied === 'yes' ? <Trans>Copié</Trans> : <Trans>Copier</Trans>}
          </Button>
        </div>
      )}
      <p role="status" className="text-[0.9375rem] text-soft">
        {copied === 'failed'
          ? t`La copie n’a pas fonctionné. Touchez le texte pour le choisir, puis copiez-le.`
          : canCopy
            ? ''
            : t`Touchez le texte pour le choisir, puis copiez-le.`}
      </p>
    </div>
  )
}
