/** A command answers its exit code; `start` and `demo` answer when they are told to stop. */
export type Command = (words: readonly string[]) => Promise<number>
