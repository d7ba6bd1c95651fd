import { Trans, useLingui } from '@lingui/react/macro'
import { AtSign, Mail, MessageCircle, Phone } from 'lucide-react'
import { useMemo, useState } from 'react'
import { channelStates } from '#method/consent/channel-states.ts'
import { channels, type Channel } from '#method/consent/consent.ts'
import { withoutMistakes } from '#method/consent/mistakes.ts'
import { isAllowed } from '#method/consent/verdict.ts'
import type { Contact } from '#method/contact/contact.ts'
import { factSentence } from '#language/consent-facts.ts'
import { channelNames } from '#language/consent-names.ts'
import { whySentence } from '#language/consent.ts'
import { formatInstant } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { momentOf, standingOf } from './consent-ledger.ts'
import { consentEvents } from '#method/message/kept-consents.ts'
import { FactGestures } from './fact-gestures.tsx'

const icons = { phone: Phone, email: Mail, sms: MessageCircle, message: AtSign } as const

/** Ce que je peux faire: where someone stands with each channel and why, what she says in one tap, and what was noted (issue 3, section 6). */
export function AllowedPanel({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const { version } = ledger
  const standing = useMemo(() => standingOf(ledger, contact), [version, contact])
  const states = channelStates(standing, momentOf(ledger, at))
  const setting = { zone, today }
  const says: Readonly<Record<'allow' | 'allow-with-care' | 'block', string>> = {
    allow: t`Oui`,
    'allow-with-care': t`Avec précaution`,
    block: t`Pas pour l’instant`,
  }
  return (
    <Section title={t`Ce que je peux faire`} className="mt-0!">
      <ul className="grid gap-3">
        {channels.map((channel: Channel) => {
          const judgement = states[channel]
          return (
            <li key={channel} className="flex gap-3">
              <Icon of={icons[channel]} className={isAllowed(judgement) ? 'mt-0.5 text-spruce' : 'mt-0.5 text-soft'} />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-semibold">{channelNames[channel][language]}</span>
                  <Badge tone={isAllowed(judgement) ? 'spruce' : 'plain'}>{says[judgement.verdict]}</Badge>
                </p>
                <p className="text-[0.9375rem] text-soft">{whySentence(judgement.why, language, setting)}</p>
              </div>
            </li>
          )
        })}
      </ul>
      <FactGestures contact={contact} hasConsent={states.email.ground === 'express-consent'} isBusiness={states.phone.ground === 'business-line'} />
      <FactHistory contact={contact} />
      <p className="mt-3">
        <Link
          to="/personnes/$contactId/preuve"
          params={{ contactId: contact.id }}
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          <Trans>Dossier de preuve</Trans>
        </Link>
      </p>
    </Section>
  )
}

const shortHistory = 4

function FactHistory({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { zone, today } = useNow()
  const [isWhole, setWhole] = useState(false)
  const events = withoutMistakes(consentEvents(ledger, contact)).toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))
  if (events.length === 0) return null
  return (
    <div className="mt-5">
      <h3 className="mb-1 font-semibold">
        <Trans>Ce qui est noté</Trans>
      </h3>
      <ul>
        {events.slice(0, isWhole ? events.length : shortHistory).map(({ id, fact, occurredAt }) => (
          <li key={id} className="border-b border-line py-2 text-[0.9375rem] last:border-b-0">
            <span className="wrap-anywhere">{factSentence(fact, language)}</span>{' '}
            <span className="text-soft">· {formatInstant(occurredAt, zone, language, today)}</span>
          </li>
        ))}
      </ul>
      {events.length > shortHistory && !isWhole && (
        <Button variant="quiet" size="small" onClick={() => setWhole(true)}>{t`Tout voir (${events.length})`}</Button>
      )}
    </div>
  )
}
