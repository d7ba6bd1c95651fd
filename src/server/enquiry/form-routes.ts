import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { blankSender, type SenderProfile } from '#method/consent/consent.ts'
import { senderName } from '#method/consent/sender.ts'
import { formWording } from '#method/consent/wording.ts'
import { isPlausibleEmail } from '#method/contact/email.ts'
import { readPhone } from '#method/contact/phone.ts'
import { asInstant } from '#method/calendar/day.ts'
import type { Operation } from '#method/ledger/operation.ts'
import { formRequest } from '#language/consent-words.ts'
import { enquiryPage, enquiryProblems, enquirySent, formClosed } from '#language/public-pages.ts'
import type { Language } from '#language/language.ts'
import type { Database } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { languageOf } from '#server/http/problem-sentences.ts'
import { escaped, readForm, sendPublicPage } from '#server/http/public-page.ts'
import { idMadeFrom } from '../ledger/rest.ts'
import { applyOperations } from '../ledger/write.ts'
import { readLink, type PublicLink } from '../mail/link-store.ts'
import type { Seal } from '../mail/seal.ts'
import { newTurnstile } from './turnstile.ts'

type Asked = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>
type Given = Readonly<Record<string, string>>
type Problem = keyof typeof enquiryProblems

// Nobody reads and fills a form in less; a page left open for longer is filled again with what was written.
const quickest = 2_500
const longest = 12 * 3_600_000

/**
 * The public form of a workspace, off until it is activated: an enquiry that arrives with its clock (claim 5). Robots are
 * stopped without anyone else's help: a field that people do not see, the time it takes, and a count by address.
 */
export const enquiryFormRoutes = (app: FastifyInstance, database: Database, seal: Seal): void => {
  const turnstile = newTurnstile({ perAddress: 8, perForm: 120 })
  void app.register(async (pages) => {
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 65_536 }, (_request, body, done) =>
      done(null, readForm(String(body))),
    )
    const form = async (request: Asked) => {
      const link = await readLink(database, request.params.token, 'form')
      if (!link || link.closedAt !== null) return null
      const sender = await senderOf(database, link)
      return { link, sender, name: senderName(sender) || 'Entrain' }
    }
    pages.get('/f/:token', { schema: { hide: true } }, async (request: Asked, reply) => {
      const language = languageAsked(request)
      const open = await form(request)
      if (!open) return sayClosed(reply, language, {})
      return show(reply, { language, ...open, given: {}, problem: null, stamp: stampOf(seal, Date.now()) })
    })
    pages.post('/f/:token', { schema: { hide: true } }, async (request: Asked, reply) => {
      const language = languageAsked(request)
      const given = (request.body ?? {}) as Given
      const open = await form(request)
      if (!open) return sayClosed(reply, language, given)
      const { link, name } = open
      const now = Date.now()
      const first = seal.open(Buffer.from(given['stamp'] ?? '', 'base64url'), 'form')
      const elapsed = now - Number(first ?? Number.NaN)
      // Shown again, the page keeps the time at which she first opened it: who corrects one field in a second is no robot.
      const stamp = elapsed <= longest ? (given['stamp'] ?? '') : stampOf(seal, first === null ? now : now - quickest)
      const again = (problem: Problem, status: number) => show(reply, { language, ...open, given, problem, stamp }, status)
      // Robots are thanked like everyone, and nothing is kept of what they sent.
      if ((given['website'] ?? '') !== '' || elapsed < quickest) return thank(reply, name, language)
      if (!(elapsed <= longest)) return again('stale', 409)
      const missing = problemOf(given)
      if (missing) return again(missing, 422)
      if (!turnstile.lets(request.ip, request.params.token, Date.now())) return again('tooMany', 429)
      await applyOperations(database, { ...link, role: 'owner' }, [operationOf(request.params.token, given, language, await zoneOf(database, link))])
      return thank(reply, name, language)
    })
  })
}

const languageAsked = (request: Asked): Language =>
  request.query.lang === 'en' || request.query.lang === 'fr' ? request.query.lang : languageOf(request.headers['accept-language'])

const stampOf = (seal: Seal, at: number): string => seal.close(String(at), 'form').toString('base64url')

const field = (given: Given, name: string, longestText: number): string => (given[name] ?? '').replaceAll('\u0000', '').trim().slice(0, longestText)

const problemOf = (given: Given): Problem | null => {
  if (field(given, 'name', 300) === '') return 'name'
  const phone = field(given, 'phone', 60)
  const canReach = isPlausibleEmail(field(given, 'email', 320)) || (phone !== '' && readPhone(phone).valid)
  if (!canReach) return 'reach'
  return field(given, 'words', 20_000) === '' ? 'words' : null
}

const operationOf = (token: string, given: Given, language: Language, zone: string): Operation => {
  const at = asInstant(Date.now())
  // One page and the same words are one enquiry, however often the button was pressed.
  const post = [token, ...['stamp', 'name', 'email', 'phone', 'words'].map((name) => given[name] ?? '')].join('\n')
  return {
    id: idMadeFrom(`operation ${post}`),
    at,
    zone,
    change: {
      type: 'enquiry.record',
      enquiryId: idMadeFrom(`enquiry ${post}`),
      contactId: null,
      via: 'form',
      receivedAt: at,
      name: field(given, 'name', 300),
      email: field(given, 'email', 320),
      phone: field(given, 'phone', 60),
      city: '',
      subject: '',
      words: field(given, 'words', 20_000),
      language,
      mayWrite: given['may-write'] === 'yes' ? formWording : '',
    },
  }
}

const settingsOf = (database: Database, { workspaceId, memberId }: PublicLink) =>
  inWorkspace(database, { workspaceId, memberId }, (tx) => readById(tx, 'settings', workspaceId, memberId))
const zoneOf = async (database: Database, link: PublicLink): Promise<string> => (await settingsOf(database, link))?.zone ?? 'America/Toronto'
const senderOf = async (database: Database, link: PublicLink): Promise<SenderProfile> => (await settingsOf(database, link))?.sender ?? blankSender

const thank = (reply: FastifyReply, name: string, language: Language): FastifyReply => {
  const { title, text } = enquirySent(name, language)
  return sendPublicPage(reply, language, title, `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>`)
}

// What she wrote comes back to her, to be copied: nothing was sent.
const sayClosed = (reply: FastifyReply, language: Language, given: Given): FastifyReply => {
  const { title, text, kept } = formClosed(language)
  const words = field(given, 'words', 20_000)
  const hers = words === '' ? '' : `<label for="words">${escaped(kept)}</label><textarea id="words" readonly>${escaped(words)}</textarea>`
  return sendPublicPage(reply, language, title, `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>${hers}`, 404)
}

type Shown = {
  readonly language: Language
  readonly name: string
  readonly sender: SenderProfile
  readonly given: Given
  readonly problem: Problem | null
  readonly stamp: string
}

const show = (reply: FastifyReply, { language, name, sender, given, problem, stamp }: Shown, status = 200): FastifyReply => {
  const words = enquiryPage(name, language)
  const value = (field: string) => escaped(given[field] ?? '')
  const wrong = (field: Problem) => (problem === field ? ' aria-invalid="true" aria-describedby="problem"' : '')
  return sendPublicPage(
    reply,
    language,
    words.title,
    `<p><a href="?lang=${language === 'fr' ? 'en' : 'fr'}" lang="${language === 'fr' ? 'en' : 'fr'}">${words.other}</a></p>
<h1>${escaped(words.title)}</h1><p>${escaped(words.intro)}</p>
${problem ? `<p class="error" id="problem" role="alert">${escaped(enquiryProblems[problem][language])}</p>` : ''}
<form method="post" novalidate>
<label for="name">${words.name}</label><input id="name" name="name" autocomplete="name" maxlength="300" required value="${value('name')}"${wrong('name')}>
<p class="soft" id="either">${words.either}</p>
<label for="email">${words.email}</label><input id="email" name="email" type="email" autocomplete="email" maxlength="320" value="${value('email')}" aria-describedby="either"${problem === 'reach' ? ' aria-invalid="true"' : ''}>
<label for="phone">${words.phone}</label><input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="60" value="${value('phone')}" aria-describedby="either"${problem === 'reach' ? ' aria-invalid="true"' : ''}>
<label for="words">${words.words}</label><textarea id="words" name="words" maxlength="20000" required${wrong('words')}>${value('words')}</textarea>
<label class="row"><input type="checkbox" name="may-write" value="yes"${given['may-write'] === 'yes' ? ' checked' : ''}><span>${escaped(formRequest(sender, ['personal', 'invitation'], language).text)}</span></label>
<div class="apart" aria-hidden="true"><label for="website">${words.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<input type="hidden" name="stamp" value="${escaped(stamp)}">
<button type="submit">${words.send}</button></form><p class="soft">${escaped(words.privacy)}</p>`,
    status,
  )
}
