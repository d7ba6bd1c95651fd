import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, Clock, Copy, Mail, MessageCircle, NotebookPen, Phone } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import type { Day } from '#method/calendar/day.ts'
import type { Suggestion } from '#method/next/rank.ts'
import { formatInstant } from '#language/format.ts'
import { drawnSentence, reasonSentence } from '#language/reasons.ts'
import { relationshipName } from '#language/sentences.ts'
import type { Channel } from '../activity/channels.ts'
import { useLanguage } from '../activity/use-language.ts'
import { HerClock } from '../consent/her-clock.tsx'
import type { Reach } from '../consent/reach.ts'
import { StopProposal } from '../consent/stop-proposal.tsx'
import { WhyNot } from '../consent/why-not.tsx'
import { WriteTo } from '../message/write-to.tsx'
import { HerEnquiry } from './her-enquiry.tsx'
import { PrepareCall } from './prepare-call.tsx'
import { TouchNumber } from './touch-number.tsx'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { classes } from '../ui/classes.ts'
import { Icon, type IconType } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Swipe } from '../ui/swipe.tsx'

/** Whom the card is about, where she stands in the list, and what each gesture does. */
export type NextProps = {
  readonly suggestion: Pick<Suggestion, 'contact' | 'reasons' | 'place'>
  /** Which of the list is shown, from 0, and how many there are. */
  readonly place: number
  readonly count: number
  readonly today: Day
  readonly zone: string
  readonly onPlace: (place: number) => void
  readonly onChannel: (kind: string) => void
  readonly onLater: () => void
  readonly onSee: () => void
  readonly onCopy: (value: string) => void
  /** What to know before the call, where it is told in full; else a button opens it. */
  readonly brief?: ReactNode | undefined
}

/** The next person: who, why now in one sentence of fact, last words, and the ways to reach her that are given (claims 3 and 4). */
export function NextPerson({
  suggestion,
  reach,
  place,
  count,
  today,
  zone,
  onPlace,
  onChannel,
  onLater,
  onSee,
  onCopy,
  brief,
}: NextProps & { readonly reach: Reach }) {
  const { t } = useLingui()
  const language = useLanguage()
  const id = useId()
  const { contact, reasons } = suggestion
  const [why, ...more] = reasons.map((reason) => reasonSentence(reason, language, { today, zone }))
  const other = [...more, ...(suggestion.place === 'drawn' ? [drawnSentence[language]] : [])].join(' ')
  const about = [relationshipName(contact.relationship, language), contact.city].filter(Boolean).join(' · ')
  const before = place > 0 ? { label: t`Personne précédente`, icon: ChevronLeft, act: () => onPlace(place - 1) } : undefined
  const after = place < count - 1 ? { label: t`Personne suivante`, icon: ChevronRight, act: () => onPlace(place + 1) } : undefined
  return (
    <Swipe right={before} left={after}>
      <Card aria-labelledby={id}>
        <div className="flex min-h-6 items-baseline justify-between gap-3 text-[0.9375rem] text-soft">
          <span>{place === 0 ? <Trans>La prochaine</Trans> : <Trans>Ensuite</Trans>}</span>
          <TouchNumber touch={contact.touches + 1} />
        </div>
        <h2 id={id} className="mt-1 text-[1.625rem] wrap-anywhere">
          {contact.name}
        </h2>
        <p className="text-soft">{about}</p>
        <p className="mt-3 text-[1.0625rem] font-semibold">{why}</p>
        <HerEnquiry contact={contact} />
        {other && <p className="mt-1 text-soft">{other}</p>}
        {contact.nextStep?.note && <p className="mt-1">{contact.nextStep.note}</p>}
        {contact.lastWords && (
          <blockquote className="mt-2 border-l-3 border-line pl-3 text-[0.9375rem] text-soft">
            <p className="line-clamp-4 wrap-anywhere">{language === 'fr' ? `« ${contact.lastWords} »` : `“${contact.lastWords}”`}</p>
            {contact.lastWordsAt && <p>{formatInstant(contact.lastWordsAt, zone, language, today)}</p>}
          </blockquote>
        )}
        {contact.lastWordsAt && <StopProposal contact={contact} text={contact.lastWords} at={contact.lastWordsAt} />}
        <Channels contactId={contact.id} reach={reach} onChannel={onChannel} onCopy={onCopy} />
        {brief}
        <div className="mt-1 -ml-3 flex flex-wrap empty:hidden">
          {!brief && contact.phones.length > 0 && <PrepareCall contact={contact} reason={why ?? ''} onCall={() => onChannel('phone')} />}
          {reach.open.some(({ kind }) => kind !== 'phone') && <WriteTo contact={contact} onCall={() => onChannel('phone')} />}
        </div>
        <WhyNot contact={contact} closed={reach.closed} />
        <div className="mt-2 -mb-2 flex items-center justify-between">
          <Button variant="quiet" size="small" icon={Clock} className="-ml-3 whitespace-nowrap" onClick={onLater}>{t`Plus tard`}</Button>
          {count > 1 && (
            <span className="flex items-center">
              <IconButton label={t`Personne précédente`} icon={ChevronLeft} whyNot={before ? undefined : t`C’est la première.`} onClick={() => before?.act()} />
              <span className="sr-only">{t`${place + 1} sur ${count}`}</span>
              <IconButton label={t`Personne suivante`} icon={ChevronRight} whyNot={after ? undefined : t`C’est la dernière.`} onClick={() => after?.act()} />
            </span>
          )}
          <Button variant="quiet" size="small" className="-mr-3 whitespace-nowrap" onClick={onSee}>{t`Voir la fiche`}</Button>
        </div>
      </Card>
    </Swipe>
  )
}

const icons: Readonly<Record<Channel['kind'], IconType>> = { phone: Phone, email: Mail, text: MessageCircle }

// The reader of every country's telephones weighs too much for the first screen; our own numbers need only this.
const shown = (value: string, isFrench: boolean): string =>
  value.replace(/^\+1(\d{3})(\d{3})(\d{4})(?=$| )/, isFrench ? '$1\u00A0$2\u2011$3' : '$1\u2011$2\u2011$3')

type ChannelsProps = { readonly contactId: string; readonly reach: Reach; readonly onChannel: (kind: string) => void; readonly onCopy: (value: string) => void }

function Channels({ contactId, reach, onChannel, onCopy }: ChannelsProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const labels: Readonly<Record<Channel['kind'], string>> = { phone: t`Appeler`, email: t`Courriel`, text: t`Texto` }
  const [first, ...others] = reach.open
  if (!first) {
    return (
      <div className="mt-4 grid gap-2">
        <Button variant="next" size="large" wide icon={NotebookPen} onClick={() => onChannel('phone')}>{t`Noter un contact`}</Button>
        {reach.isKnown && reach.closed.length === 0 ? (
          <p className="text-[0.9375rem] text-soft">
            <Trans>Ni téléphone ni courriel dans sa fiche pour le moment.</Trans>
          </p>
        ) : (
          reach.isClockTelling && <HerClock {...{ reach }} personId={() => contactId} />
        )}
      </div>
    )
  }
  return (
    <>
      <div className="mt-4 flex gap-2.5">
        <a
          href={first.href}
          data-way={first.kind}
          onClick={() => onChannel(first.kind)}
          className={classes(buttonClasses({ variant: 'next', size: 'large' }), 'flex-[1.6]')}
        >
          <Icon of={icons[first.kind]} />
          <span>{labels[first.kind]}</span>
        </a>
        {others.map(({ kind, href }) => (
          <a
            key={kind}
            href={href}
            data-way={kind}
            aria-label={labels[kind]}
            title={labels[kind]}
            onClick={() => onChannel(kind)}
            className={classes(buttonClasses({ size: 'large' }), 'flex-1 px-3!')}
          >
            <Icon of={icons[kind]} />
          </a>
        ))}
      </div>
      {reach.isClockTelling && <HerClock {...{ reach }} personId={() => contactId} className="mt-2" />}
      <p className="mt-2 hidden items-center gap-1 text-[0.9375rem] text-soft pointer-fine:flex">
        <span className="tabular min-w-0 truncate">{shown(first.value, language === 'fr')}</span>
        <IconButton label={t`Copier ${first.value}`} icon={Copy} onClick={() => onCopy(first.value)} />
      </p>
    </>
  )
}
