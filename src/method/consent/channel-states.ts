import { callWindowsOn, type CallWindow } from './call-hours.ts'
import { callHoursOf } from './calling.ts'
import { channels, type Channel, type Purpose } from './consent.ts'
import { judge } from './judge.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import type { Judgement } from './verdict.ts'

/** Where someone stands with each channel, whatever the hour: ground, until when, why (issue 3, section 6). */
export const channelStates = (standing: ConsentStanding, moment: ContactMoment, purpose: Purpose = 'personal'): Readonly<Record<Channel, Judgement>> =>
  Object.fromEntries(channels.map((channel) => [channel, judge(standing, moment, { channel, purpose, isAnyHour: true })])) as Record<Channel, Judgement>

/** The hours of the seller's day during which she may be called, in order; empty when her zone is not known. */
export const callWindowsToday = (standing: ConsentStanding, moment: ContactMoment): readonly CallWindow[] =>
  callWindowsOn(moment.day, moment.sender.zone, standing.zones, callHoursOf(standing, moment))
