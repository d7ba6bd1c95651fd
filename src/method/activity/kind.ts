/** The eight kinds of activity of the method, in the order of the quick row (claim 2). */
export const builtInKinds = ['phone', 'email', 'text', 'meeting', 'in-person', 'video', 'networking', 'post'] as const
/** One of the built-in kinds. */
export type BuiltInKind = (typeof builtInKinds)[number]
/** A built-in kind or the id of one that the person defined. */
export type KindId = string

/** A hue of the colour-blind-safe set, one per kind. */
export const hues = ['spruce', 'blue', 'violet', 'rose', 'ochre', 'slate', 'teal', 'brick'] as const
/** The name of a hue; the colours themselves belong to the design system. */
export type Hue = (typeof hues)[number]

/** A kind of activity: a gesture with a colour, an icon and a usual length. */
export type Kind = {
  readonly id: KindId
  /** Empty for a built-in kind that keeps its own name in the language of the screen. */
  readonly name: string
  /** The name of a Lucide icon. */
  readonly icon: string
  readonly hue: Hue
  /** Usual length of one such activity, in minutes (algorithms B1, assumptions). */
  readonly minutes: number
  /** `one` person, `many` (an event), or `none` (a post). */
  readonly people: 'one' | 'many' | 'none'
  readonly archived: boolean
}

const kind = (id: BuiltInKind, icon: string, hue: Hue, minutes: number, people: Kind['people'] = 'one'): Kind => ({
  id,
  name: '',
  icon,
  hue,
  minutes,
  people,
  archived: false,
})

/** The built-in kinds with their look and usual minutes. */
export const defaultKinds: Readonly<Record<BuiltInKind, Kind>> = {
  phone: kind('phone', 'phone', 'spruce', 3),
  email: kind('email', 'mail', 'blue', 6),
  text: kind('text', 'message-circle', 'violet', 3),
  meeting: kind('meeting', 'calendar-check', 'rose', 10),
  'in-person': kind('in-person', 'handshake', 'teal', 60),
  video: kind('video', 'video', 'brick', 30),
  networking: kind('networking', 'users', 'ochre', 180, 'many'),
  post: kind('post', 'megaphone', 'slate', 20, 'none'),
}

/** Whether `id` names a built-in kind. */
export const isBuiltIn = (id: KindId): id is BuiltInKind => (builtInKinds as readonly string[]).includes(id)
