import { plainLetters } from '../contact/fold.ts'

const reach = '(?:re)?(?:contact(?:ez|es?|er)|ecri(?:vez|s|re)|envoy(?:ez|er)|envoies?|sollicit(?:ez|er))'
const mail = '(?:messages?|courriels?|textos?|infolettres?|nouvelles|e-?mails?|mails?|sms|communications?|publicites?)'
const words = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'arret',
    'arretez',
    'stop',
    'unsubscribe',
    'desabonn\\w*',
    'desinscri\\w*',
    'opt[ -]?out',
    `(?:ne )?(?:me|m') ?${reach} (?:plus|pas)`,
    `plus (?:jamais )?(?:me |m' ?)${reach}`,
    "m' ?appel(?:ez|le|er) plus",
    `plus (?:recevoir |de |d' ?|vos |tes |aucune? )*${mail}`,
    'ne plus recevoir',
    "(?:cess|arret)(?:ez|e|es|er) (?:s'il (?:vous|te) plait |svp )?de (?:me |m')\\w+",
    '(?:retir|enlev|supprim|ray)(?:ez|e|es|er)[ -]moi',
    "(?:me |m')(?:retirer|enlever|supprimer|rayer) de",
    '(?:remove|take|get) me (?:off|from)',
    'remove me',
    "(?:do not|don't|dont|never) (?:ever )?(?:contact|write|e-?mail|text|message)(?: to)? (?:me|us)",
    `no more (?:e-?mails?|messages?|texts?|newsletters?)`,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'u',
)

/**
 * Whether an answer seems to ask that the messages stop: « ARRÊT », "STOP", « désabonner », « ne m'écrivez plus », « retirez-moi de votre liste » (law R13). A person
 * decides; the words only make sure that she sees it.
 */
export const asksToStop = (text: string): boolean => words.test(plainLetters(text.slice(0, 20_000)).replaceAll('’', "'"))
