import { cleanLine, cleanText } from '../contact/fold.ts'
import type { Contact } from '../contact/contact.ts'
import type { PlaceReading } from '../contact/gazetteer.ts'
import { findPlace } from '../contact/place.ts'
import type { Detail, Details } from './details.ts'
import { fillTemplate } from './fill-template.ts'
import type { TemplateFault } from './read-template.ts'
import type { Template, TemplatePurpose } from './template.ts'

/** A message to one person, to be read over and changed before anything is sent. `missing`: details to add by hand. */
export type MessageDraft = { readonly subject: string; readonly body: string; readonly language: 'fr' | 'en'; readonly missing: readonly Detail[] }
/** A draft, or what is wrong in the template and where. */
export type Drafting =
  | { readonly ok: true; readonly draft: MessageDraft }
  | { readonly ok: false; readonly faults: readonly (TemplateFault & { readonly part: 'subject' | 'body' })[] }

/** What a draft is made of: her details alone, the signature of who writes, and the lines that the law wants (law R8, R9). */
export type DraftGround = { readonly template: Template; readonly details: Details; readonly signature: string; readonly footer: readonly string[] }

/** Writes a draft from a template. The subject is one line, so that nothing can follow it into the headers of a message. */
export function draftMessage({ template, details, signature, footer }: DraftGround): Drafting {
  const subject = fillTemplate(template.subject, details)
  const body = fillTemplate(template.body, details)
  if (subject.ok && body.ok) {
    const missing = [...new Set([...subject.missing, ...body.missing])]
    return { ok: true, draft: { subject: oneLine(subject.text), body: withClosing(body.text, signature, footer), language: template.language, missing } }
  }
  const faults = ([['subject', subject] as const, ['body', body] as const] as const).flatMap(([part, filled]) =>
    filled.ok ? [] : filled.faults.map((fault) => ({ ...fault, part })),
  )
  return { ok: false, faults }
}

const oneLine = (text: string): string => cleanLine(text).replace(/[\t\u0085\u2028\u2029]+/g, ' ')

/** The words, the signature and the lines of the law, each apart; the last under the mark that mail readers know (RFC 3676). */
export function withClosing(words: string, signature: string, footer: readonly string[]): string {
  const lines = footer.map(cleanLine).filter((line) => line !== '')
  const parts = [cleanText(words), cleanText(signature), lines.length > 0 ? `-- \n${lines.join('\n')}` : '']
  return parts.filter((part) => part !== '').join('\n\n')
}

/**
 * The language in which to write to someone: hers; else French when she lives in Quebec (law A5), and for the rest that of the
 * person who writes.
 */
export function languageFor(contact: Pick<Contact, 'language' | 'city'>, own: 'fr' | 'en', find: (text: string) => PlaceReading = findPlace): 'fr' | 'en' {
  if (contact.language !== '') return contact.language
  const found = find(contact.city)
  return found.ok && found.place.province === 'QC' ? 'fr' : own
}

/** The templates for a purpose in a language: the person's own first, then those that come with Entrain. */
export const templatesFor = (purpose: TemplatePurpose, language: 'fr' | 'en', own: Iterable<Template>, builtIn: readonly Template[]): readonly Template[] =>
  [...own, ...builtIn].filter((template) => template.purpose === purpose && template.language === language && !template.archived)
