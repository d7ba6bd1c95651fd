import { plainLetters } from '../contact/fold.ts'

const words =
  /(?<![\p{L}\p{N}])(?:arret|arretez|stop|unsubscribe|desabonn\w*|desinscri\w*|opt[ -]?out|remove me|(?:ne )?m'?\s?ecri(?:vez|s) (?:plus|pas)|plus (?:recevoir |de |vos )*(?:messages|courriels|textos|infolettres?))(?![\p{L}\p{N}])/u

/**
 * Whether an answer seems to ask that the messages stop: « ARRÊT », "STOP", « désabonner », « ne m'écrivez plus » (law R13). A person
 * decides; the words only make sure that she sees it.
 */
export const asksToStop = (text: string): boolean => words.test(plainLetters(text.slice(0, 20_000)).replaceAll('’', "'"))
