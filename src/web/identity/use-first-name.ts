import { useEffect } from 'react'
import { unnamedOwner } from '#language/names.ts'
import { useLedger } from '../offline/ledger.ts'
import { ask } from './ask.ts'

/** The name to take from her first name, when her account has none of its own yet; else `null`. */
export const nameToTake = (accountName: string | undefined, firstName: string): string | null =>
  accountName === unnamedOwner && firstName.trim() !== '' ? firstName.trim() : null

/** Gives her account the first name that she wrote in her settings, while it has none of its own: the team sees that one. */
export function useFirstName(accountName: string | undefined, onTaken: () => void): void {
  const name = nameToTake(accountName, useLedger().settings().firstName)
  useEffect(() => {
    if (name === null) return
    void ask('PATCH', '/api/account', { name }).then(({ ok }) => {
      if (ok) onTaken()
    })
  }, [name, onTaken])
}
