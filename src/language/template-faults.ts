import type { TemplateFault } from '#method/message/read-template.ts'
import { nb, type Language, type Words } from './language.ts'

/** What is wrong in a template, and what to do about it. */
export const templateFaults: Readonly<Record<TemplateFault['reason'], Words>> = {
  'unknown-detail': { fr: 'Ce détail n’existe pas. Choisissez-en un dans la liste.', en: 'This detail does not exist. Choose one from the list.' },
  'unclosed-brace': { fr: 'Cette accolade n’est pas refermée.', en: 'This brace is never closed.' },
  'stray-brace': { fr: 'Cette accolade ne ferme rien. Effacez-la.', en: 'This brace closes nothing. Delete it.' },
  'unclosed-bracket': {
    fr: 'Ce crochet n’est pas refermé. Pour un vrai crochet, écrivez-le deux fois.',
    en: 'This bracket is never closed. For a real bracket, type it twice.',
  },
  'stray-bracket': {
    fr: 'Ce crochet ne ferme rien. Pour un vrai crochet, écrivez-le deux fois.',
    en: 'This bracket closes nothing. For a real bracket, type it twice.',
  },
  'nested-bracket': { fr: 'Un passage entre crochets ne peut pas en contenir un autre.', en: 'A passage in brackets cannot hold another one.' },
  'too-long': { fr: `Ce modèle dépasse 20${nb}000 caractères.`, en: 'This template is longer than 20,000 characters.' },
}

/** The sentence of a fault, with the name that was not understood. */
export const templateFaultSentence = ({ reason, name }: TemplateFault, language: Language): string =>
  name === '' ? templateFaults[reason][language] : `${language === 'fr' ? `«${nb}${name}${nb}»${nb}: ` : `“${name}”: `}${templateFaults[reason][language]}`
