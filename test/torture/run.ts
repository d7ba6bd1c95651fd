import { parseArgs } from 'node:util'
import { breakages } from './broken.ts'
import { campaign, countOf, type Outcome } from './campaign.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, kills: { type: 'string' }, seed: { type: 'string' }, broken: { type: 'boolean', default: false } },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const seconds = Number(values.seconds)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const report = ({ seed: drawn, kills, sent, acknowledged, attempts, longestAway, findings }: Outcome): void => {
  say(
    `seed ${drawn}: ${kills.app + kills.postgres + kills.both} kills (app ${kills.app}, postgres ${kills.postgres}, both ${kills.both}), longest absence ${(longestAway / 1000).toFixed(1)} s`,
  )
  say(`sent ${sent}, acknowledged ${acknowledged}, requests ${attempts}`)
  say(
    `lost ${countOf(findings, 'lost')}, duplicated ${countOf(findings, 'duplicated')}, other faults ${findings.filter(({ fault }) => fault !== 'lost' && fault !== 'duplicated').length}`,
  )
  for (const { fault, about } of findings.slice(0, 10)) say(`  ${fault}: ${about}`)
}

if (values.broken) {
  let isCaught = true
  for (const breakage of breakages) {
    const outcome = await campaign({ seed, seconds, kills: Number(values.kills ?? 4), breakage })
    const seen = countOf(outcome.findings, breakage === 'forgets-ids' ? 'duplicated' : 'lost') > 0
    report(outcome)
    say(seen ? `caught: ${breakage}` : `NOT CAUGHT: ${breakage}`)
    isCaught &&= seen
  }
  process.exitCode = isCaught ? 0 : 1
} else {
  const outcome = await campaign({ seed, seconds, kills: Number(values.kills ?? 100_000), say })
  report(outcome)
  process.exitCode = outcome.findings.length === 0 && outcome.acknowledged > 0 ? 0 : 1
}
