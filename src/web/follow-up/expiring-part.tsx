import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { expirySentence } from '#language/consent.ts'
import { useLanguage } from '../activity/use-language.ts'
import { expiringPeople } from '../consent/expiring.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { ListRow } from '../ui/list-row.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'

/** Those whom one may soon no longer write to: a reason to call and ask (law R17). */
export function ExpiringPart() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today, at } = useNow()
  const { version } = ledger
  const people = useMemo(() => expiringPeople(ledger, at), [version, today])
  if (people.length === 0) return null
  return (
    <Section
      title={t`Appelez et demandez`}
      text={<Trans>Vous ne pourrez bientôt plus leur écrire. Un oui de vive voix n’a pas d’échéance.</Trans>}
      action={<span className="tabular text-soft">{people.length}</span>}
    >
      <ul>
        {people.map(({ contact, expiring }) => (
          <ListRow
            key={contact.id}
            title={contact.name}
            text={expirySentence(expiring, language, today)}
            link={({ className, children }) => (
              <Link to="/personnes/$contactId" params={{ contactId: contact.id }} className={className}>
                {children}
              </Link>
            )}
          />
        ))}
      </ul>
    </Section>
  )
}
