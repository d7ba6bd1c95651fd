import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { buttonClasses } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-area.tsx'

type Props = {
  readonly onPick: (file: Blob, name: string) => void
  /** What the file is, and the formats accepted: people unless said otherwise. */
  readonly hint?: string | undefined
  readonly accept?: string | undefined
  readonly pasteLabel?: string | undefined
  readonly children?: ReactNode
}

const ofPeople = '.csv,.tsv,.txt,.vcf,.vcard,.json,text/csv,text/vcard,text/plain'

/** Choose a file, drop it, or paste its text. */
export function PickFile({ onPick, hint, accept = ofPeople, pasteLabel, children }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  return (
    <div className="grid gap-6">
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) onPick(file, file.name)
        }}
        className={classes(
          'grid justify-items-center gap-3 rounded-card border-2 border-dashed px-4 py-10 text-center',
          over ? 'border-spruce bg-spruce/10' : 'border-edge',
        )}
      >
        <span className="grid size-14 place-items-center rounded-full bg-spruce/10 text-spruce">
          <Icon of={FileUp} size={26} />
        </span>
        <p className="max-w-sm text-soft">
          {hint ?? <Trans>Un fichier CSV (Excel, Google, Outlook) ou vCard (téléphone, carnet d’adresses). Il est lu sur cet appareil.</Trans>}
        </p>
        <input
          id={id}
          type="file"
          accept={accept}
          className="peer sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) onPick(file, file.name)
          }}
        />
        <label
          htmlFor={id}
          className={classes(
            buttonClasses({ variant: 'next', size: 'large' }),
            'cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-spruce',
          )}
        >
          <Trans>Choisir un fichier</Trans>
        </label>
        <p className="hidden text-[0.9375rem] text-soft pointer-fine:block">
          <Trans>ou déposez-le ici</Trans>
        </p>
      </div>
      {children}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">
          <Trans>Coller du texte</Trans>
        </summary>
        <form
          className="mt-2 grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (pasted.trim()) onPick(new Blob([pasted], { type: 'text/plain' }), t`Texte collé`)
          }}
        >
          <TextArea label={pasteLabel ?? t`Lignes copiées d’un tableur, ou cartes vCard`} value={pasted} onValue={setPasted} rows={5} />
          <div>
            <SubmitButton missing={pasted.trim() === '' ? t`Collez d’abord du texte.` : null}>
              <Trans>Lire ce texte</Trans>
            </SubmitButton>
          </div>
        </form>
      </details>
    </div>
  )
}
