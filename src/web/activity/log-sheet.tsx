import { useLingui } from '@lingui/react/macro'
import { dayOf, type Instant } from '#method/calendar/day.ts'
import { nextStepSentence } from '#language/sentences.ts'
import type { NextStep } from '#method/contact/contact.ts'
import { ConsentChip } from '../consent/consent-chip.tsx'
import { useLawfulStep } from '../consent/use-reach.ts'
import { newId, useLedger, useNow } from '../offline/ledger.ts'
import { expectedAfter, type Log, planLog, type Someone } from './log.ts'
import { OutcomeSheet } from './outcome-sheet.tsx'
import { useLanguage } from './use-language.ts'
import { useLogging } from './use-logging.ts'

/** What to ask about: a person known, or a name to create, and how she was reached. */
export type LogRequest = { readonly kind: string; readonly contactId: string | null; readonly newName: string; readonly startedAt: Instant | null }

type Props = { readonly request: LogRequest | null; readonly onClose: () => void; readonly onLogged?: (() => void) | undefined }

/** The outcome sheet on the ledger: asks about `request`, writes what is told, closes. */
export function LogSheet({ request, onClose, onLogged }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const language = useLanguage()
  const logging = useLogging()
  const lawful = useLawfulStep()
  const kind = ledger.kinds().find(({ id }) => id === request?.kind) ?? ledger.kinds()[0]
  if (!kind) return null
  const contact = request?.contactId ? (ledger.contact(request.contactId) ?? null) : null
  const settings = ledger.settings()
  const calendar = ledger.calendar()
  const asLawful = <Step extends Pick<NextStep, 'kind'>>(step: Step): Step => (contact ? lawful(contact, step) : step)
  const sequence = contact?.sequence ? ledger.get('sequence', contact.sequence.id) : undefined

  const keep = (log: Log) => {
    const people: readonly Someone[] = contact ? [{ id: contact.id, newName: null }] : request?.newName ? [{ id: newId(), newName: request.newName }] : []
    const next = expectedAfter(
      contact,
      { ...log, day: dayOf(log.occurredAt, log.zone), at: log.occurredAt },
      {
        steps: settings.steps,
        calendar,
        today,
        cadences: settings.cadences,
        sequence,
      },
    )
    const said =
      people.length === 0 ? '' : 'letGo' in next ? t`Lâcher prise.` : `${nextStepSentence(asLawful(next.nextStep), language, today, ledger.kinds())}.`
    const logged = logging(planLog(log, people, { activityId: newId(), saleId: newId() }), said)
    if (!logged.ok) return
    onClose()
    onLogged?.()
  }

  return (
    <OutcomeSheet
      open={request !== null}
      onClose={onClose}
      subject={{ contact, name: contact?.name ?? request?.newName ?? '' }}
      kind={kind}
      startedAt={request?.startedAt ?? null}
      settings={settings}
      sequence={sequence}
      calendar={calendar}
      offers={[...ledger.all('offer').values()]}
      now={at}
      zone={zone}
      today={today}
      asLawful={asLawful}
      onLog={keep}
      below={contact && (kind.id === 'phone' || kind.id === 'meeting') ? <ConsentChip contact={contact} /> : undefined}
    />
  )
}
