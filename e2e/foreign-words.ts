import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** Everything that the screen says: what is read, and the names that only a screen reader hears. A part in another language says so. */
export const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said = new Set<string>()
    const language = document.documentElement.lang.slice(0, 2)
    const isOurs = (element: Element | null): boolean =>
      element !== null &&
      !['SCRIPT', 'STYLE'].includes(element.tagName) &&
      (element.closest('[lang]')?.getAttribute('lang') ?? language).slice(0, 2) === language &&
      element.checkVisibility({ visibilityProperty: true })
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (isOurs(walker.currentNode.parentElement)) said.add(walker.currentNode.nodeValue?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      if (isOurs(element)) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.add(element.getAttribute(name)?.trim() ?? '')
    return [document.title, ...said].filter((text) => text !== '')
  })

// Words that only one of the two languages has, frequent enough that a sentence left behind holds one.
const wordsOf = {
  fr: /(?<![\p{L}’'])(?:le|la|les|du|des|un|une|et|est|sont|vous|votre|vos|avec|dans|pour|sur|pas|ce|cette|ces|au|aux|qui|que|quand|rien|aucune?|jours?|journée|semaine|mois|heures?|personnes?|ajouter|noter|fermer|annuler|garder|choisir|enregistrer|appel|appeler|courriel|vente|suivis?|objectif|réglages|aujourd’hui|demain|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?![\p{L}])/iu,
  en: /(?<![\p{L}’'])(?:the|and|of|your|you|with|this|that|from|are|is|was|were|has|have|what|who|when|nothing|days?|weeks?|months?|hours?|people|person|add|log|close|cancel|keep|choose|save|call|sale|follow-ups?|goal|settings|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\p{L}])/iu,
} as const
const accents = /[àâçéèêëîïôœùû]/i

const sentences = (language: 'fr-CA' | 'en'): ReadonlyMap<string, string> => {
  const text = readFileSync(new URL(`../src/web/app/locales/${language}.po`, import.meta.url), 'utf8')
  const whole = (quoted: string): string => [...quoted.matchAll(/^"(.*)"$/gm)].map(([, line = '']) => JSON.parse(`"${line}"`) as string).join('')
  return new Map([...text.matchAll(/^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)/gm)].map(([, id = '', said = '']) => [whole(id), whole(said)]))
}
const english = sentences('en')
const french = new Set(english.keys())
const translated = new Set(english.values())

/** What is said in the language that was not chosen. `own`: names and words that people gave, the same in both. */
export const foreignWords = (texts: readonly string[], language: 'fr' | 'en', own: readonly string[]): readonly string[] =>
  texts
    .map((text) => own.reduce((left, name) => left.replaceAll(name, ''), text))
    .filter((text) => {
      if (!/\p{L}/u.test(text)) return false
      const isOtherSentence = language === 'en' ? french.has(text) && !translated.has(text) : translated.has(text) && !french.has(text)
      return isOtherSentence || wordsOf[language === 'en' ? 'fr' : 'en'].test(text) || (language === 'en' && accents.test(text))
    })
