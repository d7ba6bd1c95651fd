import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { asInstant, dayOf, type Day } from '#method/calendar/day.ts'
import { canonicalIn } from '#method/ledger/world.ts'
import { progressOf, spanOf } from '#method/day/progress.ts'
import { goalsOn } from '#method/goal/goal.ts'
import { harvest } from '#method/sale/harvest.ts'
import { goalRow } from '#wire/goal/goal.ts'
import { goalList, newGoal, todayAnswer, todayQuery } from '#wire/goal/rest.ts'
import type { Tx } from '#server/db/database.ts'
import type { Door } from '#server/http/door.ts'
import type { Actor } from '#server/identity/actor.ts'
import { activitiesOfDays } from '../activity/store.ts'
import { mergedInto } from '../contact/store.ts'
import { asItIs, found, reading, settingsOf, writing } from '../ledger/rest.ts'
import { salesOfDays } from '../sale/store.ts'
import { goalsOfMember } from './store.ts'

const tags = ['goals']

/** Goals, and where they stand on a day. */
export const goalRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.get('/api/goals', { schema: { tags, summary: 'Every version of one’s goals', response: { 200: goalList } }, serializerCompiler: asItIs }, (request) =>
    reading(door, request, async (tx, actor) => ({ goals: [...(await goalsOfMember(tx, actor.workspaceId, actor.memberId))] })),
  )

  app.put(
    '/api/goals',
    { schema: { tags, summary: 'Set a goal from a day on', body: newGoal, response: { 200: goalRow } }, serializerCompiler: asItIs },
    (request) => {
      const { id, effectiveFrom, ...told } = request.body
      return writing(
        door,
        request,
        ({ id: made, today }) => ({ type: 'goal.set', goal: { ...told, id: id ?? made, effectiveFrom: effectiveFrom ?? today } }),
        ({ tx, actor, id: made }) => found(tx, actor, 'goal', id ?? made),
      )
    },
  )

  app.get(
    '/api/today',
    { schema: { tags, summary: 'Where each goal stands on a day', querystring: todayQuery, response: { 200: todayAnswer } }, serializerCompiler: asItIs },
    (request) =>
      reading(door, request, async (tx, actor) => {
        const day = request.query.day ?? dayOf(asInstant(Date.now()), (await settingsOf(tx, actor)).zone)
        return {
          day,
          goals: await standings(tx, actor, day),
          harvest: Object.fromEntries(harvest(await salesOfDays(tx, actor.workspaceId, actor.memberId, day, day), day, day).totals),
        }
      }),
  )
}

const standings = async (tx: Tx, { workspaceId, memberId }: Actor, day: Day) => {
  const goals = goalsOn(await goalsOfMember(tx, workspaceId, memberId), day)
  const spans = goals.map((goal) => spanOf(goal, day))
  const [from, to] = [
    spans.reduce((first, span) => (span.from < first ? span.from : first), day),
    spans.reduce((last, span) => (span.to > last ? span.to : last), day),
  ]
  const activities = await activitiesOfDays(tx, workspaceId, memberId, from, to)
  const into = await mergedInto(tx, workspaceId)
  const canonical = (id: string): string => canonicalIn({ get: (_table, one) => ({ mergedInto: into.get(one) ?? null }) as never }, id)
  return goals.map((goal, index) => {
    const span = spans[index] ?? { from: day, to: day }
    const { target, done, left, isWon } = progressOf(
      activities.filter((activity) => span.from <= activity.day && activity.day <= span.to),
      goal,
      canonical,
    )
    return { goal, target, done, left, isWon }
  })
}
