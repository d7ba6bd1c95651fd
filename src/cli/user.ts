import { createInterface } from 'node:readline/promises'
import { openIdentityDatabase, type IdentityDatabase } from '#server/identity/database.ts'
import { passwordHash } from '#server/identity/password.ts'
import { addPassword, changeAddress, endSessions, isGivenAddress, newEntryToken, users } from '#server/identity/store.ts'
import { migrate } from '#server/db/migrate.ts'
import { addressesOf } from '#server/http/addresses.ts'
import { ensureOwner } from '#server/identity/owner.ts'
import { entryLink } from '#server/app/start.ts'
import { reachStore } from '#server/app/open-store.ts'
import type { Command } from './command.ts'
import { apart, Refused, settingsOf, tell } from './say.ts'

type User = Awaited<ReturnType<typeof users>>[number]

/** Who enters, by whom holds the machine: it needs no password, since the data folder is in hand. */
export const user: Command = async (words) => {
  const {
    own: [what = '', who, email],
    rest,
  } = apart(words, 3)
  const settings = settingsOf(rest)
  if (!['list', 'link', 'password'].includes(what)) {
    throw new Refused('Dites « entrain user list », « link » ou « password ».', 'Say “entrain user list”, “link” or “password”.', 2)
  }
  const store = await reachStore(settings, tell)
  try {
    await migrate(store.owner)
    const db = openIdentityDatabase(store.app)
    try {
      await ensureOwner(db)
      if (what === 'list') return await list(db)
      const one = chosen(await users(db), who)
      if (what === 'password') return await password(db, one, email)
      const { baseUrl } = addressesOf(settings)
      process.stdout.write(`${entryLink(baseUrl, await newEntryToken(db, one.id, new Date()))}\n`)
      return 0
    } finally {
      await db.destroy()
    }
  } finally {
    await store.close()
  }
}

const list = async (db: IdentityDatabase): Promise<number> => {
  for (const one of await users(db))
    process.stdout.write(`${one.id}  ${one.role}  ${one.name}  ${isGivenAddress(one.email) ? one.email : '—'}  ${one.workspaceName}\n`)
  return 0
}

/** By id or address; without either, the first owner. */
const chosen = (all: readonly User[], who: string | undefined): User => {
  const one = who === undefined ? all.find(({ role }) => role === 'owner') : all.find(({ id, email }) => id === who || email === who.toLowerCase())
  if (!one) throw new Refused(`« ${who ?? ''} » n’entre pas ici; voyez « entrain user list ».`, `“${who ?? ''}” does not enter here; see “entrain user list”.`)
  return one
}

const password = async (db: IdentityDatabase, one: User, email: string | undefined): Promise<number> => {
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new Refused(`« ${email} » n’est pas une adresse.`, `“${email}” is not an address.`)
  if (email === undefined && !isGivenAddress(one.email)) {
    throw new Refused(
      `Donnez aussi l’adresse : entrain user password ${one.id} nom@exemple.ca`,
      `Give the address too: entrain user password ${one.id} name@example.org`,
    )
  }
  const input = createInterface({ input: process.stdin, output: process.stderr })
  const given = (await input.question('Mot de passe (12 caractères ou plus) · Password (12 characters or more): ')).trim()
  input.close()
  if (given.length < 12 || given.length > 256) throw new Refused('Il faut de 12 à 256 caractères.', 'It must have 12 to 256 characters.')
  if (email !== undefined) await changeAddress(db, one.id, email)
  await addPassword(db, one.id, await passwordHash(given))
  await endSessions(db, one.id, { allBut: '00000000-0000-0000-0000-000000000000' })
  tell('C’est fait; les appareils déjà connectés devront entrer de nouveau.\nDone; devices signed in before must sign in again.')
  return 0
}
