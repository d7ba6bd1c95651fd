import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Seals small secrets with a key that only this installation's data folder holds. */
export type Seal = { readonly close: (text: string, about: string) => Buffer; readonly open: (sealed: Buffer, about: string) => string | null }

const nonceLength = 12
const tagLength = 16

/** AES-256-GCM under a key derived from the installation's secret; `about` ties what is sealed to its place. */
export const sealWith = (secret: string): Seal => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'entrain sealed secrets 1', 32))
  return {
    close: (text, about) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(about))
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    // Null when another installation sealed it: the person gives the password again.
    open: (sealed, about) => {
      try {
        const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
        opener.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagLength))
        return Buffer.concat([opener.update(sealed.subarray(nonceLength, -tagLength)), opener.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
