import { describe, expect, test } from 'vitest'
import { readSettings, wrongSettingSentence, type Settings, type WrongSetting } from './settings.ts'

const folder = '/home/anne/entrain'

function settings(environment: Record<string, string>, words: readonly string[] = []): Settings {
  const result = readSettings(environment, words, folder)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.settings
}

function wrong(environment: Record<string, string>, words: readonly string[] = []): WrongSetting {
  const result = readSettings(environment, words, folder)
  if (result.ok) throw new Error('these settings were accepted')
  return result
}

test('with nothing said, Entrain keeps to this machine, on port 3000, with its data beside it', () => {
  expect(settings({})).toEqual({
    port: 3000,
    portIsChosen: false,
    host: '127.0.0.1',
    dataFolder: '/home/anne/entrain/data',
    databaseUrl: undefined,
    publicUrl: undefined,
  })
})

test('the environment gives every setting', () => {
  const given = { PORT: '8080', HOST: '0.0.0.0', ENTRAIN_DATA: '/srv/entrain', DATABASE_URL: 'postgres://a:b@c/d', ENTRAIN_URL: 'https://entrain.example.org/' }
  expect(settings(given)).toEqual({
    port: 8080,
    portIsChosen: true,
    host: '0.0.0.0',
    dataFolder: '/srv/entrain',
    databaseUrl: 'postgres://a:b@c/d',
    publicUrl: 'https://entrain.example.org',
  })
})

test('a flag wins over the environment, joined by a space or an equals sign', () => {
  expect(settings({ PORT: '8080' }, ['--port', '9090']).port).toBe(9090)
  expect(settings({}, ['--data=../elsewhere', '--host=::1'])).toMatchObject({ dataFolder: '/home/anne/elsewhere', host: '::1' })
})

test('an address of the sixth version is a host, whole or shortened', () => {
  for (const host of ['2001:db8:1:2:3:4:5:6', '::', 'fe80::1']) expect(settings({ HOST: host }).host).toBe(host)
})

test('an empty variable counts as nothing said', () => {
  expect(settings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

describe('a wrong value is named with its reason', () => {
  test.each([
    [{ PORT: 'trois mille' }, 'PORT', 'not-a-port'],
    [{ PORT: '65536' }, 'PORT', 'not-a-port'],
    [{ PORT: '-1' }, 'PORT', 'not-a-port'],
    [{ PORT: '30.5' }, 'PORT', 'not-a-port'],
    [{ HOST: 'http://localhost' }, 'HOST', 'not-a-host'],
    [{ HOST: 'localhost:3000' }, 'HOST', 'not-a-host'],
    [{ HOST: '2001:db8:1:2' }, 'HOST', 'not-a-host'],
    [{ ENTRAIN_DATA: 'https://x.example' }, 'ENTRAIN_DATA', 'not-a-folder'],
    [{ DATABASE_URL: 'mysql://a/b' }, 'DATABASE_URL', 'not-a-database-address'],
    [{ DATABASE_URL: 'postgres://a' }, 'DATABASE_URL', 'not-a-database-address'],
    [{ ENTRAIN_URL: 'entrain.example.org' }, 'ENTRAIN_URL', 'not-a-web-address'],
    [{ ENTRAIN_URL: 'https://example.org/entrain' }, 'ENTRAIN_URL', 'not-a-web-address'],
  ] as const)('%j', (environment, setting, reason) => {
    expect(wrong(environment)).toMatchObject({ setting, reason })
  })

  test.each([
    [['--prot', '1'], '--prot', 'unknown-flag'],
    [['--toString', '1'], '--toString', 'unknown-flag'],
    [['--port'], '--port', 'value-missing'],
    [['--port', '--host'], '--port', 'value-missing'],
    [['--data='], '--data', 'value-missing'],
    [['now'], 'now', 'unknown-word'],
    [['--port', 'x'], '--port', 'not-a-port'],
  ] as const)('%j', (words, setting, reason) => {
    expect(wrong({}, words)).toMatchObject({ setting, reason })
  })
})

test('the sentence says which setting, what was given and what is wanted, in French and in English', () => {
  expect(wrongSettingSentence(wrong({ PORT: 'abc' }))).toEqual({
    fr: 'PORT vaut «\u00A0abc\u00A0»; il faut un numéro de port de 0 à 65535.',
    en: 'PORT is “abc”; it must be a port number from 0 to 65535.',
  })
})

test('a database password is never repeated', () => {
  expect(wrong({ DATABASE_URL: 'mysql://anne:secret@machine/base' }).given).toBe('mysql://anne:…@machine/base')
})
