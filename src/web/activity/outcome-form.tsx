import { useLingui } from '@lingui/react/macro'
import { Check, Hourglass, MailCheck, MessageCircleReply, PhoneMissed, Voicemail, CalendarCheck, Wheat } from 'lucide-react'
import { useState } from 'react'
import { asInstant, dayOf, type Day, type Instant } from '#method/calendar/day.ts'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { NotNowReason, Outcome } from '#method/activity/activity.ts'
import type { Kind } from '#method/activity/kind.ts'
import type { After } from '#method/ledger/operation.ts'
import type { NextStep, NotNowChange } from '#method/contact/contact.ts'
import type { Sequence } from '#method/follow-up/sequence.ts'
import type { Settings } from '#method/ledger/settings.ts'
import type { Offer } from '#method/sale/sale.ts'
import { nextStepSentence, outcomeName } from '#language/sentences.ts'
import { readSale, type SaleDraft, type SaleReading } from '../sale/read-sale.ts'
import { SaleFields } from '../sale/sale-fields.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { classes } from '../ui/classes.ts'
import { Icon, type IconType } from '../ui/icon.tsx'
import { toldChange } from './condition-field.tsx'
import { expectedAfter, type Expected, type Log, minutesBetween, stepIn } from './log.ts'
import { MeetingFields, type MeetingDraft } from './meeting-fields.tsx'
import { NotNowFields } from './not-now-fields.tsx'
import { outcomesOf } from './outcomes-of.ts'
import { StepChoice } from './step-choice.tsx'
import { ToldFields, type Told } from './told-fields.tsx'
import { useLanguage } from './use-language.ts'

const icons: Partial<Record<Outcome, IconType>> = {
  reached: Check,
  'message-left': Voicemail,
  'no-answer': PhoneMissed,
  'meeting-booked': CalendarCheck,
  sent: MailCheck,
  replied: MessageCircleReply,
  done: Check,
}

/** Someone known, someone new with only a name, or nobody. */
export type Subject = { readonly contact: Contact | null; readonly name: string }

/** Whom and what is asked about. */
export type OutcomeAsked = {
  readonly subject: Subject
  readonly kind: Kind
  /** When the channel was tapped: it times the call. `null` when it was logged afterwards. */
  readonly startedAt: Instant | null
  readonly settings: Settings
  /** The sequence of follow-ups she is on. */
  readonly sequence?: Sequence | undefined
  readonly calendar: WorkCalendar
  readonly offers: readonly Offer[]
  readonly now: Instant
  readonly zone: string
  readonly today: Day
  /** The step proposed, as the law lets it be said. */
  readonly asLawful: <Step extends Pick<NextStep, 'kind'>>(step: Step) => Step
  readonly onLog: (log: Log) => void
}

/** The outcomes, each logged in one tap, and what may be told besides. */
export function OutcomeForm({ subject, kind, startedAt, settings, sequence, calendar, offers, now, zone, today, asLawful, onLog }: OutcomeAsked) {
  const { t } = useLingui()
  const language = useLanguage()
  const [told, setTold] = useState<Told>({ note: '', minutes: '', at: null, direction: 'out' })
  const [part, setPart] = useState<'meeting' | 'not-now' | 'sale' | null>(kind.id === 'meeting' ? 'meeting' : null)
  const [after, setAfter] = useState<After>({ take: 'proposal' })
  const [meeting, setMeeting] = useState<MeetingDraft>({ day: '', time: '' })
  const [reason, setReason] = useState<NotNowReason>('timing')
  const [change, setChange] = useState<NotNowChange | null>(null)
  const [sale, setSale] = useState<SaleDraft>({ amount: '', currency: settings.currency, offerId: '' })
  const [refusal, setRefusal] = useState<Extract<SaleReading, { ok: false }>['reason'] | null>(null)

  const outcomes = outcomesOf(kind, told.direction)
  const lead: Outcome = part === 'not-now' ? 'not-now' : part === 'sale' ? 'yes' : part === 'meeting' ? 'meeting-booked' : (outcomes[0] ?? 'done')
  const booked = meeting.day === '' ? null : { day: meeting.day, time: meeting.time || null }
  const expected = (outcome: Outcome): Expected => {
    const at = told.at ?? startedAt ?? now
    const next = expectedAfter(
      subject.contact,
      { outcome, kind: kind.id, meeting: outcome === 'meeting-booked' ? booked : null, after, direction: told.direction, zone, day: dayOf(at, zone), at },
      { steps: settings.steps, calendar, today, cadences: settings.cadences, sequence },
    )
    return 'letGo' in next ? next : { nextStep: asLawful(next.nextStep) }
  }
  const log = (outcome: Outcome, sold: Log['sale'] = null) => {
    const ended = asInstant(Date.now())
    const timed = startedAt && kind.id === 'phone' ? minutesBetween(startedAt, ended) : null
    const typed = /^\d{1,4}$/.test(told.minutes.trim()) ? Math.min(1440, Number(told.minutes)) : timed
    onLog({
      kind: kind.id,
      direction: told.direction,
      outcome,
      minutes: typed,
      title: '',
      note: told.note.trim(),
      notNow: outcome === 'not-now' ? reason : null,
      notNowChange: outcome === 'not-now' ? toldChange(change) : null,
      occurredAt: told.at ?? startedAt ?? ended,
      zone,
      meeting: outcome === 'meeting-booked' ? booked : null,
      after,
      sale: sold,
    })
  }
  const sell = () => {
    const reading = readSale(sale)
    if (reading.ok) log('yes', reading.sale)
    else setRefusal(reading.reason)
  }
  const hasPerson = kind.people === 'one'
  const press = (outcome: Outcome) => (outcome === 'meeting-booked' && part !== 'meeting' ? setPart('meeting') : log(outcome))
  const toggle = (wanted: 'not-now' | 'sale') => setPart(part === wanted ? null : wanted)

  return (
    <div className="grid gap-4">
      {part === null && <OutcomeGrid {...{ outcomes, kindId: kind.id, onPress: press }} hint={(outcome) => (hasPerson ? said(expected(outcome)) : '')} />}
      {part === 'meeting' && (
        <MeetingFields
          draft={meeting}
          onDraft={setMeeting}
          today={today}
          onBook={() => log('meeting-booked')}
          onBack={kind.id === 'meeting' ? undefined : () => setPart(null)}
        />
      )}
      {part === 'not-now' && (
        <NotNowFields
          reason={reason}
          onReason={setReason}
          note={told.note}
          onNote={(note) => setTold({ ...told, note })}
          change={change}
          onChange={setChange}
          date={dateOf(expected('not-now'))}
          onDate={(due) => setAfter({ take: 'step', step: { ...stepIn(1, today, calendar, null), due } })}
          offers={offers}
          today={today}
          keepLabel={t`Noter « Pas maintenant »`}
          onKeep={() => log('not-now')}
        />
      )}
      {part === 'sale' && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            sell()
          }}
        >
          <SaleFields
            draft={sale}
            onDraft={(draft) => {
              setSale(draft)
              setRefusal(null)
            }}
            refusal={refusal}
            offers={offers}
            language={language}
            autoFocus
          />
          <Button type="submit" variant="next" size="large" wide icon={Wheat}>{t`Noter la vente`}</Button>
        </form>
      )}
      {hasPerson && part !== 'meeting' && (
        <div role="group" aria-label={t`Autres réponses`} className="flex flex-wrap gap-2">
          <Chip pressed={part === 'not-now'} icon={Hourglass} onClick={() => toggle('not-now')}>{t`Pas maintenant…`}</Chip>
          <Chip onClick={() => log('no')}>{t`Non, merci`}</Chip>
          <Chip pressed={part === 'sale'} tone="wheat" icon={Wheat} onClick={() => toggle('sale')}>{t`Vente`}</Chip>
        </div>
      )}
      <ToldFields told={told} onTold={setTold} now={now} zone={zone} withDirection={hasPerson && kind.id !== 'meeting'} noteShown={part === 'not-now'} />
      {hasPerson && (
        <StepChoice {...{ after, today, calendar }} expected={expected(lead)} onAfter={setAfter} kind={kind.id === 'meeting' ? 'phone' : kind.id} />
      )}
    </div>
  )

  function said(next: Expected): string {
    return 'letGo' in next ? t`Lâcher prise` : nextStepSentence(next.nextStep, language, today)
  }
}

const dateOf = (next: Expected): Day | '' => ('letGo' in next ? '' : next.nextStep.due)

type GridProps = {
  readonly outcomes: readonly Outcome[]
  readonly kindId: string
  readonly onPress: (outcome: Outcome) => void
  readonly hint: (outcome: Outcome) => string
}

function OutcomeGrid({ outcomes, kindId, onPress, hint }: GridProps) {
  const language = useLanguage()
  const { t } = useLingui()
  return (
    <div role="group" aria-label={t`Réponses`} className={classes('grid gap-3', outcomes.length > 1 && 'grid-cols-2')}>
      {outcomes.map((outcome, place) => (
        <Button key={outcome} variant={place === 0 ? 'next' : 'outline'} size="large" className="px-3!" title={hint(outcome)} onClick={() => onPress(outcome)}>
          <span className="inline-flex items-center gap-2.5">
            <Icon of={icons[outcome] ?? Check} />
            {outcomeName(outcome, kindId, language)}
          </span>
        </Button>
      ))}
    </div>
  )
}
