// Compared with their accents. Words of both languages (« a », « on », « me », « an », « car », « comment », « place ») say nothing.
const french = new Set(
  `je tu il elle ils nous vous le la les un une des du au aux et ou où est êtes etes sont suis ce ça ca cet cette ces avec pour dans sur pas
  plus que qu qui quoi quel quelle quels quelles quand combien mon ma mes votre vos nos notre chez par si très tres bien aussi mais donc en
  à ne y puis bonjour bonsoir salut allo allô merci cordialement svp aimerais voudrais veux peux pouvez peut serais serait avez avons ai
  avoir être etre faire fait savoir parler appelez appelle rappelez rappelle habite demeure coûte coute prix atelier rendez heure heures
  jour jours lundi mardi mercredi jeudi vendredi samedi dimanche intéressée intéressé interessee interesse inscrire demain moi
  là déjà encore renseignements besoin cherche`.split(/\s+/),
)
const english = new Set(
  `i you he she we they the and is are am was with for not my your our their his her hello hi hey thanks thank would like please this that
  these those have has can could will about at be of to it if how do does did regards what when where who why which much many from just
  want need know call price cost more there here any some us let get interested looking available tomorrow today monday tuesday wednesday
  thursday friday saturday sunday sign workshop`.split(/\s+/),
)
const elided = /(?<![\p{L}'])(?:[cdjlmnst]|qu)'(?=[aeiouyhàâéèêëîïôœûü])/giu
const contracted = /(?:n't|(?<=\p{L})'(?:m|re|ve|ll|d|s))(?!\p{L})/giu
// Letters that English does not write, but in a name: « Josée », « Québec ».
const frenchLetters = /[àâæçéèêëîïôœùûü]/u

/** The language of some words, by their small words: empty unless one of the two is at least twice as present (`''` for a name or a number). */
export function guessLanguage(text: string): 'fr' | 'en' | '' {
  const written = text.slice(0, 4000).normalize('NFC').replaceAll('’', "'")
  let fr = written.match(elided)?.length ?? 0
  let en = written.match(contracted)?.length ?? 0
  for (const word of written.match(/\p{L}+/gu) ?? []) {
    const small = word.toLowerCase()
    if (french.has(small)) fr += 1
    else if (english.has(small)) en += 1
    else if (word === small && frenchLetters.test(word)) fr += 0.5
  }
  if (fr >= 1 && fr >= 2 * en) return 'fr'
  return en >= 1 && en >= 2 * fr ? 'en' : ''
}
