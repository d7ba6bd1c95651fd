/** What a template is for. */
export const templatePurposes = ['event', 'follow-up', 'thanks', 'answer', 'other'] as const
/** One of the purposes. */
export type TemplatePurpose = (typeof templatePurposes)[number]

/** A message to start from, one language each; details of the person are filled in, one message at a time (claim 6). */
export type Template = {
  readonly id: string
  readonly name: string
  readonly purpose: TemplatePurpose
  readonly language: 'fr' | 'en'
  readonly subject: string
  readonly body: string
  readonly archived: boolean
}
