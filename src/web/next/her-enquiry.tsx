import type { Contact } from '#method/contact/contact.ts'
import { isWaiting } from '#method/enquiry/enquiry.ts'
import { waitingSentence } from '#language/reasons.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'

/** What she wrote, and since when she waits, until she is contacted (claim 5). */
export function HerEnquiry({ contact }: { readonly contact: Contact }) {
  const ledger = useLedger()
  const language = useLanguage()
  const { at } = useNow()
  const [first, ...more] = ledger
    .about('enquiry', contact.id)
    .filter((enquiry) => isWaiting(enquiry, contact))
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  if (!first) return null
  // She waits since the first one; her last words are the ones to answer.
  const { words, subject } = more.at(-1) ?? first
  return (
    <>
      <p className="mt-1">{waitingSentence(first.receivedAt, at, language)}</p>
      {(words || subject) && (
        <blockquote className="mt-2 border-l-3 border-line pl-3">
          <p className="line-clamp-4 whitespace-pre-line wrap-anywhere">{words || subject}</p>
        </blockquote>
      )}
    </>
  )
}
