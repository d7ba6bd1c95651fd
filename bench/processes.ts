import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeActivitiesFile } from './activities-file.ts'
import { newFolder, removeFolder } from './ground.ts'
import { writePeopleFile } from './people-file.ts'
import { median, ms, perSecond, ratio, type Line } from './timing.ts'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const pause = (time: number) => new Promise((after) => setTimeout(after, time))
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const megabytes = (text: string, field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN) / 1024

type Ran = { readonly seconds: number; readonly peak: number; readonly answer: Readonly<Record<string, unknown>> }

/** Runs the import as anyone would; gives its seconds and the most memory it held. */
const importing = async (what: 'people' | 'activities', dataFolder: string, file: string): Promise<Ran> => {
  const from = performance.now()
  const child = spawn(process.execPath, [main, 'import', what, file, '--json', '--data', dataFolder], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  let peak = 0
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString('utf8')
  })
  const watch = setInterval(() => {
    peak = Math.max(peak, megabytes(read(`/proc/${child.pid}/status`), 'VmHWM') || 0)
  }, 50)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  return { seconds: (performance.now() - from) / 1000, peak, answer: JSON.parse(said) as Ran['answer'] }
}

/** A hundred thousand people from the command line, beside the same command with ten. */
export const benchImport = async (count: number): Promise<readonly Line[]> => {
  const folder = newFolder('import')
  try {
    const few = join(folder, 'few.csv')
    const many = join(folder, 'many.csv')
    writePeopleFile(few, 10)
    writePeopleFile(many, count)
    await importing('people', join(folder, 'a'), few)
    const base = await importing('people', join(folder, 'a'), few)
    const whole = await importing('people', join(folder, 'a'), many)
    const written = Number(whole.answer['written'])
    const speed = (count - 10) / (whole.seconds - base.seconds)
    const what = `import of ${count.toLocaleString('en-CA')} people (CSV)`
    return [
      {
        what: `${what}: speed`,
        measured: `${perSecond(speed)} (${written.toLocaleString('en-CA')} written in ${whole.seconds.toFixed(1)} s)`,
        reference: `${base.seconds.toFixed(1)} s for ten people`,
        goal: '≥ 5,000/s',
        isReached: speed >= 5000,
      },
      {
        what: `${what}: growth of memory`,
        measured: `${(whole.peak - base.peak).toFixed(0)} MB`,
        reference: `${base.peak.toFixed(0)} MB for ten people`,
        goal: '≤ 256 MB',
        isReached: whole.peak - base.peak <= 256,
      },
    ]
  } finally {
    removeFolder(folder)
  }
}

const tenth = 10

/** Years of past activities from the command line, beside the same command with a tenth of them: neither speed nor memory should follow the size. */
export const benchHistory = async (rows: number): Promise<readonly Line[]> => {
  const folder = newFolder('history')
  const shape = { people: Math.ceil(rows / 25), days: 700 }
  const run = async (name: string, count: number): Promise<Ran & { readonly speed: number }> => {
    const file = join(folder, `${name}.csv`)
    // A few rows first: the database is made, and the start of the command is known.
    writeActivitiesFile(file, { ...shape, rows: 10 })
    await importing('activities', join(folder, name), file)
    const start = await importing('activities', join(folder, name), file)
    writeActivitiesFile(file, { people: Math.ceil(count / 25), days: 700, rows: count })
    const ran = await importing('activities', join(folder, name), file)
    if (ran.answer['told'] !== count) throw new Error(`${String(ran.answer['told'])} of ${count} rows were taken`)
    return { ...ran, speed: count / (ran.seconds - start.seconds) }
  }
  try {
    const few = await run('few', Math.ceil(rows / tenth))
    const many = await run('many', rows)
    const what = `import of ${rows.toLocaleString('en-CA')} past activities (CSV)`
    const beside = `with ${Math.ceil(rows / tenth).toLocaleString('en-CA')}`
    const [speed, growth] = [many.speed / few.speed, many.peak / few.peak]
    return [
      {
        what: `${what}: speed`,
        measured: `${perSecond(many.speed)} (${many.seconds.toFixed(1)} s)`,
        reference: `${perSecond(few.speed)} ${beside}`,
        goal: `${ratio(speed)} (goal ≥ 0.70 ×)`,
        isReached: speed >= 0.7,
      },
      {
        what: `${what}: most memory held`,
        measured: `${many.peak.toFixed(0)} MB`,
        reference: `${few.peak.toFixed(0)} MB ${beside}`,
        goal: `${ratio(growth)} (goal ≤ 2.00 ×)`,
        isReached: growth <= 2,
      },
    ]
  } finally {
    removeFolder(folder)
  }
}

/** Starting again on a folder that has served, until the first answer, and the memory of everything at rest. */
export const benchStart = async (): Promise<readonly Line[]> => {
  const folder = newFolder('start')
  try {
    await (await started(folder)).stop()
    const times: number[] = []
    let rest = Number.NaN
    for (let n = 0; n < 3; n += 1) {
      const entrain = await started(folder)
      times.push(entrain.time)
      if (n === 2) {
        await pause(5000)
        rest = pssOfAll(entrain.child.pid ?? 0)
      }
      await entrain.stop()
    }
    return [
      { what: 'start to first answer, warm data folder', measured: ms(median(times)), reference: '', goal: '≤ 2 s', isReached: median(times) <= 2000 },
      {
        what: 'memory at rest of everything (PSS)',
        measured: Number.isNaN(rest) ? 'not readable here' : `${rest.toFixed(0)} MB`,
        reference: '',
        goal: '≤ 250 MB',
        isReached: Number.isNaN(rest) ? null : rest <= 250,
      },
    ]
  } finally {
    removeFolder(folder)
  }
}

const started = async (folder: string): Promise<{ readonly child: ChildProcess; readonly time: number; readonly stop: () => Promise<void> }> => {
  const port = await freePort()
  const from = performance.now()
  const child = spawn(process.execPath, [main, 'start', '--data', folder, '--port', String(port)], { stdio: 'ignore' })
  const isUp = async (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) {
    if (child.exitCode !== null || performance.now() - from > 60_000) throw new Error('Entrain did not start')
    await pause(10)
  }
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return { child, time: performance.now() - from, stop }
}

/** Proportional memory of a process and of all that it started. */
const pssOfAll = (root: number): number => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => {
        const stat = read(`/proc/${name}/stat`)
        return [Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]
      }),
  )
  const family = new Set([root])
  for (let before = 0; before < family.size;) {
    before = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family].reduce((sum, pid) => sum + megabytes(read(`/proc/${pid}/smaps_rollup`), 'Pss'), 0)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
