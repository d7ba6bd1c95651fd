import { Trans, useLingui } from '@lingui/react/macro'
import { buttonClasses } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

/** An order that wants a fresh proof of who asks. */
export function EnterAgain({ sentence }: { readonly sentence: string }) {
  const { t } = useLingui()
  return (
    <ErrorNote
      happened={sentence}
      kept={t`Ce que vous avez noté sur cet appareil y est toujours.`}
      todo={
        <a href="/entrer" className={buttonClasses({ size: 'small' })}>
          <Trans>Entrer de nouveau</Trans>
        </a>
      }
    />
  )
}
