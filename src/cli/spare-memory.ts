import { setFlagsFromString } from 'node:v8'

// Left alone, V8 lets garbage grow to several times what lives; a large import would take that memory from Entrain running beside it.
const sparing = ['--semi-space-growth-factor=1', '--heap-growing-percent=100']

/** Makes this process keep its memory near what it really holds; to be called before the work. */
export const spareMemory = (): void => {
  for (const flag of sparing) setFlagsFromString(flag)
}
