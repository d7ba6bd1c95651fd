import { expect, test } from 'vitest'
import { createMatcher, namesAgree, type KnownPerson } from './match.ts'
import type { ContactDraft } from './draft.ts'

const aDraft = (fields: Partial<ContactDraft>): ContactDraft => ({ name: 'Marie Tremblay', emails: [], phones: [], tags: [], ...fields })
const marie: KnownPerson = {
  id: 'marie',
  name: 'Marie Tremblay',
  emails: [{ address: 'marie@example.com' }],
  phones: [{ number: '+15148736565' }],
  city: 'Saint-Jérôme',
  notes: 'À rappeler',
}
const email = (address: string) => [{ label: '', address }]

test('the same e-mail in capitals is the same person', () => {
  expect(createMatcher([marie]).decide(aDraft({ emails: email('MARIE@Example.com') }), 2)).toEqual({ verdict: 'same', id: 'marie', by: 'email', changes: {} })
})

test('the same telephone is the same person, but not another extension of it', () => {
  const phones = [{ label: '', number: '+15148736565' }]
  expect(createMatcher([marie]).decide(aDraft({ phones }), 2)).toMatchObject({ verdict: 'same', by: 'phone' })
  expect(createMatcher([marie]).decide(aDraft({ name: 'Luc Roy', phones: [{ label: '', number: '+15148736565', extension: '4' }] }), 2)).toEqual({
    verdict: 'new',
  })
})

test('the same name and city, however written, is the same person', () => {
  expect(createMatcher([marie]).decide(aDraft({ name: 'MARIE TREMBLAY', city: 'St-Jerome, QC' }), 2)).toMatchObject({ verdict: 'same', by: 'name-city' })
  expect(createMatcher([marie]).decide(aDraft({ city: 'Lévis' }), 2)).toEqual({ verdict: 'new' })
})

test('a shared address under another name is left to decide', () => {
  expect(createMatcher([marie]).decide(aDraft({ name: 'Luc Roy', emails: email('marie@example.com') }), 2)).toEqual({
    verdict: 'to-decide',
    candidates: ['marie'],
    why: 'shared-email',
  })
})

test('among people who share an address, the name decides', () => {
  const luc: KnownPerson = { ...marie, id: 'luc', name: 'Luc Roy' }
  expect(createMatcher([marie, luc]).decide(aDraft({ name: 'Luc Roy', emails: email('marie@example.com') }), 2)).toMatchObject({ verdict: 'same', id: 'luc' })
})

test('two people of one name in one city, each with her own channels, are left to decide', () => {
  const draft = aDraft({ city: 'Saint-Jérôme', emails: email('autre@example.com') })
  expect(createMatcher([marie]).decide(draft, 2)).toMatchObject({ verdict: 'to-decide', why: 'same-name-other-channels' })
})

test('what is missing is added and what is there is never overwritten', () => {
  const draft = aDraft({ emails: [...email('marie@example.com'), ...email('m@bureau.ca')], notes: 'Autre note', organisation: 'Coop', tags: ['Salon'] })
  expect(createMatcher([marie]).decide(draft, 2)).toEqual({
    verdict: 'same',
    id: 'marie',
    by: 'email',
    changes: { organisation: 'Coop', emails: email('m@bureau.ca'), tags: ['Salon'] },
  })
})

test('a person twice in one file is one person, and the second row only adds', () => {
  const matcher = createMatcher([])
  expect(matcher.decide(aDraft({ emails: email('a@example.com') }), 2)).toEqual({ verdict: 'new' })
  expect(matcher.decide(aDraft({ emails: email('A@example.com'), city: 'Magog' }), 3)).toEqual({
    verdict: 'same',
    id: 'row:2',
    by: 'email',
    changes: { city: 'Magog' },
  })
  expect(matcher.decide(aDraft({ emails: email('a@example.com'), city: 'Magog' }), 4)).toMatchObject({ verdict: 'same', changes: {} })
})

test('a list of names alone, imported again, changes nothing', () => {
  expect(createMatcher([{ id: 'a', name: 'Luc Roy', emails: [], phones: [] }]).decide(aDraft({ name: 'luc roy' }), 2)).toEqual({
    verdict: 'same',
    id: 'a',
    by: 'name-city',
    changes: {},
  })
})

test.each(['N/A', '-', '?', 'inconnu', '911', 'poste 12', '1-800-FLOWERS'])('« %s » in the place of a telephone tells nobody apart', (written) => {
  const phones = [{ label: '', number: written }]
  const noted: KnownPerson = { id: 'luc', name: 'Luc Roy', emails: [], phones }
  expect(createMatcher([noted]).decide(aDraft({ name: 'Luc Roy', phones }), 2)).toEqual({ verdict: 'same', id: 'luc', by: 'name-city', changes: {} })
  expect(createMatcher([marie]).decide(aDraft({ city: 'Saint-Jérôme', phones }), 2)).toMatchObject({ verdict: 'same', id: 'marie' })
  expect(createMatcher([noted]).decide(aDraft({ name: 'Ève Côté', phones }), 2)).toEqual({ verdict: 'new' })
})

test('a telephone alone is the only person who has it; two who share it stay to decide', () => {
  const alone = aDraft({ name: '+15148736565', phones: [{ label: '', number: '+15148736565' }] })
  expect(createMatcher([marie]).decide(alone, 2)).toEqual({ verdict: 'same', id: 'marie', by: 'phone', changes: {} })
  const both = createMatcher([marie, { ...marie, id: 'luc', name: 'Luc Roy' }])
  expect(both.decide(alone, 2)).toEqual({ verdict: 'to-decide', candidates: ['marie', 'luc'], why: 'several-people' })
  // Someone who is only known by her number has no name to lose yet: a name that comes later is not dropped in silence.
  const unnamed: KnownPerson = { id: 'unnamed', name: '+15148736565', emails: [], phones: [{ number: '+15148736565' }] }
  expect(createMatcher([unnamed]).decide(aDraft({ phones: alone.phones }), 2)).toMatchObject({ verdict: 'to-decide', why: 'shared-phone' })
  expect(createMatcher([marie]).decide(aDraft({ name: '1642', phones: alone.phones }), 2)).toMatchObject({ verdict: 'to-decide', why: 'shared-phone' })
})

test.each(['😀', '***', '?', '👩‍👩‍👧'])('« %s », a name of signs alone, is the same person the next time', (name) => {
  const known: KnownPerson = { id: 'signs', name, emails: [], phones: [] }
  expect(createMatcher([known]).decide(aDraft({ name }), 2)).toEqual({ verdict: 'same', id: 'signs', by: 'name-city', changes: {} })
  expect(createMatcher([known]).decide(aDraft({ name: '§' }), 2)).toEqual({ verdict: 'new' })
  const matcher = createMatcher([])
  expect([matcher.decide(aDraft({ name }), 2), matcher.decide(aDraft({ name }), 3)]).toMatchObject([{ verdict: 'new' }, { verdict: 'same', id: 'row:2' }])
})

test('two names of other signs at one address are not said to be one person', () => {
  const known: KnownPerson = { id: 'signs', name: '😀', emails: [{ address: 'a@exemple.ca' }], phones: [] }
  expect(createMatcher([known]).decide(aDraft({ name: '***', emails: email('a@exemple.ca') }), 2)).toMatchObject({ verdict: 'to-decide', why: 'shared-email' })
})

test('two telephones under one name and city still tell two people apart', () => {
  const phones = [{ label: '', number: '+14505550199' }]
  expect(createMatcher([marie]).decide(aDraft({ city: 'Saint-Jérôme', phones }), 2)).toMatchObject({ verdict: 'to-decide', why: 'same-name-other-channels' })
})

test.each([
  ['Marie Tremblay', 'Tremblay, Marie', true],
  ['Marie', 'Marie Tremblay', true],
  ['M. Tremblay', 'Marie Tremblay', true],
  ['marie@example.com', 'Marie', true],
  ['Marie Tremblay', 'Luc Tremblay', false],
  ['Studio Ébène', 'Marie Tremblay', false],
  ['', 'Marie', false],
])('« %s » and « %s » can be one person: %s', (a, b, answer) => {
  expect(namesAgree(a, b)).toBe(answer)
  expect(namesAgree(b, a)).toBe(answer)
})

test('five thousand people under one address cost no list of five thousand candidates, and are known again', () => {
  const people = Array.from({ length: 5_000 }, (_, index) => aDraft({ name: `Personne${index} Nom${index}`, emails: email('info@example.com') }))
  const first = createMatcher([])
  const verdicts = people.map((draft, index) => first.decide(draft, index + 2))
  expect(verdicts[0]).toEqual({ verdict: 'new' })
  expect(verdicts.every((one) => one.verdict !== 'to-decide' || one.candidates.length <= 50)).toBe(true)
  const again = createMatcher(people.map((draft, index) => ({ ...draft, id: String(index) })))
  expect(people.map((draft, index) => again.decide(draft, index + 2))).toEqual(
    people.map((_, index) => ({ verdict: 'same', id: String(index), by: 'email', changes: {} })),
  )
})
