import { distanceKm, findPlace } from '#method/contact/place.ts'
import { whoToInvite } from '#method/event/who-to-invite.ts'
import { today, zone } from '#test/a-day.ts'
import { invitedWorld } from '#test/invited-people.ts'
import { medianOf, ms, ratio, type Line } from './timing.ts'

/** Who to invite to an event, over the people that a device holds; beside it, their distances alone. */
export const benchInviting = async (count: number): Promise<readonly Line[]> => {
  const { event, facts } = invitedWorld(1, count)
  const contacts = [...facts.contacts]
  const ranked = await medianOf(20, () => whoToInvite(event, facts, { today, zone, channelFor: () => 'email' }))
  const place = findPlace(event.place)
  const distances = await medianOf(20, () => {
    if (!place.ok) return
    for (const { city } of contacts) {
      const found = findPlace(city)
      if (found.ok) distanceKm(place.place, found.place)
    }
  })
  const what = `who to invite among ${count.toLocaleString('en-CA')} people`
  return [{ what, measured: ms(ranked), reference: `${ratio(ranked / distances)} their distances alone`, goal: 'under 100 ms', isReached: ranked < 100 }]
}
