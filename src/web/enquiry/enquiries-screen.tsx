import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Inbox, Plus } from 'lucide-react'
import { useState } from 'react'
import { formatInstant } from '#language/format.ts'
import { enquiryWayNames } from '#language/enquiry.ts'
import { LogSheet } from '../activity/log-sheet.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { useTouch } from '../activity/use-touch.ts'
import { WritingSheet } from '../message/writing-sheet.tsx'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useNavigate } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { EnquiryCard } from './enquiry-card.tsx'
import { EnquirySheet } from './enquiry-sheet.tsx'
import { FormPart } from './form-part.tsx'
import { useDroppedFile } from './use-dropped-file.ts'
import { useEnquiries } from './use-enquiries.ts'

/** Demandes: those that wait, each with its clock; those that were answered; the public form (claim 5). */
export function EnquiriesScreen() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today, zone } = useNow()
  const navigate = useNavigate()
  const { waiting, past } = useEnquiries()
  const [telling, setTelling] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const isOver = useDroppedFile((dropped) => {
    setFile(dropped)
    setTelling(true)
  })
  const { request, touch, close } = useTouch()
  const [writing, setWriting] = useState<string | null>(null)
  const see = (contactId: string) => navigate({ to: '/personnes/$contactId', params: { contactId } })
  return (
    <>
      <PageHeader
        title={t`Demandes`}
        below={
          waiting.length === 0 ? undefined : (
            <Plural value={waiting.length} one="# demande attend. Appelez d’abord." other="# demandes attendent. Appelez d’abord." />
          )
        }
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
        actions={
          <Button size="small" icon={Plus} onClick={() => setTelling(true)}>
            <Trans>Ajouter</Trans>
          </Button>
        }
      />
      {isOver && (
        <p role="status" className="mb-4 rounded-card border-2 border-dashed border-edge p-4 text-center font-semibold">
          <Trans>Déposez le message ici, n’importe où sur la page.</Trans>
        </p>
      )}
      {waiting.length === 0 && (
        <EmptyState
          icon={Inbox}
          title={t`Personne n’attend de réponse`}
          text={t`Quand quelqu’un vous écrit, collez son message ici\u00A0: il passe en haut d’Aujourd’hui, avec «\u00A0appelez\u00A0» d’abord.`}
          action={
            <Button variant="solid" onClick={() => setTelling(true)}>
              <Trans>Coller un message</Trans>
            </Button>
          }
        />
      )}
      <div className="grid gap-4 wide:grid-cols-2">
        {waiting.map((enquiry) => (
          <EnquiryCard key={enquiry.id} enquiry={enquiry} onTouch={touch} onWrite={setWriting} onSee={see} />
        ))}
      </div>
      <FormPart />
      {past.length > 0 && (
        <Section title={t`Répondues ou rangées`}>
          <ul>
            {past.slice(0, 100).map((enquiry) => {
              const contact = enquiry.contactId === null ? undefined : ledger.contact(enquiry.contactId)
              return (
                <ListRow
                  key={enquiry.id}
                  title={contact?.name || enquiry.name || enquiry.email || t`Quelqu’un`}
                  text={`${enquiryWayNames[enquiry.via][language]} · ${formatInstant(enquiry.receivedAt, zone, language, today)}`}
                  {...(contact ? { link: (link: object) => <Link to="/personnes/$contactId" params={{ contactId: contact.id }} {...link} /> } : {})}
                />
              )
            })}
          </ul>
        </Section>
      )}
      <WritingSheet
        contact={writing === null ? null : (ledger.contact(writing) ?? null)}
        onClose={() => setWriting(null)}
        onCall={() => {
          if (writing !== null) touch(writing, 'phone')
          setWriting(null)
        }}
      />
      <EnquirySheet
        open={telling}
        file={file}
        onClose={() => {
          setTelling(false)
          setFile(null)
        }}
      />
      <LogSheet request={request} onClose={close} />
    </>
  )
}
