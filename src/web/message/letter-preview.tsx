import { Trans } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { Icon } from '../ui/icon.tsx'

type Props = { readonly letter: string; readonly subject: string; readonly language: 'fr' | 'en' }

/** The message as she will read it, the lines of the law included. */
export function LetterPreview({ letter, subject, language }: Props) {
  return (
    <details className="group rounded-card border border-line px-4">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between font-semibold">
        <Trans>Aperçu</Trans>
        <Icon of={ChevronDown} size={20} className="text-soft group-open:rotate-180" />
      </summary>
      <div lang={language === 'fr' ? 'fr-CA' : 'en-CA'} className="pb-4">
        {subject !== '' && <p className="mb-2 font-semibold wrap-anywhere">{subject}</p>}
        <p className="whitespace-pre-line wrap-anywhere">{letter}</p>
      </div>
    </details>
  )
}
