/** Words that never stand on a French screen, each with the one to use (law A6). */
export const forbiddenWords: readonly { readonly word: RegExp; readonly use: string }[] = [
  { word: /\bleads?\b/iu, use: 'client potentiel' },
  { word: /\bdeals?\b/iu, use: 'vente' },
  { word: /\bpipelines?\b/iu, use: 'parcours de vente' },
  { word: /\bprospects?\b/iu, use: 'client potentiel' },
  { word: /\bquotas?\b/iu, use: 'objectif' },
  { word: /\bKPIs?\b/u, use: 'mesure' },
  { word: /\bnewsletters?\b/iu, use: 'infolettre' },
  { word: /\be-?mails?\b/iu, use: 'courriel' },
  { word: /\bmails?\b/iu, use: 'courriel' },
  { word: /\bfollow-?ups?\b/iu, use: 'suivi' },
  { word: /\bfunnels?\b/iu, use: 'entonnoir de vente' },
  { word: /\bcold calls?\b/iu, use: 'premier appel' },
  { word: /\bdashboards?\b/iu, use: 'tableau de bord' },
  { word: /\bchallenges?\b/iu, use: 'défi' },
  { word: /\bstreaks?\b/iu, use: 'série' },
  { word: /\bcheck-?ins?\b/iu, use: 'point du jour' },
  { word: /\bCRM\b/u, use: 'gestion de la relation client' },
  { word: /\b(?:spam|opt-in)\b/iu, use: 'pourriel, consentement' },
  { word: /\bcookies?\b/iu, use: 'témoin' },
  { word: /\bnetworking\b/iu, use: 'réseautage' },
  { word: /\bbackups?\b/iu, use: 'sauvegarde' },
]

/** The words of the glossary's right-hand side that a French sentence uses. */
export const forbiddenIn = (sentence: string): readonly string[] =>
  forbiddenWords.flatMap(({ word, use }) => {
    const found = word.exec(sentence)
    return found ? [`${found[0]} (${use})`] : []
  })
