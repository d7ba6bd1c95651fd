import { useEffect, useState } from 'react'
import { ask } from '../identity/ask.ts'

type Answer = { readonly account: { readonly fromAddress: string } | null }

/** Whether Entrain can send in the person's name: her own mail server is known. Unknown without the network, and then it is no. */
export const useMailAccount = (isAsked: boolean): boolean => {
  const [hasAccount, setAccount] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    let isHere = true
    void ask<Answer>('GET', '/api/mail/account').then((answer) => {
      if (isHere) setAccount(answer.ok && answer.value.account !== null)
    })
    return () => {
      isHere = false
    }
  }, [isAsked])
  return hasAccount
}
