import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { newId, useWrite } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNavigate } from '../ui/router.tsx'
import type { ClosedChannel, Opener } from './reach.ts'

type Props = { readonly contact: Contact | null; readonly closed: readonly ClosedChannel[] }

/** Why a way to reach someone is not proposed now, on demand: one sentence each, and what to do instead. */
export function WhyNot({ contact, closed }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  if (closed.length === 0) return null
  const instead = [...new Set(closed.flatMap((channel) => channel.instead))]
  const names = closed.map(({ name }) => name.toLocaleLowerCase('fr-CA')).join(', ')
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="-mx-2 inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-[0.9375rem] text-soft hover:text-ink"
      >
        <span>{t`Pas proposé : ${names}. Pourquoi?`}</span>
        <Icon of={ChevronDown} size={18} className={isOpen ? 'rotate-180' : ''} />
      </button>
      <div id={id} hidden={!isOpen}>
        <ul className="grid gap-3 pb-1">
          {closed.map((channel) => (
            <li key={channel.kind} className="text-[0.9375rem]">
              <p>
                <strong className="font-semibold">{channel.name}</strong> · {channel.why}
              </p>
              {contact && channel.openers.length > 0 && (
                <div className="mt-2 flex flex-wrap gap-2">
                  {channel.openers.map((opener) => (
                    <OpenIt key={opener} contact={contact} opener={opener} />
                  ))}
                </div>
              )}
            </li>
          ))}
          {instead.length > 0 && <li className="text-[0.9375rem] text-soft">{t`À la place : ${instead.join(' · ')}`}</li>}
        </ul>
      </div>
    </div>
  )
}

function OpenIt({ contact, opener }: { readonly contact: Contact; readonly opener: Opener }) {
  const write = useWrite()
  const navigate = useNavigate()
  // The version read is that of today: an older one is noted with its day, on her page.
  const looked = (isListed: boolean) => {
    const fact = { type: 'national-list-check', isListed, listDate: null } as const
    write({ type: 'consent.record', consentId: newId(), contactId: contact.id, fact, occurredAt: asInstant(Date.now()) })
  }
  switch (opener) {
    case 'business-line':
      return (
        <Chip
          onClick={() => {
            const fact = { type: 'line-kind', line: 'business' } as const
            write({ type: 'consent.record', consentId: newId(), contactId: contact.id, fact, occurredAt: asInstant(Date.now()) })
            write({ type: 'contact.edit', contactId: contact.id, fields: { line: 'business' } })
          }}
        >
          <Trans>C’est une ligne d’entreprise</Trans>
        </Chip>
      )
    case 'sender-profile':
      return (
        <Chip onClick={() => navigate({ to: '/reglages/qui-ecrit' })}>
          <Trans>Dire qui écrit</Trans>
        </Chip>
      )
    case 'registration':
      return (
        <Chip onClick={() => navigate({ to: '/reglages/qui-ecrit' })}>
          <Trans>Mon inscription à la liste</Trans>
        </Chip>
      )
    case 'list-check':
      return (
        <>
          <Chip onClick={() => looked(false)}>
            <Trans>Vérifié : pas sur la liste</Trans>
          </Chip>
          <Chip onClick={() => looked(true)}>
            <Trans>Elle est sur la liste</Trans>
          </Chip>
        </>
      )
  }
}
