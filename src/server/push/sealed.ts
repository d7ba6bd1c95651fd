import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** The keys of a browser, as its push service gave them. */
export type BrowserKeys = { readonly p256dh: string; readonly auth: string }

/** Fresh for each message; given only to hold the code against the published example. */
export type Fresh = { readonly salt: Buffer; readonly privateKey: Buffer }

const recordSize = 4096
const curve = 'prime256v1'
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
const derive = (from: Buffer, salt: Buffer, about: Buffer, length: number): Buffer => Buffer.from(hkdfSync('sha256', from, salt, about, length))

const fresh = (): Fresh => {
  const pair = createECDH(curve)
  pair.generateKeys()
  return { salt: randomBytes(16), privateKey: pair.getPrivateKey() }
}

/** Seals a text for one browser alone: its push service carries it and cannot read it (RFC 8291, over RFC 8188). */
export const sealedFor = (text: string, { p256dh, auth }: BrowserKeys, { salt, privateKey }: Fresh = fresh()): Buffer => {
  const own = createECDH(curve)
  own.setPrivateKey(privateKey)
  const ownPublic = own.getPublicKey()
  const theirs = bytes(p256dh)
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ownPublic])
  const shared = derive(own.computeSecret(theirs), bytes(auth), about, 32)
  const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // A 2 marks the last record: everything here fits in one.
  const sealed = Buffer.concat([cipher.update(Buffer.concat([Buffer.from(text), Buffer.from([2])])), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([salt, size, Buffer.from([ownPublic.length]), ownPublic, sealed])
}
