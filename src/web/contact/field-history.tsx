import { Trans, useLingui } from '@lingui/react/macro'
import { History } from 'lucide-react'
import { useState } from 'react'
import { isInstant, type Instant } from '#method/calendar/day.ts'
import type { ContactFields } from '#method/contact/contact.ts'
import { changeName } from '#language/changes.ts'
import { formatInstant } from '#language/format.ts'
import type { Operation } from '#method/ledger/operation.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { useFieldNames, type FieldName } from './field-names.ts'
import { shownField } from './merge-sheet.tsx'

type Line = { readonly id: string; readonly at: Instant; readonly change: Operation['change'] }

// The answer of the server is read as material: a line that is not understood is left out.
const linesOf = (answer: unknown): readonly Line[] => {
  const list = Array.isArray(answer) ? answer : (answer as { operations?: unknown } | null)?.operations
  if (!Array.isArray(list)) return []
  return list.flatMap((one: { id?: unknown; at?: unknown; change?: Operation['change']; operation?: Line }) => {
    const { id, at, change } = one.operation ?? one
    return typeof id === 'string' && typeof at === 'string' && isInstant(at) && typeof change?.type === 'string' ? [{ id, at, change }] : []
  })
}

/** What was written about someone, and when: kept by the server, so read online. */
export function FieldHistory({ contactId }: { readonly contactId: string }) {
  const { t } = useLingui()
  const { connection } = useLedger()
  const { zone } = useNow()
  const language = useLanguage()
  const names = useFieldNames()
  const [lines, setLines] = useState<readonly Line[] | 'asking' | 'failed' | null>(null)
  const isOnline = connection === 'online' || connection === 'syncing'
  const ask = async () => {
    setLines('asking')
    try {
      const answer = await fetch(`/api/operations?contact=${encodeURIComponent(contactId)}`, { headers: { accept: 'application/json' } })
      setLines(answer.ok ? linesOf(await answer.json()) : 'failed')
    } catch {
      setLines('failed')
    }
  }
  const told = ({ change }: Line): string => {
    if (change.type !== 'contact.edit' && change.type !== 'contact.add') return ''
    return (Object.keys(change.fields) as FieldName[])
      .filter((field) => field in names)
      .map((field) => `${names[field]}${language === 'fr' ? '\u00A0' : ''}: ${shownField(change.fields as Partial<ContactFields>, field, language) || '–'}`)
      .join('; ')
  }
  return (
    <Section title={t`Modifications de la fiche`}>
      {!isOnline && (
        <p className="text-soft">
          <Trans>L’historique des champs se lit en ligne.</Trans>
        </p>
      )}
      {isOnline && !Array.isArray(lines) && (
        <Button variant="quiet" size="small" icon={History} busy={lines === 'asking'} onClick={() => void ask()}>
          <Trans>Voir l’historique des champs</Trans>
        </Button>
      )}
      {lines === 'failed' && (
        <p role="status" className="text-soft">
          <Trans>Le serveur n’a pas répondu. Rien n’est perdu; réessayez plus tard.</Trans>
        </p>
      )}
      {Array.isArray(lines) && lines.length === 0 && (
        <p role="status" className="text-soft">
          <Trans>Aucune modification n’est connue du serveur.</Trans>
        </p>
      )}
      {Array.isArray(lines) && (
        <ul>
          {lines.map((line: Line) => (
            <li key={line.id} className="border-b border-line py-2.5 last:border-b-0">
              <span className="font-medium">{changeName(line.change, language)}</span>{' '}
              <span className="text-[0.9375rem] text-soft">{formatInstant(line.at, zone, language)}</span>
              <span className="block whitespace-pre-line wrap-anywhere text-[0.9375rem] text-soft">{told(line)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
