import type { BuiltInKind } from '../activity/kind.ts'

// The words of a wish, on plain letters (no accents, apostrophes and hyphens as spaces). Each is a whole word or group of words.
const word = (pattern: string): RegExp => new RegExp(`(?<!\\w)(?:${pattern})(?!\\w)`)

/** What a sale is called. */
export const salesNoun = word(
  'ventes?|sales?|contrats?|contracts?|commandes?|orders?|mandats?|mandates?|forfaits?|packages?|abonnements?|subscriptions?|inscriptions?|registrations?|transactions?|deals?|signatures?|programmes?|programs?|listings?|places?|billets?|tickets?|seats?|spots?',
)
/** Someone who buys: a result when she is found, an activity when she is called. */
export const clientNoun = word(
  'client(?:e|es|s)?|clientele|customers?|acheteu(?:r|rs|se|ses)|buyers?|membres?|members?|eleves?|students?|participante?s?|participants?|abonnee?s?|subscribers?|patiente?s?|patients?',
)
/** Anyone. */
export const peopleNoun = word(
  'personnes?|people|persons?|gens|monde|contacts?|inconnue?s?|strangers?|prospects?|leads?|individus?|humains?|humans?|amie?s?|friends?|entreprises?|companies|businesses|voisine?s?|neighbou?rs?',
)

/** What is done, and the kind that it is; `null` when any kind will do. */
export const activityNouns: readonly (readonly [RegExp, BuiltInKind | null, 'activities' | 'conversations'])[] = [
  [word('appels? video|video ?calls?|visios?|visioconferences?|zooms?'), 'video', 'activities'],
  [word('appels?|coups? de (?:fil|telephone)|telephones?|phone ?calls?|calls?|dials?'), 'phone', 'activities'],
  [word('courriels?|e ?mails?|mails?|mels?'), 'email', 'activities'],
  [word('textos?|sms|texts?|messages?|dms?|messages? prives?'), 'text', 'activities'],
  [word('rendez vous|rdvs?|rencontres?|meetings?|appointments?|demos?|bookings?'), 'meeting', 'activities'],
  [word('visites?|visits?|cafes?|coffees?|diners?|lunch(?:es)?|porte a porte|doors?|portes?'), 'in-person', 'activities'],
  [
    word(
      '(?:evenements?|activites?|soirees?|dejeuners?) de (?:reseautage|networking)|evenements?|(?:networking )?events?|reseautages?|networking|salons?|conferences?',
    ),
    'networking',
    'activities',
  ],
  [word('publications?|posts?|stories|story|reels?|articles?|infolettres?|newsletters?'), 'post', 'activities'],
  [word('conversations?|discussions?|echanges?|chats?'), null, 'conversations'],
  [word('suivis?|relances?|follow ?ups?|activites?|activities|activity|actions?|touches?|gestes?|approches?|demarches?|invitations?'), null, 'activities'],
]

/** What someone does to people, and the kind that it is. */
export const activityVerbs: readonly (readonly [RegExp, BuiltInKind | null])[] = [
  [word('appel(?:er|le|ant|lerai|ons)|telephon(?:er|e|ant)|phon(?:er|e|ing)|call(?:ing)?|ring|dial(?:ing)?|cold call(?:ing)?'), 'phone'],
  [word('ecri(?:re|s|vant|ve|rai)|e ?mail(?:ing)?|writ(?:e|ing)|courrieller'), 'email'],
  [word('text(?:er|ing|e)?|messag(?:er|e|ing)|dm'), 'text'],
  [word('rencontr(?:er|e|ant|erai)|visit(?:er|e|ing)?|meet(?:ing)?(?: with)?|voir|see(?:ing)?'), 'in-person'],
  [word('publi(?:er|e)|post(?:er|ing)?'), 'post'],
  [
    word(
      'parl(?:er|e|ant|erai)|communiqu(?:er|e|ant)|contact(?:er|e|ant|ing)?|rejoin(?:dre|s)|join(?:dre|s)|relanc(?:er|e|ant)|suivre|suivis?|approch(?:er|e|ing)|invit(?:er|e|ing)|talk(?:ing)?|speak(?:ing)?|reach(?:ing)?(?: out)?|follow(?:ing)?(?: up)?|connect(?:er|ing)?|chat(?:ting)?|discut(?:er|e)|echang(?:er|e)|prospect(?:er|e|ing)|network(?:ing)?|convers(?:er|e)|jas(?:er|e)',
    ),
    null,
  ],
]

/** Selling, with something sold after it. */
export const sellVerb = word(
  'vend(?:re|s|rai|ant|ons|e)|vent|sell(?:ing)?|sold|ecoul(?:er|e)|rempl(?:ir|is)|inscri(?:re|s)|fill(?:ing)?|enroll?(?:ing)?|register',
)
/** Bringing in money, when no other noun follows. */
export const earnVerb = word(
  'gagn(?:er|e|ant|erai)|factur(?:er|e)|encaiss(?:er|e)|empoch(?:er|e)|gener(?:er|e)|earn(?:ing)?|gross|invoic(?:e|ing)|bill(?:ing)?|bring(?:ing)? in|chiffre d affaires?|(?:mon|le|un) ca|revenus?|revenues?|income|salaire|turnover|rentrees? d argent|argent|money',
)
/** Getting something signed or someone found, whatever it is. */
export const winVerb = word(
  'sign(?:er|e|ing)?|clos(?:e|er|ing)?|conclu(?:re|s)|decroch(?:er|e)|obten(?:ir|ons)|trouv(?:er|e)|find(?:ing)?|get(?:ting)?|win(?:ning)?|land(?:ing)?|avoir|want|faire|fais|make|making|do|realis(?:er|e)|atteindre|reach|hit',
)
/** What is left of a sale once it is paid for: it needs a margin before it is a wish. */
export const profitNoun = word('profits?|nets?|benefices?(?: nets?)?|net profit|profit net|marges?|margins?|net income|revenus? nets?|dans mes poches|clair')
/** Any money. */
export const moneyWord = word('dollars?|piastres?|piasses?|bucks|euros?|argent|money|cash|cad|usd|eur')
/** How a currency is written, before or behind its number. */
export const currencyMarks =
  'us ?\\$|\\$(?: ?(?:us|ca|cad)(?!\\w))?|€|(?:dollars?|piastres?|piasses?|bucks|balles|euros?|cad|usd|eur)(?!\\w)(?: (?:us|americains?|canadiens?)(?!\\w))?'
/** More than today. */
export const moreWord = word('de plus|en plus|supplementaires?|additionnel(?:le|les|s)?|more|extra|additional|another|nouve(?:au|aux|lle|lles)|new')
/** From one number to another: the second is the wish. */
export const growthWord = word(
  'pass(?:er|e|ant)|mont(?:er|e)|grimp(?:er|e)|augment(?:er|e)|from|grow(?:ing)?|go(?:ing)?|increas(?:e|ing)|mov(?:e|ing)|all(?:er|e)',
)
