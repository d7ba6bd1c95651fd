import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant } from '#method/calendar/day.ts'
import { blankSender } from '#method/consent/consent.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { applyOperations } from '#server/ledger/write.ts'
import { keepMailAccount } from '#server/mail/account-store.ts'
import { placeOf } from '#server/mail/account-routes.ts'
import { newLink } from '#server/mail/link-store.ts'
import { sealWith } from '#server/mail/seal.ts'
import { openDoors, type Answer, type Browser, type Doors } from '#test/doors.ts'
import { ledgerApp, nextId, operationOf } from '#test/ledger-app.ts'
import { routesOf } from '#test/routes-of.ts'

let doors: Doors
beforeAll(async () => {
  // Where people outside can open it: only there is there a form, and a way out by a link.
  doors = await openDoors('https://entrain.example.org')
})
afterAll(() => doors.close())

type Someone = Awaited<ReturnType<Doors['someone']>>
const password = 'cheval pile agrafe correcte'
const endpoint = 'https://fcm.googleapis.com/fcm/send/de-nathalie'
const actorOf = ({ workspaceId, userId }: Someone, role: 'owner' | 'member' = 'owner') => ({ workspaceId, memberId: userId, role })
const sender = { ...blankSender, businessName: 'Atelier Nathalie', mailingAddress: '12, rue Hériot', email: 'nathalie@exemple.ca' }

/** What Nathalie has: a colleague, an invitation, a key, a passkey, a second session, her mail server, a form, a way out, a browser to remind. */
const fill = async (owner: Someone, colleague: Someone) => {
  const actor = actorOf(owner)
  const contactId = nextId()
  await applyOperations(doors.database, actor, [
    operationOf({ type: 'settings.put', fields: { sender } }),
    operationOf({ type: 'contact.add', contactId, fields: { name: 'Éric Roy' }, step: null }),
  ])
  await owner.send('POST', '/api/account/password', { newPassword: password, email: 'nathalie@exemple.ca' })
  const invited = (await owner.send('POST', '/api/invitations', { email: 'invitee@exemple.ca' })).body as { readonly id: string; readonly link: string }
  const key = (await owner.send('POST', '/api/keys', { name: 'Tableur de Nathalie', access: 'read' })).body as { readonly id: string; readonly secret: string }
  const passkey = crypto.randomUUID()
  await sql`insert into identity_passkey (id, name, public_key, user_id, credential_id, counter, device_type, backed_up, created_at)
    values (${passkey}, 'Clé de Nathalie', 'x', ${owner.userId}, 'credential-of-nathalie', 0, 'singleDevice', false, now())`.execute(doors.identity)
  await doors.browser().send('POST', '/api/auth/sign-in/email', { email: 'nathalie@exemple.ca', password })
  const sessions = (await owner.send('GET', '/api/sessions')).body as readonly { readonly id: string; readonly isCurrent: boolean }[]
  const sealedPassword = sealWith(doors.secret).close('secret', placeOf(actor))
  const server = { host: '127.0.0.1', port: 1, security: 'none' as const, username: 'nathalie', fromName: 'Nathalie', fromAddress: 'nathalie@exemple.ca' }
  await inWorkspace(doors.database, actor, (tx) => keepMailAccount(tx, actor, { ...server, sealedPassword, checkedAt: asInstant(Date.now()) }))
  const form = new URL(((await owner.send('POST', '/api/enquiry-form')).body as { readonly url: string }).url).pathname
  const out = `/u/${await inWorkspace(doors.database, actor, (tx) => newLink(tx, actor, { kind: 'unsubscribe', contactId }))}`
  const device = { endpoint, keys: { p256dh: 'A'.repeat(87), auth: 'B'.repeat(22) } }
  expect((await owner.send('PUT', '/api/push/device', device)).status).toBe(204)
  const session = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? ''
  expect(session).not.toBe('')
  return {
    colleague: colleague.userId,
    invitation: invited.id,
    token: invited.link.split('#invitation=')[1] ?? '',
    key,
    passkey,
    session,
    server,
    form,
    out,
    device,
  }
}
type Made = Awaited<ReturnType<typeof fill>>

/** Everything of Nathalie's that these routes could touch or tell. */
const ofNathalie = async ({ workspaceId, userId }: Someone): Promise<string> => {
  const identity = [
    sql`select to_jsonb(t) - 'updated_at' as row from identity_user t where id = ${userId}::uuid`,
    sql`select to_jsonb(t) - 'updated_at' as row from identity_account t where user_id = ${userId}::uuid`,
    sql`select jsonb_build_object('session', t.id) as row from identity_session t where user_id = ${userId}::uuid order by t.id`,
    sql`select to_jsonb(t) as row from identity_passkey t where user_id = ${userId}::uuid`,
    sql`select jsonb_build_object('key', t.id, 'enabled', t.enabled) as row from identity_api_key t where reference_id = ${userId} order by t.id`,
    sql`select to_jsonb(t) as row from identity_member t where workspace_id = ${workspaceId}::uuid order by t.user_id`,
    sql`select to_jsonb(t) as row from identity_invitation t where workspace_id = ${workspaceId}::uuid order by t.id`,
  ]
  const told: unknown[] = []
  for (const one of identity) told.push((await one.execute(doors.identity)).rows)
  await inWorkspace(doors.database, { workspaceId, memberId: userId }, async (tx) => {
    const own = sql`t.workspace_id = ${workspaceId}::uuid and t.member_id = ${userId}`
    for (const table of ['mail_account', 'push_device', 'public_link', 'consent', 'enquiry'])
      told.push((await sql`select to_jsonb(t) as row from ${sql.id(table)} t where ${own} order by to_jsonb(t)::text`.execute(tx)).rows)
  })
  return JSON.stringify(told)
}

/**
 * How a route is asked about what Nathalie has, and what each is answered: nobody, the owner of another workspace, a colleague who owns
 * nothing, Nathalie's own key that reads, and Nathalie, last.
 */
type Call = {
  readonly url: string
  readonly body?: unknown
  readonly form?: true
  readonly nobody: number
  readonly other: number
  readonly member: number
  readonly key: number
  readonly mine: number
}
const own = (url: string, ok = 200, body?: unknown) => ({ url, body, nobody: 401, other: ok, member: ok, key: 401, mine: ok })
const open = (url: string, ok = 200, body?: unknown) => ({ url, body, nobody: ok, other: ok, member: ok, key: ok, mine: ok })
const madeUp = 'x'.repeat(43)
const calls = (made: Made): Readonly<Record<string, Call>> => ({
  'GET /api/account': own('/api/account'),
  'PATCH /api/account': own('/api/account', 200, { name: 'Quelqu’un' }),
  // Each has a session and no password, or does not know the present one.
  'POST /api/account/password': { ...own('/api/account/password', 422, { newPassword: 'vache orange tambour neige' }) },
  'GET /api/sessions': own('/api/sessions'),
  'DELETE /api/sessions/:id': { ...own(`/api/sessions/${made.session}`), other: 404, member: 404 },
  'DELETE /api/sessions': own('/api/sessions'),
  'GET /api/keys': own('/api/keys'),
  'POST /api/keys': own('/api/keys', 201, { name: 'Autre' }),
  'GET /api/members': own('/api/members'),
  'PATCH /api/members/:id': { ...own(`/api/members/${made.colleague}`, 200, { role: 'member' }), other: 404, member: 403 },
  'DELETE /api/members/:id': { ...own(`/api/members/${made.colleague}`), other: 404, member: 403 },
  'GET /api/invitations': { ...own('/api/invitations'), member: 403 },
  'POST /api/invitations': { ...own('/api/invitations', 201, { email: 'autre@exemple.ca' }), member: 403 },
  'DELETE /api/invitations/:id': { ...own(`/api/invitations/${made.invitation}`), other: 404, member: 403 },
  'POST /api/invitations/read': open('/api/invitations/read', 410, { token: madeUp }),
  'POST /api/invitations/accept': open('/api/invitations/accept', 410, { token: madeUp, name: 'X', password }),
  'POST /api/auth/entry': open('/api/auth/entry', 401, { token: madeUp }),
  'POST /api/auth/sign-in/email': open('/api/auth/sign-in/email', 401, { email: 'nathalie@exemple.ca', password: 'pas le bon mot' }),
  'GET /api/auth/passkey/generate-authenticate-options': open('/api/auth/passkey/generate-authenticate-options'),
  'POST /api/auth/passkey/verify-authentication': open('/api/auth/passkey/verify-authentication', 400, { response: { id: 'credential-of-nathalie' } }),
  'GET /api/auth/passkey/generate-register-options': own('/api/auth/passkey/generate-register-options'),
  'POST /api/auth/passkey/verify-registration': own('/api/auth/passkey/verify-registration', 400, { response: { id: 'x' } }),
  'GET /api/auth/passkey/list-user-passkeys': own('/api/auth/passkey/list-user-passkeys'),
  'POST /api/auth/passkey/delete-passkey': { ...own('/api/auth/passkey/delete-passkey', 200, { id: made.passkey }), other: 401, member: 401 },
  'GET /api/mail/account': { ...own('/api/mail/account'), key: 200 },
  // Nobody listens there: what was kept stays. The password that Nathalie gave goes with nobody else's account.
  'PUT /api/mail/account': { ...own('/api/mail/account', 422, { ...made.server, password: '' }), key: 403 },
  'POST /api/mail/account/trial': { ...own('/api/mail/account/trial'), other: 404, member: 404, key: 403 },
  'DELETE /api/mail/account': { ...own('/api/mail/account', 204), key: 403 },
  'GET /api/enquiry-form': { ...own('/api/enquiry-form'), key: 200 },
  'POST /api/enquiry-form': { ...own('/api/enquiry-form'), other: 422, member: 403, key: 403 },
  'DELETE /api/enquiry-form': { ...own('/api/enquiry-form'), member: 403, key: 403 },
  'GET /api/past-file': { ...own('/api/past-file'), key: 200 },
  'POST /api/past-file': { ...own('/api/past-file', 201, { name: 'cahier.csv', bytes: 10 }), key: 403 },
  'PUT /api/past-file/pieces': { ...own(`/api/past-file/pieces?file=${nextId()}&from=0`, 400), key: 403 },
  'POST /api/past-file/reading': { ...own('/api/past-file/reading', 409, { mapping: null, ambiguous: 'skip' }), key: 403 },
  'POST /api/past-file/import': { ...own('/api/past-file/import', 409, {}), key: 403 },
  'DELETE /api/past-file': { ...own('/api/past-file'), key: 403 },
  'GET /api/push/key': { ...own('/api/push/key'), key: 200 },
  'PUT /api/push/device': { ...own('/api/push/device', 204, { ...made.device, keys: { ...made.device.keys, auth: 'C'.repeat(22) } }), key: 403 },
  'DELETE /api/push/device': { ...own('/api/push/device', 204, { endpoint }), key: 403 },
  'GET /f/:token': open(`/f/${madeUp}`, 404),
  'POST /f/:token': { ...open(`/f/${madeUp}`, 404, 'name=x'), form: true },
  'GET /u/:token': open(`/u/${madeUp}`, 404),
  'POST /u/:token': { ...open(`/u/${madeUp}`, 404, 'x=1'), form: true },
  'GET /api/health': open('/api/health'),
  'GET /api': open('/api'),
  'GET /api/openapi.json': open('/api/openapi.json'),
  'GET /api/reference.css': open('/api/reference.css'),
  // Last: the key ends, and whoever asks is out.
  'DELETE /api/keys/:id': { ...own(`/api/keys/${made.key.id}`), other: 404, member: 404 },
  'POST /api/auth/sign-out': open('/api/auth/sign-out', 200, {}),
})

// What tells her own to her: nobody else being told says something only then.
const tells = new Set(['account', 'keys', 'members', 'invitations', 'auth/passkey/list-user-passkeys', 'mail/account'].map((path) => `GET /api/${path}`))
const hers = /nathalie|invitee@|Éric Roy|Atelier|credential-of|de-nathalie/i

test('every route of identity, mail, form, way out and reminders serves its own and knows nothing of someone else’s', async () => {
  const words = await ledgerApp()
  const elsewhere = words.routes.map(({ method, url }) => `${method} ${url}`)
  await words.close()
  const owner = await doors.someone()
  const [colleague, member, other] = [await doors.someone('member', owner.workspaceId), await doors.someone('member', owner.workspaceId), await doors.someone()]
  const made = await fill(owner, colleague)
  const asked = calls(made)
  // Those of the words are walked in server/ledger/two-people.test.ts.
  expect(new Set(routesOf(doors.app))).toEqual(new Set([...elsewhere, ...Object.keys(asked)]))

  const wrong: string[] = []
  for (const [route, { url, body, form, ...due }] of Object.entries(asked)) {
    const method = route.split(' ')[0] as 'GET'
    const ask = (by: Browser, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
      by.send(method, url, body, { ...headers, ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) })
    const before = await ofNathalie(owner)
    const answers = {
      nobody: await ask(doors.browser()),
      other: await ask(other),
      member: await ask(member),
      key: await ask(doors.browser(), { authorization: `Bearer ${made.key.secret}` }),
    }
    for (const [who, { status, text }] of Object.entries(answers)) {
      if (status !== due[who as 'nobody']) wrong.push(`${route}: ${who} is answered ${status}, not ${due[who as 'nobody']}`)
      // A colleague sees who is in the team and the team's own form.
      const mayKnow = (who === 'key' && status === 200) || (who === 'member' && url === '/api/enquiry-form')
      if (!mayKnow && hers.test(text) && !hers.test(route)) wrong.push(`${route}: ${who} is told ${hers.exec(text)?.[0]}`)
    }
    if ((await ofNathalie(owner)) !== before) wrong.push(`${route}: something of Nathalie’s has changed`)
    const mine = await ask(owner)
    if (tells.has(route) && !hers.test(mine.text)) wrong.push(`${route}: Nathalie is not told what is hers`)
    if (mine.status !== due.mine) wrong.push(`${route}: Nathalie is answered ${mine.status}, not ${due.mine}: ${mine.text.slice(0, 200)}`)
  }
  expect(wrong).toEqual([])
}, 120_000)
