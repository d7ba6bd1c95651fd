import { expect, test } from 'vitest'
import { campaign, countOf } from './campaign.ts'

const limit = 120_000

test(
  'nothing acknowledged is lost or doubled while Entrain and its PostgreSQL are killed',
  async () => {
    const { kills, acknowledged, sent, findings } = await campaign({ seed: 20, seconds: 40, kills: 6 })
    expect(findings).toEqual([])
    expect(kills.app + kills.postgres + kills.both).toBeGreaterThan(1)
    expect(acknowledged).toBe(sent)
    expect(acknowledged).toBeGreaterThan(50)
  },
  limit,
)

test(
  'a server that answers before it keeps is caught',
  async () => {
    const { findings } = await campaign({ seed: 21, seconds: 20, kills: 2, breakage: 'answers-before-keeping' })
    expect(countOf(findings, 'lost')).toBeGreaterThan(0)
  },
  limit,
)

test(
  'a server that forgets the ids of a retry is caught',
  async () => {
    const { findings } = await campaign({ seed: 22, seconds: 20, kills: 2, breakage: 'forgets-ids' })
    expect(countOf(findings, 'duplicated')).toBeGreaterThan(0)
  },
  limit,
)
