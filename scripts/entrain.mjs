#!/usr/bin/env node
// The `entrain` command: prepares the ground, then hands over to src/cli/main.ts on a Node that is new enough.
// `--run FILE words…` runs another TypeScript file the same way; `--built` before it builds the screens first.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, Refusal, root } from './prepare.mjs'

const words = process.argv.slice(2)
const built = words[0] === '--built'
if (built) words.shift()
const isRun = words[0] === '--run'
const file = isRun ? resolve(root, words[1] ?? '') : resolve(root, 'src/cli/main.ts')
const rest = isRun ? words.slice(2) : words

try {
  const { node, env } = await prepare({ web: built || (!isRun && ['start', 'demo'].includes(words[0])) })
  handOver(node, [...nodeWords(node), file, ...rest], env)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** Before Node 24, running TypeScript directly prints a warning that is nobody's business here. */
function nodeWords(node) {
  const isOlder = node === process.execPath && Number(process.versions.node.split('.')[0]) < 24
  return isOlder ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : []
}

function handOver(node, all, env) {
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    // The same process goes on as Entrain: signals, exit code and memory are its own.
    process.emitWarning = () => undefined
    process.execve(node, [node, ...all], env)
  }
  const child = spawn(node, all, { stdio: 'inherit', env })
  const pass = (signal) => child.kill(signal)
  process.on('SIGTERM', pass)
  process.on('SIGHUP', pass)
  // A terminal sends Ctrl C to the child too; only a signal meant for us alone is passed on.
  process.on('SIGINT', (signal) => process.stdin.isTTY || pass(signal))
  child.once('error', (error) => {
    process.stderr.write(`${pathToFileURL(file)}: ${error.message}\n`)
    process.exitCode = 1
  })
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const name of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}
