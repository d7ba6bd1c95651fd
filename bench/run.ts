import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchConsent } from './consent.ts'
import { benchDevice } from './device.ts'
import { benchEvidence } from './evidence.ts'
import { openGround, removeFolder } from './ground.ts'
import { benchInviting } from './inviting.ts'
import { benchLogging } from './logging.ts'
import { benchMatching } from './matching.ts'
import { benchMethod } from './method.ts'
import { benchHistory, benchImport, benchStart } from './processes.ts'
import { benchPage } from './page.ts'
import { benchRanking } from './ranking.ts'
import { benchReading } from './reading.ts'
import type { Line } from './timing.ts'
import { benchWhoNext } from './who-next.ts'

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    activities: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '100000' },
    history: { type: 'string', default: '100000' },
    only: { type: 'string' },
  },
})

const onGround = async (bench: (ground: Awaited<ReturnType<typeof openGround>>) => Promise<readonly Line[]>): Promise<readonly Line[]> => {
  const ground = await openGround()
  try {
    return await bench(ground)
  } finally {
    await ground.stop()
    removeFolder(ground.folder)
  }
}

const benches = {
  log: () => onGround(benchLogging),
  read: () => onGround((ground) => benchReading(ground, Number(values.activities))),
  evidence: () => onGround((ground) => benchEvidence(ground, Number(values.activities))),
  import: () => benchImport(Number(values.people)),
  history: () => benchHistory(Number(values.history)),
  method: () => benchMethod(20_000),
  ranking: async () => benchRanking(20_000),
  next: () => onGround((ground) => benchWhoNext(ground, 20_000)),
  inviting: () => benchInviting(20_000),
  matching: () => benchMatching(20_000),
  consent: () => benchConsent(20_000),
  start: benchStart,
  device: benchDevice,
  page: benchPage,
} satisfies Readonly<Record<string, () => Promise<readonly Line[]>>>

const [one] = cpus()
const load = loadavg()[0] ?? 0
const lines: Line[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue
  process.stderr.write(`${name}…\n`)
  const made = await bench()
  for (const line of made) process.stderr.write(`  ${line.what}: ${line.measured} (${line.reference}) ${line.goal}\n`)
  lines.push(...made)
}

const verdict = ({ isReached }: Line): string => (isReached === null ? '—' : isReached ? 'yes' : 'no')
const table = [
  '| What | Measured | Beside it, in the same run | Goal | Reached |',
  '|---|---|---|---|---|',
  ...lines.map((line) => `| ${line.what} | ${line.measured} | ${line.reference} | ${line.goal} | ${verdict(line)} |`),
].join('\n')
process.stdout.write(`${table}\n`)

if (values.write) {
  const machine = `${cpus().length} × ${one?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform} ${process.arch}, Node ${process.version}`
  const text = `# Benchmarks

Made by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}.
Machine: ${machine}. Load of the machine when the run began (one minute): ${load.toFixed(1)}.

${table}

How it is measured:

- Logging an activity goes through the ledger (\`push\`), one operation per transaction, each client in a workspace of its own. Its reference is the very statements that
  it sends, recorded and replayed through the same driver with nothing around them: the ratio is the share that is left once the method has decided. Where this machine has pgbench,
  it runs the same statements too, their ids drawn anew in each transaction.
- On a machine that does other work, the ratio with 16 clients has varied from 0.65 to 0.86 between runs, and every absolute figure with it.
- Today’s question is the pull of a device that is up to date but for twenty activities.
- The import is the command \`entrain import people\`, its start taken away; its memory is the most the process ever held, less what it holds for ten people.
- The import of past activities is the command \`entrain import activities\`, its start taken away, on a database of its own; the app’s server runs the same code for large files.
- The Bilan is asked for as the screen does, after a tap each time: a long log is given as it was last told and told again in a thread of its own ([why](decisions/0006-the-bilan-of-a-long-log.md)).
  The very first look, when nothing is kept, waits for the whole telling; \`entrain import activities\` keeps it at its end.
- Memory at rest is the proportional share (PSS) of Entrain and of every PostgreSQL process, five seconds after a start.
- The tap goes from the press to the counter written otherwise in the page, in Chromium at 390 px, on a device that holds everything; its reference is a page that keeps nothing.
  The cold start is a browser opened again without a network on the same profile, until the counter and the next person stand.
- The first route is what the page waits for before its first screen, compressed. Lighthouse (mobile, simulated throttling) visits Today in the demonstration;
  it is not a dependency of Entrain: \`ENTRAIN_LIGHTHOUSE\` names the folder where it is installed.
`
  writeFileSync(fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url)), text)
}
