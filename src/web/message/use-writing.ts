import { useLingui } from '@lingui/react/macro'
import { asInstant } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useLogging } from '../activity/use-logging.ts'
import { newId, useNow } from '../offline/ledger.ts'
import { queuePlan, writtenPlan, type Letter } from './message-plans.ts'
import type { Wrote } from './writing-ways.tsx'

/** The gestures that write to someone, each taken back as a whole. */
export function useWriting() {
  const { t } = useLingui()
  const logging = useLogging()
  const { zone } = useNow()
  return {
    wrote: ({ id, name }: Contact, way: Wrote): boolean =>
      logging(writtenPlan({ activityId: newId(), contactId: id, way, title: '', at: asInstant(Date.now()), zone }), t`Vous avez écrit à ${name}.`).ok,
    send: ({ id, name }: Contact, letter: Letter): boolean =>
      logging(queuePlan({ ...letter, messageId: newId(), contactId: id, eventId: null }), t`Le courriel à ${name} partira dès que le réseau le permet.`).ok,
  }
}
