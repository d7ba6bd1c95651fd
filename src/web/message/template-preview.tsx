import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import type { Template } from '#method/message/template.ts'
import { WhoField } from '../activity/who-field.tsx'
import { useLedger, useNow } from '../offline/ledger.ts'
import { wholeLetter } from './closing.ts'
import { wordsFor } from './letter.ts'
import { useDetailNames } from './use-detail-names.ts'

/** A template as one real person would read it, with the next event when it speaks of one. */
export function TemplatePreview({ template }: { readonly template: Template }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const names = useDetailNames()
  const { version } = ledger
  const [chosen, setChosen] = useState<string | null>(null)
  const contact = (chosen === null ? undefined : ledger.contact(chosen)) ?? ledger.people()[0]
  const event = useMemo(() => nextEvent(ledger.all('event').values(), today), [version, today])
  if (!contact) return null
  const offer = event?.offerId ? (ledger.get('offer', event.offerId) ?? null) : null
  const settings = ledger.settings()
  const drafting = wordsFor(template, { contact, event, offer, today }, settings)
  return (
    <section aria-label={t`Aperçu`} className="rounded-card border border-line bg-card p-4">
      <WhoField
        label={t`Aperçu pour ${contact.name}`}
        hint={t`Tapez un nom pour en voir une autre.`}
        taken={[]}
        onKnown={(one: Contact) => setChosen(one.id)}
      />
      {drafting.ok && (
        <div lang={template.language === 'fr' ? 'fr-CA' : 'en-CA'} className="mt-4">
          <p className="mb-2 font-semibold wrap-anywhere">{drafting.draft.subject}</p>
          <p className="whitespace-pre-line wrap-anywhere">
            {wholeLetter(drafting.draft.body, settings, { way: 'email', language: template.language, referrer: null })}
          </p>
        </div>
      )}
      {drafting.ok && drafting.draft.missing.length > 0 && (
        <p className="mt-3 text-[0.9375rem] text-soft">{t`Inconnu pour elle : ${drafting.draft.missing.map((detail) => names[detail]).join(', ')}.`}</p>
      )}
      {!drafting.ok && (
        <p className="mt-3 text-soft">
          <Trans>L’aperçu revient dès que l’erreur est corrigée.</Trans>
        </p>
      )}
    </section>
  )
}

const nextEvent = (events: Iterable<Event>, today: string): Event | null =>
  [...events].filter(({ day, archivedAt }) => archivedAt === null && day >= today).sort((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null
