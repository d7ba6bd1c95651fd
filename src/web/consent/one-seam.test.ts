import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = (room: string): readonly string[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const holding = (pattern: RegExp, rooms: readonly string[]): readonly string[] =>
  rooms
    .flatMap(sources)
    .filter((file) => pattern.test(withoutComments(readFileSync(file, 'utf8'))))
    .sort()

// An address that opens a call or a message: the scheme at the start of a text, with what follows it.
const opensContact = /['"`](?:tel|mailto|sms|whatsapp):|wa\.me\//

test('one file alone makes the addresses that open a call or a message', () => {
  // To a push service, the other says where to complain of this Entrain: it opens nothing on a screen (RFC 8292).
  expect(holding(opensContact, ['src/web', 'src/server', 'src/language'])).toEqual(['src/server/push/rounds.ts', 'src/web/activity/channels.ts'])
})

test('those addresses reach a screen through the law, and in no other way', () => {
  const asks = holding(/\bchannelsOf\b/, ['src/web'])
  // What makes them, and the law: while the law is on its way, nobody asks.
  expect(asks).toEqual(['src/web/activity/channels.ts', 'src/web/consent/reach.ts'])
  // A letter is opened by the channel that the law gave, with the lines that it wants.
  expect(holding(/\bwithWords\b/, ['src/web'])).toEqual(['src/web/activity/channels.ts', 'src/web/consent/reach.ts', 'src/web/message/writing-ways.tsx'])
  expect(holding(/\bchannelsToInvite\b/, ['src/web/event'])).toEqual(['src/web/event/use-invitees.ts'])
})

test('a next step is said as the law lets it be, wherever a screen says one', () => {
  const says = holding(/\b(?:nextStepSentence|stepOrder)\(/, ['src/web'])
  // What is shown there was made lawful by the form around it.
  const given = ['src/web/activity/step-choice.tsx']
  expect(says.length).toBeGreaterThan(5)
  expect(says.filter((file) => !given.includes(file) && !/\b(?:asLawful|lawful)\(/.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('what the server sends leaves by one door, which asks the law first', () => {
  expect(holding(/from 'nodemailer/, ['src/server'])).toEqual(['src/server/mail/transport.ts'])
  // The other user of the transport is the trial of an account, which sends nothing.
  expect(holding(/from '\.\/transport\.ts'/, ['src/server'])).toEqual(['src/server/mail/account-routes.ts', 'src/server/mail/dispatch.ts'])
  expect(readFileSync('src/server/app/post.ts', 'utf8')).toMatch(/judge: judgeMessage/)
})
