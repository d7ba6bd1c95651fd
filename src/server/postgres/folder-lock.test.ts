import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockDataFolder } from './folder-lock.ts'

test('a data folder is made with the folders above it, and held until it is given back', () => {
  const place = mkdtempSync(join(tmpdir(), 'entrain-lock-'))
  try {
    const folder = join(place, 'a', 'b', 'data')
    const lock = lockDataFolder(folder)
    expect(existsSync(folder)).toBe(true)
    expect(lock.ok).toBe(true)
    expect(lockDataFolder(folder)).toMatchObject({ ok: false, reason: 'data-folder-in-use', pid: process.pid })
    if (lock.ok) lock.release()
    expect(lockDataFolder(folder).ok).toBe(true)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})

test.runIf(existsSync('/proc/self'))('a folder that cannot be made is refused at once', () => {
  expect(() => lockDataFolder('/proc/entrain/data')).toThrow(expect.objectContaining({ reason: 'data-folder-not-writable' }))
})
