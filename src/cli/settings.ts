import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** How Entrain is to run; every value comes from a flag, else the environment, else the default. */
export type Settings = {
  /** 3000 unless said otherwise; when `portIsChosen` is false, the next free one may serve. */
  readonly port: number
  readonly portIsChosen: boolean
  readonly host: string
  /** Absolute path. */
  readonly dataFolder: string
  /** An existing PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined
  /** Public address, without a slash at the end. */
  readonly publicUrl: string | undefined
}

export type SettingName = 'PORT' | 'HOST' | 'ENTRAIN_DATA' | 'DATABASE_URL' | 'ENTRAIN_URL'

export type SettingsReason =
  | 'not-a-port'
  | 'not-a-host'
  | 'not-a-folder'
  | 'not-a-database-address'
  | 'not-a-web-address'
  | 'value-missing'
  | 'unknown-flag'
  | 'unknown-word'

export type WrongSetting = { readonly ok: false; readonly setting: string; readonly given: string; readonly reason: SettingsReason }
export type SettingsResult = { readonly ok: true; readonly settings: Settings } | WrongSetting

type Environment = Readonly<Record<string, string | undefined>>
type Given = { readonly from: string; readonly value: string }

const flags: Readonly<Record<string, SettingName>> = {
  '--port': 'PORT',
  '--host': 'HOST',
  '--data': 'ENTRAIN_DATA',
  '--database-url': 'DATABASE_URL',
  '--url': 'ENTRAIN_URL',
}

/** Reads the settings; `arguments_` are the words after the command, `folder` is what relative paths start from. */
export function readSettings(environment: Environment, arguments_: readonly string[], folder: string): SettingsResult {
  const flagged = readFlags(arguments_)
  if ('ok' in flagged) return flagged
  const given = (name: SettingName): Given | undefined => {
    const value = environment[name]
    return flagged[name] ?? (value === undefined || value.trim() === '' ? undefined : { from: name, value: value.trim() })
  }
  const checks: readonly (readonly [SettingName, (value: string) => boolean, SettingsReason])[] = [
    ['PORT', isPort, 'not-a-port'],
    ['HOST', isHost, 'not-a-host'],
    ['ENTRAIN_DATA', isFolder, 'not-a-folder'],
    ['DATABASE_URL', isDatabaseAddress, 'not-a-database-address'],
    ['ENTRAIN_URL', isWebAddress, 'not-a-web-address'],
  ]
  for (const [name, isRight, reason] of checks) {
    const one = given(name)
    if (one && !isRight(one.value)) return { ok: false, setting: one.from, given: shown(name, one.value), reason }
  }
  return {
    ok: true,
    settings: {
      port: Number(given('PORT')?.value ?? 3000),
      portIsChosen: given('PORT') !== undefined,
      host: given('HOST')?.value ?? '127.0.0.1',
      dataFolder: resolve(folder, given('ENTRAIN_DATA')?.value ?? 'data'),
      databaseUrl: given('DATABASE_URL')?.value,
      publicUrl: given('ENTRAIN_URL')?.value.replace(/\/+$/, ''),
    },
  }
}

/** One sentence in French, one in English, to print as they are. */
export function wrongSettingSentence({ setting, given, reason }: WrongSetting): { readonly fr: string; readonly en: string } {
  const why: Record<SettingsReason, { readonly fr: string; readonly en: string }> = {
    'not-a-port': {
      fr: `${setting} vaut « ${given} »; il faut un numéro de port de 0 à 65535.`,
      en: `${setting} is “${given}”; it must be a port number from 0 to 65535.`,
    },
    'not-a-host': {
      fr: `${setting} vaut « ${given} »; il faut un nom de machine ou une adresse, comme 127.0.0.1 ou 0.0.0.0, sans « http:// » ni port.`,
      en: `${setting} is “${given}”; it must be a host name or an address, such as 127.0.0.1 or 0.0.0.0, without “http://” or a port.`,
    },
    'not-a-folder': {
      fr: `${setting} vaut « ${given} »; il faut le chemin d’un dossier.`,
      en: `${setting} is “${given}”; it must be the path of a folder.`,
    },
    'not-a-database-address': {
      fr: `${setting} vaut « ${given} »; il faut une adresse de la forme postgres://utilisateur:motdepasse@machine:5432/base.`,
      en: `${setting} is “${given}”; it must be an address of the form postgres://user:password@machine:5432/database.`,
    },
    'not-a-web-address': {
      fr: `${setting} vaut « ${given} »; il faut l’adresse publique d’Entrain, comme https://entrain.exemple.ca, sans chemin.`,
      en: `${setting} is “${given}”; it must be the public address of Entrain, such as https://entrain.example.org, without a path.`,
    },
    'value-missing': {
      fr: `${setting} demande une valeur, par exemple ${setting} ${examples[setting] ?? '…'}.`,
      en: `${setting} needs a value, for example ${setting} ${examples[setting] ?? '…'}.`,
    },
    'unknown-flag': {
      fr: `L’option ${setting} n’existe pas. Options : ${Object.keys(flags).join(', ')}.`,
      en: `There is no option ${setting}. Options: ${Object.keys(flags).join(', ')}.`,
    },
    'unknown-word': {
      fr: `« ${given} » n’est pas attendu ici. Options : ${Object.keys(flags).join(', ')}.`,
      en: `“${given}” is not expected here. Options: ${Object.keys(flags).join(', ')}.`,
    },
  }
  return { fr: typography(why[reason].fr), en: why[reason].en }
}

const examples: Readonly<Record<string, string>> = {
  '--port': '3000',
  '--host': '127.0.0.1',
  '--data': './data',
  '--database-url': 'postgres://…',
  '--url': 'https://entrain.exemple.ca',
}

function readFlags(words: readonly string[]): Partial<Record<SettingName, Given>> | WrongSetting {
  const found: Partial<Record<SettingName, Given>> = {}
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (!word.startsWith('-')) return { ok: false, setting: word, given: word, reason: 'unknown-word' }
    const cut = word.indexOf('=')
    const flag = cut < 0 ? word : word.slice(0, cut)
    const name = Object.hasOwn(flags, flag) ? flags[flag] : undefined
    if (name === undefined) return { ok: false, setting: flag, given: word, reason: 'unknown-flag' }
    const value = cut < 0 ? words[++index] : word.slice(cut + 1)
    if (value === undefined || value.trim() === '' || (cut < 0 && value.startsWith('--'))) {
      return { ok: false, setting: flag, given: value ?? '', reason: 'value-missing' }
    }
    found[name] = { from: flag, value: value.trim() }
  }
  return found
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535
}

function isHost(value: string): boolean {
  return isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)
}

function isFolder(value: string): boolean {
  return !value.includes('\0') && !/^[a-z]+:\/\//i.test(value)
}

function isDatabaseAddress(value: string): boolean {
  const address = URL.canParse(value) ? new URL(value) : undefined
  return address !== undefined && /^postgres(ql)?:$/.test(address.protocol) && address.pathname.length > 1
}

function isWebAddress(value: string): boolean {
  const address = URL.canParse(value) ? new URL(value) : undefined
  return address !== undefined && /^https?:$/.test(address.protocol) && address.pathname === '/' && address.search === '' && address.username === ''
}

/** A database address may hold a password, which no screen repeats. */
function shown(name: SettingName, value: string): string {
  return name === 'DATABASE_URL' ? value.replace(/:[^:@/]*@/, ':…@') : value
}

function typography(sentence: string): string {
  return sentence
    .replaceAll('« ', '«\u00A0')
    .replaceAll(' »', '\u00A0»')
    .replace(/ :(?=\s|$)/g, '\u00A0:')
}
