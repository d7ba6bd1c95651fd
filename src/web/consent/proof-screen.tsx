import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Printer, UserX } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { dayOf } from '#method/calendar/day.ts'
import { channels } from '#method/consent/consent.ts'
import { isErased, type Contact } from '#method/contact/contact.ts'
import { formatPhone } from '#method/contact/phone.ts'
import { factSentence } from '#language/consent-facts.ts'
import { channelNames } from '#language/consent-names.ts'
import { whySentence } from '#language/consent.ts'
import { sourceWords } from '#language/enquiry.ts'
import { useLanguage } from '../activity/use-language.ts'
import { download } from '../contact/download.ts'
import { fetchOlder, useLedger, useNow } from '../offline/ledger.ts'
import type { OlderFacts } from '../offline/older-facts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useParams } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { onPaper } from './on-paper.ts'
import { Calls, Writings } from './proof-contacts.tsx'
import { proofOf, type Proof } from './proof.ts'

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
  const proof = useMemo(() => proofOf(ledger, contact, at, older ?? undefined), [version, contact, at, older])
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
        <Calls calls={proof.calls} />
      </div>
    </>
  )
}

/** What only the server holds one by one; `null` when it does not answer. */
const useOlder = (contactId: string): OlderFacts | null => {
  const [older, setOlder] = useState<OlderFacts | null>({ activities: [], sales: [] })
  useEffect(() => {
    let isHere = true
    fetchOlder(contactId).then(
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
