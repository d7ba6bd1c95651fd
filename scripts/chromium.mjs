// Finds the browser of the tests, or brings it in where the system's packages can.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { gather, say } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Its path, or undefined after saying how to get one. */
export async function findChromium() {
  const present = presentChromium()
  if (present) return present
  const apt = onPath('apt-get')
  const sudo = process.getuid?.() === 0 ? [] : onPath('sudo') ? ['sudo', '-n'] : undefined
  if (apt && sudo) {
    say('Chromium manque aux tests d’écran\u00A0: installation par apt-get.', 'The screen tests lack Chromium: installing it with apt-get.')
    const command = [...sudo, 'sh', '-c', 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium']
    const { code, output } = await gather(command[0], command.slice(1), {})
    if (code !== 0) process.stderr.write(`${output.trim().split('\n').slice(-8).join('\n')}\n`)
  }
  const brought = presentChromium()
  if (!brought) {
    say(
      'Chromium est introuvable\u00A0: installez-le, ou donnez son chemin avec CHROMIUM. Les tests d’écran échoueront.',
      'Chromium cannot be found: install it, or give its path with CHROMIUM. The screen tests will fail.',
    )
  }
  return brought
}

function presentChromium() {
  const given = process.env.CHROMIUM
  if (given) return canRun(given) ? given : onPath(given)
  for (const name of names) {
    const found = onPath(name)
    if (found) return found
  }
  return elsewhere.find(canRun)
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(canRun)
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
