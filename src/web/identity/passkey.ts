import { t } from '@lingui/core/macro'
import { ask, type Asked } from './ask.ts'

/** Browsers give passkeys to names over a safe connection, never to bare addresses; without both, no button is shown. */
export const passkeysWorkHere = (): boolean =>
  globalThis.isSecureContext &&
  'PublicKeyCredential' in globalThis &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
  !isBareAddress(location.hostname)

const isBareAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':')

/** Signs in with a passkey of this device or of a phone nearby. */
export const signInWithPasskey = async (): Promise<Asked<unknown>> => {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('GET', '/api/auth/passkey/generate-authenticate-options')
  if (!options.ok) return options
  const chosen = await asked(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.value) }))
  return chosen.ok ? ask('POST', '/api/auth/passkey/verify-authentication', { response: chosen.value.toJSON() }) : chosen
}

/** Makes a passkey on this device for the person signed in. */
export const addPasskey = async (name: string): Promise<Asked<unknown>> => {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('GET', '/api/auth/passkey/generate-register-options')
  if (!options.ok) return options
  const made = await asked(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.value) }))
  return made.ok ? ask('POST', '/api/auth/passkey/verify-registration', { response: made.value.toJSON(), name }) : made
}

const asked = async (question: () => Promise<Credential | null>): Promise<Asked<PublicKeyCredential>> => {
  try {
    const credential = await question()
    if (credential instanceof PublicKeyCredential) return { ok: true, value: credential }
    return { ok: false, reason: 'no-passkey', sentence: t`Aucune clé d’accès n’a été choisie. Réessayez, ou entrez avec votre mot de passe.` }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'InvalidStateError') return { ok: false, reason: 'passkey-exists', sentence: t`Cet appareil a déjà une clé d’accès pour Entrain.` }
    if (name === 'NotAllowedError' || name === 'AbortError')
      return { ok: false, reason: 'no-passkey', sentence: t`Aucune clé d’accès n’a été choisie. Réessayez, ou entrez avec votre mot de passe.` }
    return { ok: false, reason: 'passkey-failed', sentence: t`Cet appareil n’a pas pu se servir d’une clé d’accès. Entrez avec votre mot de passe.` }
  }
}
