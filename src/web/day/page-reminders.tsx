import { useEffect } from 'react'
import { dayPageId } from '#method/day/day-page.ts'
import { remindersDue, type ReminderName } from '#method/day/reminder.ts'
import type { Day } from '#method/calendar/day.ts'
import { reminderWords } from '#language/reminders.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { remindersHere, shower } from './device-reminders.ts'

type Props = {
  /** Whether she asked for any: without, nothing of this is brought. */
  readonly asked: boolean
}

const keyOf = (name: ReminderName): string => `entrain-reminded-${name}`
const remindedOn = (name: ReminderName): Day | null => {
  try {
    return localStorage.getItem(keyOf(name)) as Day | null
  } catch {
    return null
  }
}

/** Where the browser has no push service: the page looks at each minute while it lives, and gives what is due, once a day each. */
export function PageReminders(_props: Props) {
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  useEffect(() => {
    if (ledger.status !== 'ready' || remindersHere() !== 'page') return
    const { reminders, language } = ledger.settings()
    const page = ledger.get('dayPage', dayPageId(ledger.workspace?.memberId ?? '', today)) ?? null
    const given = { morning: remindedOn('morning'), evening: remindedOn('evening') }
    for (const name of remindersDue({ reminders, now: at, zone, calendar: ledger.calendar(), page, remindedOn: given })) {
      try {
        localStorage.setItem(keyOf(name), today)
      } catch {
        return
      }
      const { title, body } = reminderWords(name, language)
      void shower().then((worker) => worker?.showNotification(title, { body, lang: language, tag: `entrain-${name}`, icon: '/icons/icon-192.png' }))
    }
    // oxlint-disable-next-line react/exhaustive-deps -- looked at with each minute, not at each change of the ledger
  }, [at, ledger.status])
  return null
}
