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

const readLine = (line: string): readonly [FormField, string] | null => {
  const [, label = '', value = ''] = /^[\s*•·_-]*([\p{L}][\p{L}' ’.-]{1,30}?)[\s*_]*[:\u00A0]+[\s*_]*(.*)$/u.exec(line.slice(0, 2000)) ?? []
  const field = byLabel.get(foldTight(label))
  return field === undefined ? null : [field, value.trim()]
}

/**
 * Reads the lines `Nom : …`, `Email: …`, `Message : …` of a form; the value may stand on the line below. A message runs on until the
 * next label. `null` unless the text holds a way to reach someone and one more field: otherwise it is a letter.
 */
export function readForm(text: string): FormFields | null {
  const found: Partial<Record<FormField, string>> = {}
  let open: FormField | null = null
  for (const line of text.split('\n')) {
    const read = readLine(line)
    if (read) {
      const [field, value]: readonly [FormField, string] = read
      if (found[field] === undefined || found[field] === '') found[field] = value
      open = field === 'words' || value === '' ? field : null
    } else if (open === 'words') found.words = `${found.words ?? ''}\n${line.trimEnd()}`
    else if (open !== null && line.trim() !== '') {
      found[open] = line.trim()
      open = null
    }
  }
  const isForm = (found.email ?? found.phone ?? '') !== '' && Object.values(found).filter((value) => value !== '').length >= 2
  return isForm ? { ...found, words: (found.words ?? '').replace(/\n{3,}/g, '\n\n').trim() } : null
}
