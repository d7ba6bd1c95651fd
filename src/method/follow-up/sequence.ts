import type { KindId } from '../activity/kind.ts'

/** A named sequence of steps on which someone can be put; it stops at the first answer (claim 4). */
export type Sequence = {
  readonly id: string
  readonly name: string
  /** `day` counts from the day she was put on it. */
  readonly steps: readonly { readonly day: number; readonly kind: KindId; readonly templateId: string | null }[]
  readonly archived: boolean
}
