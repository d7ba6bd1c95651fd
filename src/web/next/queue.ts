import type { Contact } from '#method/contact/contact.ts'

/** What became of someone since the queue began. */
export type Became = 'logged' | 'moved' | 'waiting'

type Seen = Pick<Contact, 'touches' | 'lastTouchAt' | 'nextStep' | 'letGo' | 'archivedAt' | 'deletedAt'>

/** Reads it from her row, so that a gesture taken back is taken back here too: contacted, put off or let go, or still waiting. */
export const whatBecame = (before: Seen, now: Seen | undefined): Became => {
  if (!now || now.archivedAt !== null || now.deletedAt !== null) return 'moved'
  if (now.touches > before.touches || now.lastTouchAt !== before.lastTouchAt) return 'logged'
  const due = ({ nextStep }: Seen): string => `${nextStep?.due ?? ''} ${nextStep?.time ?? ''}`
  return due(now) !== due(before) || (now.letGo === null) !== (before.letGo === null) ? 'moved' : 'waiting'
}

/** Where to go from `place`: the next one who still waits, those after first; the end when nobody does. */
export const nextWaiting = (became: readonly Became[], place: number): number => {
  const after = became.findIndex((each, at) => at > place && each === 'waiting')
  return after === -1 ? became.length : after
}
