import { useLingui } from '@lingui/react/macro'
import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import type { Offer } from '#method/sale/sale.ts'
import { matterOf, openingLine } from '#language/consent-words.ts'
import { sourceWords } from '#language/enquiry.ts'
import { formatDay, formatInstant, formatTime } from '#language/format.ts'
import { capital } from '#language/language.ts'
import { promiseOf } from '#language/reasons.ts'
import { relationshipName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import type { Reach } from '../consent/reach.ts'
import { senderOf } from '#method/consent/sender.ts'
import { useReach } from '../consent/use-reach.ts'
import { HerClock } from '../consent/her-clock.tsx'
import { WhyNot } from '../consent/why-not.tsx'
import { useLedger, useNow, type LedgerView } from '../offline/ledger.ts'
import { buttonClasses } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** An enquiry, and the ways that the law leaves to answer it. */
export type Asked = { readonly enquiry: Enquiry; readonly reach: Reach }

type Props = {
  readonly contact: Contact | null
  /** What she asked and how she is answered, when her page is not made yet. */
  readonly asked?: Asked | undefined
  /** Why now, in one sentence; empty when one opens her page. */
  readonly reason: string
  readonly onClose: () => void
  /** The call starts: its clock too. */
  readonly onCall: () => void
}

/** Before the call: who she is, what was said and promised, what to say first (issue 3, section 3). */
export function CallBrief({ contact, reason, asked, onClose, onCall }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const about = contact && [relationshipName(contact.relationship, language), contact.role, contact.organisation, contact.city].filter(Boolean).join(' · ')
  return (
    <Sheet open={contact !== null} onClose={onClose} title={contact?.name ?? ''} above={about} closeLabel={t`Fermer`}>
      {contact && <Brief {...{ contact, reason, asked, onCall }} />}
    </Sheet>
  )
}

const quote = (text: string, language: 'fr' | 'en'): string => (language === 'fr' ? `«\u00A0${text}\u00A0»` : `“${text}”`)

function Brief({ contact, reason, asked, onCall }: Omit<Props, 'onClose' | 'contact'> & { readonly contact: Contact }) {
  const { t } = useLingui()
  const own = useReach(contact)
  const reach = asked?.reach ?? own
  const call = reach.open.find(({ kind }) => kind === 'phone')
  return (
    <div className="grid gap-4">
      <BriefLines {...{ contact, reason, asked }} />
      <HerClock {...{ reach }} personId={asked ? null : () => contact.id} />
      {call && (
        <a href={call.href} onClick={onCall} className={buttonClasses({ variant: 'next', size: 'large', wide: true })}>
          <Icon of={Phone} />
          <span>{t`Appeler`}</span>
        </a>
      )}
      <WhyNot contact={asked ? null : contact} closed={reach.closed.filter(({ kind }) => kind === 'phone')} />
    </div>
  )
}

type LinesProps = {
  readonly contact: Contact
  readonly reason?: string | undefined
  readonly asked?: Asked | undefined
  /** Beside her card, which tells the reason and her last words already. */
  readonly isBeside?: boolean | undefined
}

/** What to say first, then the facts that a call leans on. */
export function BriefLines({ contact, reason = '', asked, isBeside = false }: LinesProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today, zone } = useNow()
  const enquiry = asked?.enquiry ?? ledger.about('enquiry', contact.id).toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))[0]
  const offers = offersFor(ledger, contact)
  const { nextStep, lastWords, lastWordsAt, source, interests } = contact
  const spoken = contact.language || language
  const offered = [...ledger.all('offer').values()].filter(({ archived }) => !archived).map(({ name }) => name)
  const matter = enquiry && matterOf(enquiry.subject, offered, spoken)
  const subject = matter || nextStep?.note || interests[0] || offers[0]?.name || (lastWords && t`notre dernière conversation`)
  const sender = senderOf(ledger.settings())
  const caller = { businessName: sender.businessName, personName: sender.personName || ledger.settings().firstName }
  return (
    <>
      <p lang={spoken === language ? undefined : `${spoken}-CA`} className="font-serif text-[1.3125rem] leading-snug">
        {quote(openingLine(caller, subject, spoken), spoken)}
      </p>
      <dl className="grid gap-3">
        <Line name={t`Pourquoi maintenant`}>{reason}</Line>
        <Line name={t`Promis`}>
          {nextStep?.promised &&
            [
              capital(formatDay(nextStep.due, language, 'relative', today)),
              nextStep.time && formatTime(nextStep.time, language),
              nextStep.note || promiseOf(nextStep.kind, language),
            ]
              .filter(Boolean)
              .join(' · ')}
        </Line>
        <Line name={t`Ses derniers mots`}>
          {!isBeside && lastWords && [quote(lastWords, language), lastWordsAt && formatInstant(lastWordsAt, zone, language, today)].filter(Boolean).join(' · ')}
        </Line>
        <Line name={t`Ce qu’elle a écrit`}>
          {enquiry && [quote(enquiry.words || enquiry.subject, language), formatInstant(enquiry.receivedAt, zone, language, today)].join(' · ')}
        </Line>
        <Line name={t`Ce qui l’intéresse`}>{interests.join(', ')}</Line>
        <Line name={t`Votre rencontre`}>{sourceWords(source, language)}</Line>
        {offers.map(({ id, name, points }) => (
          <Line key={id} name={t`À dire de ${name}`}>
            {points}
          </Line>
        ))}
      </dl>
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt className="text-[0.9375rem] text-soft">{name}</dt>
      <dd className="line-clamp-6 wrap-anywhere whitespace-pre-line">{children}</dd>
    </div>
  )
}

// What interests her first; two offers are enough for one breath.
const offersFor = (ledger: LedgerView, { interests }: Contact): readonly Offer[] => {
  const wanted = interests.map((text) => text.toLocaleLowerCase('fr-CA'))
  const isWanted = ({ name }: Offer): boolean => wanted.some((text) => name.toLocaleLowerCase('fr-CA').includes(text))
  return [...ledger.all('offer').values()]
    .filter(({ archived, points }) => !archived && points.trim() !== '')
    .toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)))
    .slice(0, 2)
}
