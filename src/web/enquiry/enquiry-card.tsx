import { Trans, useLingui } from '@lingui/react/macro'
import { Mail, Phone } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { asksToStop } from '#method/consent/asks-to-stop.ts'
import { formatPhone, writtenPhone } from '#method/contact/phone.ts'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import { personTold } from '#method/enquiry/learn-from-enquiry.ts'
import { matchEnquiry } from '#method/enquiry/match-enquiry.ts'
import { enquiryClock, enquiryWayNames } from '#language/enquiry.ts'
import { useLanguage } from '../activity/use-language.ts'
import '../consent/law-at-hand.ts'
import { useEnquiryReach } from '../consent/use-reach.ts'
import { HerClock } from '../consent/her-clock.tsx'
import { StopProposal } from '../consent/stop-proposal.tsx'
import { WhyNot } from '../consent/why-not.tsx'
import { PrepareCall } from '../next/prepare-call.tsx'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { useEnquiries } from './use-enquiries.ts'
import { WhoseEnquiry } from './whose-enquiry.tsx'

type Props = {
  readonly enquiry: Enquiry
  /** Asked once the channel was opened: how did it go? */
  readonly onTouch: (contactId: string, kind: 'phone') => void
  /** An answer to prepare. */
  readonly onWrite: (contactId: string) => void
  readonly onSee: (contactId: string) => void
}

/** Someone asked: first of all, with its clock, and « appelez » before anything else (claim 5). */
export function EnquiryCard({ enquiry, onTouch, onWrite, onSee }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const { at, zone } = useNow()
  const id = useId()
  const { link, unlink, linkToNew, close } = useEnquiries()
  const known = enquiry.contactId === null ? undefined : ledger.contact(enquiry.contactId)
  const { version } = ledger
  const verdict = useMemo(() => (known ? null : matchEnquiry(enquiry, ledger.people())), [known, enquiry, version])
  const candidates = verdict?.verdict === 'same' ? [verdict.id] : verdict?.verdict === 'to-decide' ? verdict.candidates : []
  // An enquiry whose person is certain is linked by the tap itself; one that could be someone's is asked about first.
  const personOf = (): string | null => known?.id ?? (candidates.length === 0 ? linkToNew(enquiry) : null)
  const [isCalled, setCalled] = useState(false)
  // Called before it was said who she is: how it went is asked once it is said.
  const touch = () => {
    const contactId = personOf()
    if (contactId) onTouch(contactId, 'phone')
    else setCalled(true)
  }
  const decided = (contactId: string | null) => {
    if (contactId && isCalled) onTouch(contactId, 'phone')
  }
  const answer = () => {
    const contactId = personOf()
    if (contactId) onWrite(contactId)
  }
  const reach = useEnquiryReach(enquiry, known)
  const call = reach?.open.find(({ kind }) => kind === 'phone')
  const mail = reach?.open.find(({ kind }) => kind === 'email')
  const [first] = known?.phones ?? []
  const phone = call?.value ?? (first ? formatPhone(first.number, first.extension, language) : enquiry.phone)
  const mustSay = !known && candidates.length > 0
  const name = known?.name || enquiry.name || enquiry.email || writtenPhone(enquiry.phone, language) || t`Quelqu’un`
  return (
    <Card aria-labelledby={id}>
      <div className="flex min-h-6 items-baseline justify-between gap-3 text-[0.9375rem] text-soft">
        <span>
          <Trans>Une demande</Trans> · {enquiryWayNames[enquiry.via][language]}
        </span>
        <strong className="font-semibold text-ink">{enquiryClock(enquiry.receivedAt, at, zone, language)}</strong>
      </div>
      <h2 id={id} className="mt-1 text-[1.625rem] wrap-anywhere">
        {name}
      </h2>
      {enquiry.city !== '' && <p className="text-soft">{enquiry.city}</p>}
      {enquiry.words !== '' && (
        <blockquote className="mt-2 border-l-3 border-line pl-3">
          <p className="line-clamp-6 whitespace-pre-line wrap-anywhere">{enquiry.words}</p>
        </blockquote>
      )}
      {known && <StopProposal contact={known} text={enquiry.words} at={enquiry.receivedAt} />}
      {!known && asksToStop(enquiry.words) && (
        <p className="mt-3 font-semibold" role="note">
          <Trans>Ces mots semblent demander que les messages s’arrêtent. Dites de qui ils viennent pour le noter.</Trans>
        </p>
      )}
      {(call || phone !== '') && (
        <div className="mt-4 grid gap-2.5">
          {call && (
            <a href={call.href} onClick={touch} className={buttonClasses({ variant: 'next', size: 'large', wide: true })}>
              <Icon of={Phone} />
              <span>{t`Appeler maintenant`}</span>
            </a>
          )}
          {phone !== '' && <p className="tabular text-center text-[0.9375rem] text-soft">{writtenPhone(phone, language)}</p>}
          {call && reach && (
            <PrepareCall
              contact={known ?? personTold(enquiry)}
              reason={`${t`Une demande`} · ${enquiryClock(enquiry.receivedAt, at, zone, language)}`}
              asked={{ enquiry, reach }}
              onCall={touch}
              className="justify-self-center"
            />
          )}
          {reach?.isClockTelling && <HerClock {...{ reach }} personId={mustSay ? null : personOf} className="grid justify-items-center text-center" />}
        </div>
      )}
      {mustSay && (
        <WhoseEnquiry
          {...{ enquiry, candidates, isCalled }}
          onKnown={(contactId) => decided(link(enquiry, contactId))}
          onNew={() => decided(linkToNew(enquiry))}
        />
      )}
      {mustSay && reach && <WhyNot contact={null} closed={reach.closed} />}
      {!mustSay && (
        <div className="mt-2.5 grid gap-2.5">
          <div className="flex flex-wrap gap-2.5">
            {mail && (
              <Button icon={Mail} variant={call ? 'outline' : 'next'} className="flex-1" onClick={answer}>
                <Trans>Courriel</Trans>
              </Button>
            )}
            {!call && !mail && (
              <Button className="flex-1" onClick={touch}>
                <Trans>Noter</Trans>
              </Button>
            )}
            {known && (
              <Button className="flex-1" onClick={() => onSee(known.id)}>
                <Trans>Voir</Trans>
              </Button>
            )}
            <Button variant="quiet" className="flex-1" onClick={() => close(enquiry)}>
              <Trans>Ranger</Trans>
            </Button>
          </div>
          {reach && <WhyNot contact={known ?? null} closed={reach.closed} />}
          {known && (
            <Button variant="quiet" size="small" className="-ml-3 justify-self-start" onClick={() => unlink(enquiry, known)}>
              <Trans>Ce n’est pas elle</Trans>
            </Button>
          )}
          <p className="text-[0.9375rem] text-soft">
            <Trans>Une voix rassure plus qu’un écrit. L’issue ne dépend pas de vous; l’appel, oui.</Trans>
          </p>
        </div>
      )}
    </Card>
  )
}
