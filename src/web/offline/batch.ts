import type { Pending } from './view.ts'

/** The most operations and the most characters that travel together. */
export type BatchLimits = { readonly operations: number; readonly characters: number }

/** The next operations to send, oldest first: as many as the limits allow, and at least one. */
export const nextBatch = (waiting: readonly Pending[], limits: BatchLimits): readonly Pending[] => {
  let characters = 0
  let count = 0
  for (const { operation } of waiting) {
    characters += JSON.stringify(operation).length
    if (count > 0 && (count >= limits.operations || characters > limits.characters)) break
    count += 1
  }
  return waiting.slice(0, count)
}
