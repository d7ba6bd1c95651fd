import { expect, test } from 'vitest'
import { defaultSettings } from '#method/ledger/settings.ts'
import { aSender } from '#test/consents.ts'
import { signed, wholeLetter } from './closing.ts'

const writer = { ...defaultSettings('nadia'), sender: aSender({ signature: { fr: 'À bientôt,\nNadia', en: '' } }) }
const who = 'Nadia Roy, Atelier Roy\n12, rue Lindsay, Drummondville (Québec) J2B 1A1\n819 555-0101 · nadia@atelier.example · https://atelier.example'

test('a letter ends with the signature, then who writes, from where, and how to stop, under the mark that mail readers know', () => {
  expect(wholeLetter('Bonjour Hélène', writer, { way: 'email', language: 'fr', referrer: null })).toBe(
    `Bonjour Hélène\n\nÀ bientôt,\nNadia\n\n-- \n${who}\nPour ne plus recevoir mes messages, répondez ARRÊT.`,
  )
})

test('a letter that rests on a referral names who recommended, in full, whatever its words say', () => {
  const letter = wholeLetter('Bonjour', writer, { way: 'email', language: 'fr', referrer: 'Marie Roy' })
  expect(letter).toContain('-- \nMarie Roy m’a recommandé de vous écrire; ce message fait suite à sa recommandation.\n')
  expect(wholeLetter('Hi', writer, { way: 'text', language: 'en', referrer: 'Marie Roy' })).toContain('Marie Roy recommended that I write to you')
})

test('a text says who writes and where from, and stops by one word in either language', () => {
  expect(wholeLetter('Bonjour Hélène ', writer, { way: 'text', language: 'fr', referrer: null })).toBe(
    `Bonjour Hélène\n\n${who}\nARRÊT pour ne plus recevoir de textos. STOP to unsubscribe.`,
  )
})

test('what is given to Entrain to send is signed only: the lines of the law are those of the moment it leaves', () => {
  expect(signed('Bonjour', writer, 'fr')).toBe('Bonjour\n\nÀ bientôt,\nNadia')
  // Without a signature of her own, her name.
  expect(signed('Hello', writer, 'en')).toBe('Hello\n\nNadia Roy')
})
