import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { instantAt, asInstant, type Day } from '#method/calendar/day.ts'
import { isOpen, type Contact } from '#method/contact/contact.ts'
import { invitationId, type Event } from '#method/event/event.ts'
import { followUpsAfter } from '#method/event/after-event.ts'
import { paceOf } from '#method/follow-up/spread-first-steps.ts'
import type { Change, ChosenStep } from '#method/ledger/operation.ts'
import { formatDay } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { planLog, type Plan } from '../activity/log.ts'
import { useLogging } from '../activity/use-logging.ts'
import { WhoField } from '../activity/who-field.tsx'
import { newId, useLedger, useNow, type LedgerView } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'

// The clock of an event without an hour: the middle of its day.
const noon = '12:00'

/** The people met at an event: a name, Enter, the next; each is present and has a follow-up on one of the next days (claim 6). */
export function PeopleMet({ event }: { readonly event: Event }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const logging = useLogging()
  const language = useLanguage()
  const { today, zone } = useNow()
  const { version } = ledger
  const met = useMemo(() => presentAt(ledger, event.id), [version, event.id])
  const isLogged = useMemo(() => [...ledger.all('activity').values()].some((one) => isThis(one, event)), [version, event])

  const add = (contactId: string, known: Contact | null, name: string) => {
    const [after] = followUpsAfter(event, [contactId], today, paceOf(ledger.goals(), today, ledger.calendar()), ledger.calendar(), dueIn(ledger))
    if (!after) return
    const step = chosen(after.step)
    const isPromised = known?.nextStep?.promised ?? false
    const before = ledger.get('invitation', invitationId(event.id, contactId))
    const standing = (state: 'present' | 'withdrawn' | NonNullable<typeof before>['state']): Change => ({
      type: 'invitation.put',
      invitation: { eventId: event.id, contactId, state, channel: before?.channel ?? null, at: asInstant(Date.now()) },
    })
    const back = standing(before?.state ?? 'withdrawn')
    const said = t`${name} : ${formatDay(step.due, language, 'relative', today)}.`
    if (known === null) {
      const fields = { name, source: event.title }
      logging(
        {
          changes: [{ type: 'contact.add', contactId, fields, step }, standing('present')],
          undo: [back, { type: 'contact.delete', contactId, deleted: true }],
        },
        said,
      )
      return
    }
    // What she was promised, and who was let go, are left as they are.
    const moves: readonly Change[] = isOpen(known) && !isPromised ? [{ type: 'step.set', contactId, step }] : []
    const kept = known.nextStep
    const undo: readonly Change[] = moves.length > 0 && kept ? [{ type: 'step.set', contactId, step: chosen(kept) }] : []
    logging({ changes: [...moves, standing('present')], undo: [back, ...undo] }, moves.length > 0 ? said : '')
  }

  const log = () => {
    const occurredAt = startOf(event, zone)
    const told = { kind: 'networking', direction: 'out', outcome: 'reached', minutes: null, note: '', notNow: null, meeting: null, sale: null } as const
    const steps = met.flatMap(({ id, nextStep }): readonly Change[] => (nextStep ? [{ type: 'step.set', contactId: id, step: chosen(nextStep) }] : []))
    const plan: Plan = planLog(
      { ...told, title: event.title, occurredAt, zone, after: { take: 'proposal' } },
      met.map(({ id }) => ({ id, newName: null })),
      { activityId: newId(), saleId: newId() },
    )
    // The steps laid out over the next days stay as they were.
    logging({ changes: [...plan.changes, ...steps], undo: plan.undo }, '')
  }
  return (
    <Section title={t`Personnes rencontrées`} className="first:mt-0!">
      <WhoField
        label={t`Qui avez-vous rencontré?`}
        hint={t`Un nom, Entrée, le suivant. Chacune aura son suivi, l’un des prochains jours.`}
        taken={met.map(({ id }) => id)}
        onKnown={(contact) => add(contact.id, contact, contact.name)}
        onNew={(name) => add(newId(), null, name)}
      />
      {met.length > 0 && (
        <ul aria-label={t`Personnes rencontrées`} className="mt-3">
          {met.map((contact) => (
            <li key={contact.id} className="flex min-h-11 items-center justify-between gap-3 border-b border-line py-2 last:border-b-0">
              <Link
                to="/personnes/$contactId"
                params={{ contactId: contact.id }}
                className="min-w-0 font-semibold wrap-anywhere underline-offset-4 hover:underline"
              >
                {contact.name}
              </Link>
              <span className="shrink-0 text-[0.9375rem] text-soft">{contact.nextStep && formatDay(contact.nextStep.due, language, 'relative', today)}</span>
            </li>
          ))}
        </ul>
      )}
      {met.length > 0 && !isLogged && (
        <Button className="mt-3" onClick={log}>
          {t`${plural(met.length, { one: 'Compter cette rencontre dans ma journée', other: 'Compter ces # rencontres dans ma journée' })}`}
        </Button>
      )}
      {isLogged && (
        <p className="mt-3 text-[0.9375rem] text-soft">
          <Trans>Cet événement compte dans votre journée.</Trans>
        </p>
      )}
    </Section>
  )
}

const chosen = ({ due, time, kind, promised, note }: Omit<ChosenStep, 'origin'>): ChosenStep => ({ due, time, kind, promised, note, origin: 'chosen' })

const presentAt = (ledger: LedgerView, eventId: string): readonly Contact[] =>
  [...ledger.all('invitation').values()]
    .filter((invitation) => invitation.eventId === eventId && invitation.state === 'present')
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap(({ contactId }) => ledger.contact(contactId) ?? [])

const dueIn = (ledger: LedgerView): ReadonlyMap<Day, number> => {
  const due = new Map<Day, number>()
  for (const { nextStep } of ledger.people()) if (nextStep) due.set(nextStep.due, (due.get(nextStep.due) ?? 0) + 1)
  return due
}

const startOf = ({ day, time }: Event, zone: string) => {
  const now = asInstant(Date.now())
  const at = instantAt(day, time ?? noon, zone)
  return at < now ? at : now
}

type Logged = { readonly kind: string; readonly title: string; readonly day: Day; readonly voidedAt?: unknown; readonly correctedBy?: unknown }
const isThis = ({ kind, title, day, voidedAt }: Logged, event: Event): boolean =>
  kind === 'networking' && title === event.title && day === event.day && (voidedAt ?? null) === null
