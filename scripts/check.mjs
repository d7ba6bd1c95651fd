// `npm test`: every script of package.json whose name starts with `check:`, in its order, each to its end.
// A step may write {"passed":n,"failed":n} into the file named by ENTRAIN_COUNT; any other step counts as one.
// Words after `npm test --` keep only the steps they name.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { prepare, Refusal, root } from './prepare.mjs'

const folder = mkdtempSync(join(tmpdir(), 'entrain-check-'))
const total = { passed: 0, failed: 0 }
const failures = []

const env = await ground()
if (env) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const asked = process.argv.slice(2)
  const steps = Object.entries(scripts)
    .filter(([name]) => name.startsWith('check:'))
    .map(([name, command]) => ({ name: name.slice('check:'.length), command }))
    .filter(({ name }) => asked.length === 0 || asked.includes(name))
  for (const step of steps) await runStep(step)
}
rmSync(folder, { recursive: true, force: true })
if (failures.length > 0) process.stdout.write(`\nfailed: ${failures.join(', ')}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

/** The environment of the steps. Screens are built first, since journeys open the built ones. */
async function ground() {
  let prepared
  try {
    prepared = await prepare({ web: false })
  } catch (error) {
    return fault('packages', error)
  }
  try {
    await prepare({ web: true })
    count('screens built', 1, 0)
  } catch (error) {
    fault('screens built', error)
  }
  const chromium = await findChromium()
  if (!chromium) count('chromium', 0, 1)
  return { ...prepared.env, ...(chromium ? { CHROMIUM: chromium } : {}) }
}

async function runStep({ name, command }) {
  process.stdout.write(`\n── ${name}\n`)
  const counts = join(folder, `${name.replace(/\W/g, '-')}.json`)
  const start = performance.now()
  const code = await run(command, { ...env, ENTRAIN_COUNT: counts })
  const counted = readCounts(counts)
  const passed = counted?.passed ?? (code === 0 ? 1 : 0)
  // A step that stops badly has failed, whatever it had time to count.
  const failed = Math.max(counted?.failed ?? 0, code === 0 ? 0 : 1)
  count(name, passed, failed)
  process.stdout.write(
    `── ${name}: ${failed === 0 ? 'ok' : 'FAILED'} (${passed} passed, ${failed} failed, ${((performance.now() - start) / 1000).toFixed(1)} s)\n`,
  )
}

function run(command, stepEnv) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env: stepEnv, shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function count(name, passed, failed) {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(name)
}

function fault(name, error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`)
  count(name, 0, 1)
  return undefined
}
