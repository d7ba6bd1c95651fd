import { z } from 'zod'

const key = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** Where a browser takes its pushes and how to seal them, as its push service gave it. */
export const pushDevice = z.strictObject({
  endpoint: z.url({ protocol: /^https$/ }).max(2000),
  keys: z.strictObject({ p256dh: key.length(87), auth: key.length(22) }),
})
/** The browser to be reminded no more. */
export const pushLeaving = z.strictObject({ endpoint: z.string().max(2000) })
/** The key that this Entrain signs its pushes with, which a browser asks for before it subscribes. */
export const pushKey = z.object({ publicKey: z.string() })
