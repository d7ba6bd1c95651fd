import type { Kind, KindId } from '../activity/kind.ts'
import { foldWords } from '../contact/fold.ts'
import { nameBasedId, pastNamespace } from './name-based-id.ts'

/** The id of the kind that a word of a file becomes: the same word is the same kind in every file. */
export const kindOfWord = (word: string): KindId => nameBasedId(pastNamespace, `kind ${foldWords(word)}`)

/** Whether a file made this kind of one of its words, and nobody has called it otherwise since. */
export const isMadeOfWord = ({ id, name }: Kind): boolean => id === kindOfWord(name)
