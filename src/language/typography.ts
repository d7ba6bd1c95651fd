/** A rule of French typography that a sentence breaks, with the place (law A5). */
export type TypographyFault = {
  readonly rule: 'straight-apostrophe' | 'breaking-space' | 'space-before-mark' | 'straight-quote' | 'plain-hours'
  readonly near: string
}

const rules: readonly { readonly rule: TypographyFault['rule']; readonly pattern: RegExp }[] = [
  { rule: 'straight-apostrophe', pattern: /\p{L}'\p{L}/gu },
  // Before : » % $ and after « the line may not break; a colon inside 14:30, a URL or a placeholder is not one.
  { rule: 'breaking-space', pattern: / [:»%$](?=\s|$|[.,;)])|« /gu },
  { rule: 'breaking-space', pattern: /\p{L}[»%]|«\p{L}|\p{L}:(?=\s)/gu },
  { rule: 'space-before-mark', pattern: /[\s\u00A0\u202F][;!?]/gu },
  { rule: 'straight-quote', pattern: /"[^"]*"/gu },
  { rule: 'plain-hours', pattern: /\b\d{1,2} h\b|\bh \d{2}\b/gu },
]

/** Where a French sentence breaks the typography of Quebec; empty when it is right. */
export const typographyFaults = (sentence: string): readonly TypographyFault[] =>
  rules.flatMap(({ rule, pattern }) =>
    [...sentence.matchAll(pattern)].map(({ 0: found, index }) => ({ rule, near: sentence.slice(Math.max(0, index - 12), index + found.length + 12) })),
  )
