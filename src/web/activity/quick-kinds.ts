import { builtInKinds, type Kind } from '#method/activity/kind.ts'

/** The kinds of the quick row of Today: those of the method's six gestures, then one's own. */
export const quickKinds = (kinds: readonly Kind[]): readonly Kind[] => {
  const first: readonly string[] = ['phone', 'email', 'text', 'meeting', 'networking', 'post']
  const isOwn = ({ id }: Kind) => !(builtInKinds as readonly string[]).includes(id)
  return [...kinds.filter(({ id }) => first.includes(id)), ...kinds.filter(({ id }) => !first.includes(id)).sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))]
}
