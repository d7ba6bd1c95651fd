import { useState } from 'react'
import { LogSheet, type LogRequest } from '../activity/log-sheet.tsx'
import { useLawfulStep } from '../consent/use-reach.ts'
import { FollowUpsScreen } from '../follow-up/follow-ups-screen.tsx'

/** Suivis, with the sheet that logs the one just done. */
export function FollowUpsPlace() {
  const [request, setRequest] = useState<LogRequest | null>(null)
  const lawful = useLawfulStep()
  return (
    <>
      <FollowUpsScreen
        onLog={(contact) =>
          setRequest({ kind: (contact.nextStep && lawful(contact, contact.nextStep).kind) ?? 'phone', contactId: contact.id, newName: '', startedAt: null })
        }
      />
      <LogSheet request={request} onClose={() => setRequest(null)} />
    </>
  )
}
