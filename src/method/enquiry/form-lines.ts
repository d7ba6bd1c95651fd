import { foldTight } from '../contact/fold.ts'

/** What the form of a web site sends: one line per field. */
export type FormField = 'name' | 'first-name' | 'last-name' | 'email' | 'phone' | 'city' | 'subject' | 'words'
/** The fields found, as they were typed. */
export type FormFields = Readonly<Partial<Record<FormField, string>>>

const labels: Readonly<Record<FormField, string>> = {
  name: 'nom|nom complet|votre nom|prénom et nom|nom et prénom|name|full name|your name',
  'first-name': 'prénom|votre prénom|first name|given name',
  'last-name': 'nom de famille|last name|surname|family name',
  email: 'courriel|adresse courriel|votre courriel|email|e-mail|mail|adresse e-mail|adresse email|email address|your email|your e-mail',
  phone: 'téléphone|tél|tel|no de téléphone|numéro de téléphone|votre téléphone|cellulaire|cell|mobile|phone|phone number|telephone|your phone',
  city: 'ville|votre ville|municipalité|localité|city|town|location',
  subject: 'sujet|objet|subject',
  words: 'message|votre message|your message|commentaire|commentaires|comment|comments|question|votre question|demande|votre demande|description',
}
const byLabel = new Map(
  Object.entries(labels).flatMap(([field, written]) => written.split('|').map((label) => [foldTight(label), field as FormField] as const)),
)

const LABEL = "[\\p{L}][\\p{L}' ’.-]{1,30}?"
const marked = new RegExp(`^[\\s*•·_-]*(${LABEL})[\\s*_]*[:\\u00A0\\t]+[\\s*_]*(.*)$`, 'u')
const alone = new RegExp(`^[\\s*•·_-]*(${LABEL})[\\s*_]*()$`, 'u')

const readLine = (line: string, how: RegExp): readonly [FormField, string] | null => {
  const [, label = '', value = ''] = how.exec(line.slice(0, 2000)) ?? []
  const field = byLabel.get(foldTight(label))
  return field === undefined ? null : [field, value.trim()]
}

/**
 * Reads the lines `Nom : …`, `Email: …`, `Message : …` of a form, or the rows of its table; the value may stand on the line below. A
 * message runs on until the next label. Labels alone on their line, without a colon, are read where what follows is an address or a
 * telephone. `null` unless the text holds a way to reach someone and one more field: otherwise it is a letter.
 */
export function readForm(text: string): FormFields | null {
  const lines = text.split('\n')
  const form = fieldsOf(lines, (line) => readLine(line, marked))
  if (form && reaches(form)) return form
  const bare = fieldsOf(lines, (line) => readLine(line, marked) ?? readLine(line, alone))
  return bare && isReached(bare) ? bare : null
}

const reaches = ({ email = '', phone = '' }: FormFields): boolean => (email || phone) !== ''
const isReached = ({ email = '', phone = '' }: FormFields): boolean => /\S@\S/.test(email) || phone.replaceAll(/\D/g, '').length >= 7

function fieldsOf(lines: readonly string[], read: (line: string) => readonly [FormField, string] | null): FormFields | null {
  const found: Partial<Record<FormField, string>> = {}
  let open: FormField | null = null
  for (const line of lines) {
    const told = read(line)
    if (told) {
      const [field, value]: readonly [FormField, string] = told
      if (found[field] === undefined || found[field] === '') found[field] = value
      open = field === 'words' || value === '' ? field : null
    } else if (open === 'words') found.words = `${found.words ?? ''}\n${line.trimEnd()}`
    else if (open !== null && line.trim() !== '') {
      found[open] = line.trim()
      open = null
    }
  }
  if (Object.values(found).filter((value) => value !== '').length < 2) return null
  return { ...found, words: (found.words ?? '').replace(/\n{3,}/g, '\n\n').trim() }
}
