import type { Bilan } from '#method/evidence/bilan.ts'
import type { Try } from '#language/evidence.ts'

/** Waiting follow-ups before they are the first thing to try. */
const fewestWaiting = 3

/** One thing to try, from what her figures say clearly; nothing clear, and it is to hear from past clients. */
export const toTry = (bilan: Bilan): { readonly name: Try; readonly best: number | null; readonly n: number } => {
  const { followUps, answeredHours, phoneAgainstEmail } = bilan
  if (followUps && followUps.waiting >= fewestWaiting) return { name: 'follow-ups', best: null, n: followUps.waiting }
  const best = answeredHours.best?.hour ?? null
  if (best !== null) return { name: 'hour', best, n: answeredHours.hours.find(({ hour }) => hour === best)?.n ?? 0 }
  const { verdict, n } = phoneAgainstEmail.conversations
  if (verdict === 'first-higher') return { name: 'phone', best: null, n: n[0] + n[1] }
  if (verdict === 'second-higher') return { name: 'email', best: null, n: n[0] + n[1] }
  return { name: 'past-clients', best: null, n: 0 }
}
