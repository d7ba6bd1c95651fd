import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { MessageState as State } from '#method/message/message.ts'
import { MessageState } from '../message/message-state.tsx'
import { isOpenMessage } from '../message/use-outbound.ts'
import { useLedger } from '../offline/ledger.ts'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'

const toTakeUp: readonly State[] = ['failed', 'blocked', 'unsure']

/** The messages that did not leave, or may have: each with its reason and what can be done; nothing when all left. */
export function MessagesPart() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { version } = ledger
  const messages = useMemo(
    () =>
      [...ledger.all('message').values()]
        .filter((message) => toTakeUp.includes(message.state) && isOpenMessage(ledger, message))
        .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    [version],
  )
  if (messages.length === 0) return null
  return (
    <Section title={t`Courriels à reprendre`} action={<span className="tabular text-soft">{messages.length}</span>}>
      <ul>
        {messages.map((message) => {
          const contact = ledger.contact(message.contactId)
          return (
            <li key={message.id} className="border-b border-line py-3.5 last:border-b-0">
              {contact && (
                <Link to="/personnes/$contactId" params={{ contactId: contact.id }} className="font-semibold underline-offset-4 hover:underline">
                  {contact.name}
                </Link>
              )}
              {message.subject !== '' && <p className="wrap-anywhere">{message.subject}</p>}
              <MessageState message={message} name={contact?.name ?? ''} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
