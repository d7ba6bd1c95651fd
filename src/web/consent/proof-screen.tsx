import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Printer, UserX } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Activity } from '#method/activity/activity.ts'
import { dayOf, timeOf, type Instant } from '#method/calendar/day.ts'
import { channels } from '#method/consent/consent.ts'
import { isErased, type Contact } from '#method/contact/contact.ts'
import { formatPhone } from '#method/contact/phone.ts'
import { factSentence } from '#language/consent-facts.ts'
import { channelNames, groundNames } from '#language/consent-names.ts'
import { whySentence } from '#language/consent.ts'
import { sourceWords } from '#language/enquiry.ts'
import { formatDay, formatTime, type Language } from '#language/format.ts'
import { capital } from '#language/language.ts'
import { messageSentence } from '#language/message-states.ts'
import { useLanguage } from '../activity/use-language.ts'
import { download } from '../contact/download.ts'
import { fetchOlderActivities, useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useParams } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { proofOf, type Proof, type ProofWriting } from './proof.ts'

// Read on another day than the one it is made on: each date in full.
const onPaper = (at: Instant, zone: string, language: Language): string =>
  `${formatDay(dayOf(at, zone), language, 'long')}, ${formatTime(timeOf(at, zone), language)}`

/** Dossier de preuve: the consent history of one person on a page, to print, and the same as a file (law R20). */
export function ProofScreen() {
  const { t } = useLingui()
  const { contactId = '' } = useParams()
  const ledger = useLedger()
  const contact = ledger.contact(contactId)
  if (contact && !isErased(contact)) return <PersonProof key={contact.id} contact={contact} />
  return ledger.status === 'loading' ? null : (
    <>
      <PageHeader title={t`Dossier de preuve`} back={{ label: t`Personnes`, link: (link) => <Link to="/personnes" {...link} /> }} />
      <EmptyState icon={UserX} title={t`Cette personne est introuvable`} text={t`Elle n’est pas sur cet appareil, ou elle a été effacée.`} />
    </>
  )
}

function PersonProof({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const older = useOlder(contact.id)
  const { version } = ledger
  const proof = useMemo(() => proofOf(ledger, contact, at, older ?? []), [version, contact, at, older])
  const made = onPaper(proof.madeAt, zone, language)
  const save = () => download(`${t`preuve`}-${contact.id.slice(-6)}-${today}.json`, 'application/json', [JSON.stringify(proof, null, 2)])
  return (
    <>
      <PageHeader
        title={t`Dossier de preuve`}
        below={
          <>
            <span className="block wrap-anywhere">{contact.name}</span>
            <span className="block">{proof.sender.name === '' ? t`Fait le ${made}` : t`Fait le ${made} par ${proof.sender.name}`}</span>
          </>
        }
        back={{
          label: t`Retour à sa fiche`,
          link: (link) => (
            <span data-no-print>
              <Link to="/personnes/$contactId" params={{ contactId: contact.id }} {...link} />
            </span>
          ),
        }}
      />
      <div className="flex flex-wrap gap-2" data-no-print>
        <Button icon={Printer} onClick={() => print()}>{t`Imprimer ou garder en PDF`}</Button>
        <Button icon={Download} onClick={save}>{t`Fichier JSON`}</Button>
      </div>
      {older === null && (
        <p className="mt-4 text-[0.9375rem] text-soft" role="status">
          <Trans>Sans réseau, les échanges notés il y a plus de 90 jours manquent ici.</Trans>
        </p>
      )}
      <div className="max-w-3xl">
        <Who proof={proof} />
        <Standing proof={proof} />
        <Entries proof={proof} />
        <Writings writings={proof.writings} />
      </div>
    </>
  )
}

/** What only the server holds one by one; `null` when it does not answer. */
const useOlder = (contactId: string): readonly Activity[] | null => {
  const [older, setOlder] = useState<readonly Activity[] | null>([])
  useEffect(() => {
    let isHere = true
    fetchOlderActivities(contactId).then(
      (found) => isHere && setOlder(found),
      () => isHere && setOlder(null),
    )
    return () => {
      isHere = false
    }
  }, [contactId])
  return older
}

function Who({ proof: { person, entries, sender } }: { readonly proof: Proof }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { zone } = useNow()
  const claim = entries.find(({ fact }) => fact.type === 'import-claim')
  const from = person.importedFrom
  const lines: readonly (readonly [string, string])[] = [
    [t`Organisation`, person.organisation],
    [t`Courriels`, person.emails.map(({ address }) => address).join(', ')],
    [t`Téléphones`, person.phones.map(({ number, extension }) => formatPhone(number, extension, language)).join(', ')],
    [t`Votre rencontre`, sourceWords(person.source, language)],
    [t`Fiche créée`, onPaper(person.createdAt, zone, language)],
    [t`Importée du fichier`, from ?? ''],
    [t`Provenance déclarée`, claim ? factSentence(claim.fact, language) : ''],
    [t`Qui écrit`, [sender.name, sender.mailingAddress].filter(Boolean).join(', ')],
  ]
  return (
    <Section title={t`D’où viennent ses renseignements`}>
      <dl className="grid gap-2">
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="grid gap-x-4 wide:grid-cols-[12rem_1fr]">
              <dt className="text-soft">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  )
}

function Standing({ proof }: { readonly proof: Proof }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { zone } = useNow()
  return (
    <Section title={t`Ce qui est permis aujourd’hui`}>
      <dl className="grid gap-2">
        {channels.map((channel) => (
          <div key={channel} className="grid gap-x-4 wide:grid-cols-[12rem_1fr]">
            <dt className="text-soft">{channelNames[channel][language]}</dt>
            <dd>{whySentence(proof.standing[channel].why, language, { zone, today: dayOf(proof.madeAt, zone) })}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Entries({ proof: { entries } }: { readonly proof: Proof }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { zone } = useNow()
  if (entries.length === 0)
    return (
      <Section title={t`Ce qui est noté`}>
        <p className="text-soft">
          <Trans>Rien n’est noté : aucun consentement, aucun achat, aucune demande, aucun refus.</Trans>
        </p>
      </Section>
    )
  return (
    <Section title={t`Ce qui est noté`}>
      <div className="overflow-x-auto" role="group" aria-label={t`Ce qui est noté`} tabIndex={0}>
        <table className="w-full min-w-136 text-left text-[0.9375rem] print:min-w-0">
          <thead>
            <tr className="border-b border-line text-soft">
              <th scope="col" className="py-2 pr-3 font-medium">{t`Quand`}</th>
              <th scope="col" className="py-2 pr-3 font-medium">{t`Quoi`}</th>
              <th scope="col" className="py-2 font-medium">{t`Noté le`}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id, fact, occurredAt, recordedAt }) => (
              <tr key={id} className="border-b border-line align-top">
                <td className="py-2 pr-3">{onPaper(occurredAt, zone, language)}</td>
                <td className="py-2 pr-3 wrap-anywhere">
                  {factSentence(fact, language)}
                  <span className="block text-[0.875rem] text-soft">{id}</span>
                </td>
                <td className="py-2">{onPaper(recordedAt, zone, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Writings({ writings }: { readonly writings: readonly ProofWriting[] }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { zone } = useNow()
  return (
    <Section title={t`Ce qui lui a été écrit`}>
      {writings.length === 0 && (
        <p className="text-soft">
          <Trans>Aucun message noté ni envoyé.</Trans>
        </p>
      )}
      <ul>
        {writings.map(({ id, at, channel, to, subject, body, state, ground, evidenceId }) => (
          <li key={id} className="border-b border-line py-3 last:border-b-0">
            <p className="font-semibold">{[onPaper(at, zone, language), channelNames[channel][language], to].filter(Boolean).join(' · ')}</p>
            <p className="text-[0.9375rem] text-soft">
              {[
                state === 'noted' ? t`Noté à la main` : messageSentence({ state, detail: '' }, language),
                ground === null ? t`sans motif au registre à ce moment` : capital(groundNames[ground][language]),
                evidenceId,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {subject !== '' && <p className="mt-1 wrap-anywhere">{subject}</p>}
            {body !== '' && <p className="mt-1 text-[0.9375rem] whitespace-pre-line wrap-anywhere">{body}</p>}
          </li>
        ))}
      </ul>
      {writings.some(({ state }) => state !== 'noted') && (
        <p className="mt-3 text-[0.9375rem] text-soft">
          <Trans>Chaque courriel envoyé par Entrain porte en plus, au moment du départ, qui écrit, l’adresse postale et un lien de désabonnement.</Trans>
        </p>
      )}
    </Section>
  )
}
