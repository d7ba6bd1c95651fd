// One preparation at a time: two starts at once would install into the same folder.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A folder is made by one process only, whatever the file system. The holder touches it, so that a dead one shows. */
export async function withFolderLock(folder, work) {
  const token = `${process.pid}.${Date.now()}`
  await take(folder, token)
  const pulse = setInterval(() => writeHolder(folder, token), 2_000)
  pulse.unref()
  try {
    return await work()
  } finally {
    clearInterval(pulse)
    if (read(folder) === token) rmSync(folder, { recursive: true, force: true })
  }
}

async function take(folder, token) {
  let said = false
  for (;;) {
    try {
      mkdirSync(dirname(folder), { recursive: true })
      mkdirSync(folder)
      writeHolder(folder, token)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isDead(folder)) {
      setAside(folder, token)
    } else {
      if (!said)
        process.stderr.write('Une autre préparation d’Entrain est en cours; on l’attend.\nAnother preparation of Entrain is under way; waiting for it.\n')
      said = true
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function isDead(folder) {
  const holder = read(folder)
  const touched = statSync(holder === undefined ? folder : join(folder, 'holder'), { throwIfNoEntry: false })?.mtimeMs
  if (touched === undefined) return false
  const silence = Date.now() - touched
  if (holder === undefined) return silence > 5_000
  try {
    process.kill(Number(holder.split('.')[0]), 0)
  } catch (error) {
    if (error.code === 'ESRCH') return true
  }
  // The number may have gone to another process since.
  return silence > 60_000
}

function setAside(folder, token) {
  const aside = `${folder}.${token}`
  try {
    renameSync(folder, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  rmSync(aside, { recursive: true, force: true })
}

function writeHolder(folder, token) {
  try {
    writeFileSync(join(folder, 'holder'), token)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function read(folder) {
  try {
    return readFileSync(join(folder, 'holder'), 'utf8')
  } catch {
    return undefined
  }
}
