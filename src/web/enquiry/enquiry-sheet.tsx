import { Trans, useLingui } from '@lingui/react/macro'
import { Upload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { readEnquiry, readPastedEnquiry } from '#method/enquiry/read-enquiry.ts'
import { enquiryWays } from '#method/enquiry/enquiry.ts'
import { enquiryWayNames } from '#language/enquiry.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { WhenField } from '../activity/when-field.tsx'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { useNow } from '../offline/now.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { blankEnquiry, entryOf, isTold, type EnquiryDraft } from './enquiry-draft.ts'
import { PhoneField } from './phone-field.tsx'
import type { FileFault } from './read-eml.ts'

type Props = {
  readonly open: boolean
  /** A message file to read at once, dropped before the sheet opened or over it. */
  readonly file?: File | null
  readonly onClose: () => void
}

/** Someone asked by e-mail, message or telephone: pasted, dropped or told by hand; a person confirms what was read. */
export function EnquirySheet({ open, file = null, onClose }: Props) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={onClose} title={t`Une demande`} closeLabel={t`Fermer`}>
      {open && <EnquiryForm file={file} onDone={onClose} />}
    </Sheet>
  )
}

function EnquiryForm({ file, onDone }: { readonly file: File | null; readonly onDone: () => void }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const language = useLanguage()
  const { show } = useToast()
  const { at: now, zone } = useNow()
  const [draft, setDraft] = useState<EnquiryDraft | null>(null)
  const [problem, setProblem] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const change = (fields: Partial<EnquiryDraft>) => setDraft({ ...(draft ?? blankEnquiry), ...fields })

  const faults: Readonly<Record<FileFault, string>> = {
    'too-large': t`Ce fichier est trop grand. Rien n’a été noté; collez plutôt le texte du message.`,
    'not-a-message': t`Ce fichier n’est pas un message lisible. Rien n’a été noté; collez plutôt le texte du message.`,
    outlook: t`Ce fichier .msg est propre à Outlook, et Entrain ne le lit pas. Rien n’a été noté; enregistrez le message en .eml, ou collez son texte ici.`,
  }
  const readFile = async (given: File | null | undefined) => {
    if (!given) return
    const reading = await import('./read-eml.ts')
      .then(({ readMessageFile }) => readMessageFile(given))
      .catch(() => ({ ok: false, fault: 'not-a-message' }) as const)
    if (reading.ok) setDraft(readEnquiry(reading.message, { zone }))
    setProblem(reading.ok ? '' : faults[reading.fault])
  }
  useEffect(() => void readFile(file), [file])
  const save = () => {
    if (!draft || !isTold(draft) || ledger.status !== 'ready') return
    const written = write({ type: 'enquiry.record', ...entryOf(draft, newId(), null, Date.now()) })
    if (!written.ok) return setProblem(refusalSentence(written.reason, language))
    written.saved.then(
      () => show({ text: t`Demande enregistrée. Elle est en haut d’Aujourd’hui.` }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    onDone()
  }
  if (!draft) {
    return (
      <div className="grid gap-4">
        <TextArea
          label={t`Collez le message reçu`}
          hint={t`Entrain y trouve le nom, le courriel et le téléphone; vous vérifiez.`}
          rows={5}
          value=""
          onValue={(text) => {
            if (text.trim() !== '') setDraft(readPastedEnquiry(text, { zone }))
          }}
        />
        <input
          ref={picker}
          type="file"
          accept=".eml,.txt,.msg,message/rfc822,text/plain"
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
        <div className="flex flex-wrap gap-3">
          <Button icon={Upload} className="flex-1" onClick={() => picker.current?.click()}>
            <Trans>Ouvrir un fichier .eml</Trans>
          </Button>
          <Button className="flex-1" onClick={() => setDraft(blankEnquiry)}>
            <Trans>Écrire moi-même</Trans>
          </Button>
        </div>
        {problem !== '' && <ErrorNote happened={problem} />}
      </div>
    )
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div role="group" aria-label={t`Reçue par`} className="flex flex-wrap gap-2">
        {enquiryWays.map((via) => (
          <Chip key={via} pressed={draft.via === via} onClick={() => change({ via })}>
            {enquiryWayNames[via][language]}
          </Chip>
        ))}
      </div>
      <TextField label={t`Nom`} value={draft.name} onValue={(name) => change({ name })} maxLength={300} autoComplete="off" />
      <PhoneField label={t`Téléphone`} value={draft.phone} onValue={(phone) => change({ phone })} />
      <TextField label={t`Courriel`} type="email" value={draft.email} onValue={(email) => change({ email })} maxLength={320} autoComplete="off" />
      <TextField label={t`Ville`} value={draft.city} onValue={(city) => change({ city })} maxLength={200} autoComplete="off" />
      <TextArea label={t`Ce qu’elle a écrit ou dit`} rows={4} value={draft.words} onValue={(words) => change({ words })} maxLength={20_000} />
      <WhenField label={t`Reçue`} value={draft.receivedAt} onValue={(receivedAt) => change({ receivedAt })} now={now} zone={zone} />
      {problem !== '' && <ErrorNote happened={problem} />}
      <SubmitButton
        variant="next"
        size="large"
        wide
        missing={
          !isTold(draft) ? t`Dites d’abord de qui elle vient, ou ce qu’elle dit.` : ledger.status === 'ready' ? null : t`Un instant, Entrain ouvre vos données.`
        }
      >
        <Trans>Mettre en haut d’Aujourd’hui</Trans>
      </SubmitButton>
    </form>
  )
}
