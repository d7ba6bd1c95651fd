import { useEffect, useState } from 'react'
import { ask } from '../identity/ask.ts'

type Answer = { readonly account: { readonly fromAddress: string } | null }

const place = 'entrain-mail-account'
const known = (): boolean => {
  try {
    return localStorage.getItem(place) === 'known'
  } catch {
    return false
  }
}
const keep = (isKnown: boolean): void => {
  try {
    if (isKnown) localStorage.setItem(place, 'known')
    else localStorage.removeItem(place)
  } catch {
    // Without storage it is asked each time.
    return
  }
}

/**
 * Whether Entrain can send in the person's name: her own mail server is known. Without the network, what this device last heard holds:
 * the message waits with the rest, and leaves when it can.
 */
export const useMailAccount = (isAsked: boolean): boolean => {
  const [hasAccount, setAccount] = useState(known)
  useEffect(() => {
    if (!isAsked) return
    let isHere = true
    void ask<Answer>('GET', '/api/mail/account').then((answer) => {
      if (!answer.ok) return
      keep(answer.value.account !== null)
      if (isHere) setAccount(answer.value.account !== null)
    })
    return () => {
      isHere = false
    }
  }, [isAsked])
  return hasAccount
}
