import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const nobody = 65_534
let copy = ''

// The packages are those of this machine: installing them is what brought this test here.
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'entrain-start-'))
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const file of files) cpSync(join(root, file), join(copy, file), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
  symlinkSync(join(root, 'runtime', 'node_modules'), join(copy, 'runtime', 'node_modules'), 'dir')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** `npm start` as someone types it, until its link is printed. */
const npmStart = async (data: string, user?: number) => {
  const env = { ...process.env, HOME: copy, NODE_COMPILE_CACHE: '' }
  const as = user === undefined ? {} : { uid: user, gid: user }
  const child: ChildProcess = spawn('npm', ['start', '--', '--port', '0', '--data', data], { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'], ...as })
  let said = ''
  const link = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece.toString('utf8')
      const found = /https?:\/\/\S+#jeton=\S+/.exec(said)?.[0]
      if (found) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`npm start stopped with ${code}: ${said}`)))
  })
  const answer = await fetch(`${new URL(link).origin}/`)
  const health = await fetch(`${new URL(link).origin}/api/health`)
  // npm goes before what it started: the last word is the end of what is said.
  const gone = once(child, 'close')
  child.kill('SIGTERM')
  await gone
  return { said, page: await answer.text(), health: (await health.json()) as unknown }
}

test('npm start on a copy that has built nothing builds, starts its PostgreSQL and serves; again, it builds nothing', async () => {
  const first = await npmStart(join(copy, 'data'))
  expect(first.said).toContain('Building the screens')
  expect(first.page).toContain('<div id="entrain">')
  expect(first.health).toMatchObject({ ok: true })
  const again = await npmStart(join(copy, 'data'))
  expect(again.said).not.toContain('Building the screens')
  expect(again.health).toMatchObject({ ok: true })
})

/** Whether someone else than root may read where the packages are: a folder of root alone is nobody else's to start from. */
const isReadableByOthers = (): boolean => {
  try {
    execFileSync('/bin/ls', [join(root, 'node_modules')], { uid: nobody, gid: nobody, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test.runIf(process.getuid?.() === 0 && isReadableByOthers())('someone who is not root starts it as well, in a folder of her own', async () => {
  execFileSync('chown', ['-hR', `${nobody}:${nobody}`, copy])
  const { health } = await npmStart(join(copy, 'data-of-hers'), nobody)
  expect(health).toMatchObject({ ok: true })
})
