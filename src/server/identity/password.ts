import { hashPassword } from 'better-auth/crypto'

/** The scrypt hash by which better-auth recognises a password. */
export const passwordHash = (password: string): Promise<string> => hashPassword(password)
