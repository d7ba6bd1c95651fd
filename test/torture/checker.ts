import { isConversation, type Outcome } from '#method/activity/activity.ts'

/** One gesture that a client logged: what it sent, again and again under the same ids, until it was answered. */
export type Sent = { readonly operationId: string; readonly activityId: string; readonly contactId: string; readonly device: string; readonly sequence: number }
/** An answer of the server, in the order in which its client received it. */
export type Acknowledged = { readonly operationId: string; readonly device: string; readonly status: 'ok' | 'duplicate' | 'refused'; readonly cursor: number }

/** What happened outside the server. */
export type History = { readonly sent: readonly Sent[]; readonly acknowledged: readonly Acknowledged[] }

export type StoredActivity = {
  readonly id: string
  readonly memberId: string
  readonly day: string
  readonly kind: string
  readonly outcome: Outcome
  readonly direction: 'out' | 'in'
  readonly minutes: number | null
  readonly isVoided: boolean
  readonly contactIds: readonly string[]
  /** The operation that its client put in the title, so that a double under other ids is seen. */
  readonly title: string
}
export type StoredRollUp = {
  readonly memberId: string
  readonly day: string
  readonly kind: string
  readonly outcome: string
  readonly activities: number
  readonly conversations: number
  readonly minutes: number
}

/** What the database holds once every client was answered. */
export type Stored = {
  readonly operations: readonly {
    readonly id: string
    readonly device: string | null
    readonly sequence: number | null
    readonly status: string
    readonly rev: number
  }[]
  readonly activities: readonly StoredActivity[]
  readonly peopleOfActivities: readonly { readonly activityId: string; readonly contactId: string }[]
  readonly rollUps: readonly StoredRollUp[]
  readonly contacts: readonly { readonly id: string; readonly touches: number; readonly isForgotten: boolean }[]
  readonly devices: readonly { readonly id: string; readonly maxSequence: number; readonly missing: readonly number[] }[]
  readonly cursor: number
  readonly rowsWithoutWorkspace: number
}

export type Fault =
  | 'lost'
  | 'duplicated'
  | 'refused'
  | 'never-sent'
  | 'answer-in-advance'
  | 'cursor-went-back'
  | 'order-of-device'
  | 'sequence-missing'
  | 'person-of-activity'
  | 'roll-up'
  | 'touches'
  | 'forgotten'
  | 'no-workspace'
export type Finding = { readonly fault: Fault; readonly about: string }

const groupedBy = <T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}
const found = (fault: Fault, about: readonly string[]): readonly Finding[] => about.map((one) => ({ fault, about: one }))

/** Every promise that was broken; nothing when the history and the database agree (RELIABILITY, invariants I1 to I6). */
export const check = (history: History, stored: Stored): readonly Finding[] => [
  ...kept(history, stored),
  ...inOrder(history, stored),
  ...counted(stored),
  ...found(
    'no-workspace',
    Array.from({ length: stored.rowsWithoutWorkspace }, (_, n) => String(n)),
  ),
]

/** I1 and I2: what was acknowledged is there, once, and nothing is there that nobody sent. */
const kept = ({ sent, acknowledged }: History, { operations, activities, peopleOfActivities }: Stored): readonly Finding[] => {
  const operationIds = groupedBy(operations, ({ id }) => id)
  const activityIds = groupedBy(activities, ({ id }) => id)
  const gestures = groupedBy(activities, ({ title }) => title)
  const people = new Set(peopleOfActivities.map(({ activityId, contactId }) => `${activityId} ${contactId}`))
  const answered = new Set(acknowledged.filter(({ status }) => status !== 'refused').map(({ operationId }) => operationId))
  const known = new Set(sent.map(({ operationId }) => operationId))
  const promised = sent.filter(({ operationId }) => answered.has(operationId))
  const isLost = (one: Sent): boolean => !operationIds.has(one.operationId) || !activityIds.has(one.activityId)
  return [
    ...found(
      'lost',
      promised.filter((one) => isLost(one) && !gestures.has(one.operationId)).map(({ operationId }) => operationId),
    ),
    ...found(
      'duplicated',
      [...gestures].filter(([title, of]) => known.has(title) && of.length > 1).map(([title]) => title),
    ),
    ...found(
      'duplicated',
      [...operationIds].filter(([, of]) => of.length > 1).map(([id]) => id),
    ),
    ...found(
      'refused',
      acknowledged.filter(({ status }) => status === 'refused').map(({ operationId }) => operationId),
    ),
    ...found(
      'never-sent',
      activities.filter(({ title }) => !known.has(title)).map(({ id }) => id),
    ),
    ...found(
      'person-of-activity',
      activities.flatMap(({ id, contactIds }) => contactIds.map((contactId) => `${id} ${contactId}`)).filter((pair) => !people.has(pair)),
    ),
  ]
}

/** I3: cursors only grow, nothing is announced before it is kept, and each device's order is the order of the ledger. */
const inOrder = ({ acknowledged }: History, { operations, devices, cursor }: Stored): readonly Finding[] => {
  const revs = new Map(operations.map(({ id, rev }) => [id, rev]))
  const findings: Finding[] = []
  for (const [device, answers] of groupedBy(acknowledged, (one) => one.device)) {
    answers.forEach((answer, place) => {
      if (answer.cursor < (answers[place - 1]?.cursor ?? 0)) findings.push({ fault: 'cursor-went-back', about: `${device}: ${answer.cursor}` })
      if (answer.cursor > cursor || (revs.get(answer.operationId) ?? 0) > answer.cursor)
        findings.push({ fault: 'answer-in-advance', about: answer.operationId })
    })
  }
  for (const [device, own] of groupedBy(
    operations.filter((one) => one.device !== null),
    (one) => one.device ?? '',
  )) {
    const bySequence = [...own].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))
    bySequence.forEach(({ rev, id }, place) => {
      if (rev < (bySequence[place - 1]?.rev ?? 0)) findings.push({ fault: 'order-of-device', about: `${device}: ${id}` })
    })
  }
  return [
    ...findings,
    ...found(
      'sequence-missing',
      devices.flatMap(({ id, missing }) => missing.map((sequence) => `${id}: ${sequence}`)),
    ),
  ]
}

const lineOf = (one: Pick<StoredRollUp, 'memberId' | 'day' | 'kind' | 'outcome'>): string => [one.memberId, one.day, one.kind, one.outcome].join(' ')

/** I4: every count kept beside the facts is what counting the facts again gives. */
const counted = ({ activities, rollUps, contacts }: Stored): readonly Finding[] => {
  const standing = activities.filter(({ isVoided }) => !isVoided)
  const again = new Map(
    [...groupedBy(standing, lineOf)].map(([line, of]) => [
      line,
      [
        of.filter(({ direction }) => direction === 'out').length,
        of.filter(isConversation).length,
        of.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      ].join(' '),
    ]),
  )
  const told = new Map(rollUps.map((one) => [lineOf(one), [one.activities, one.conversations, one.minutes].join(' ')]))
  const touches = groupedBy(
    standing.filter(({ direction }) => direction === 'out').flatMap(({ contactIds }) => contactIds),
    (id) => id,
  )
  return [
    ...found(
      'roll-up',
      [...new Set([...again.keys(), ...told.keys()])].filter((line) => (again.get(line) ?? '0 0 0') !== (told.get(line) ?? '0 0 0')),
    ),
    ...found(
      'touches',
      contacts.filter(({ id, touches: kept }) => kept !== (touches.get(id)?.length ?? 0)).map(({ id }) => id),
    ),
    ...found(
      'forgotten',
      contacts.filter(({ isForgotten }) => isForgotten).map(({ id }) => id),
    ),
  ]
}
