import { Trans, useLingui } from '@lingui/react/macro'
import { letGoReasons, type Contact, type LetGoReason } from '#method/contact/contact.ts'
import type { Language } from '#language/format.ts'
import { letGoName } from '#language/sentences.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'

type Props = {
  readonly contact: Contact | null
  readonly language: Language
  readonly onChoose: (reason: LetGoReason) => void
  readonly onClose: () => void
}

/** Lets someone go: one tap on a reason, and it can always be taken back. */
export function LetGoSheet({ contact, language, onChoose, onClose }: Props) {
  const { t } = useLingui()
  return (
    <Sheet open={contact !== null} onClose={onClose} title={t`Lâcher prise`} above={contact?.name} closeLabel={t`Fermer`}>
      <p className="mb-4 text-soft">
        <Trans>Cette personne quitte vos suivis. Son histoire reste, et vous pourrez la reprendre quand vous voudrez. Pourquoi?</Trans>
      </p>
      <div className="grid gap-2">
        {letGoReasons.map((reason) => (
          <Button key={reason} wide onClick={() => onChoose(reason)}>
            {letGoName(reason, language)}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}
