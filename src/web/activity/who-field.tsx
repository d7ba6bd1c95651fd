import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useState } from 'react'
import { foldName } from '#method/contact/fold.ts'
import type { Contact } from '#method/contact/contact.ts'
import { atHandFirst } from '#method/next/at-hand.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { SuggestField } from '../ui/suggest-field.tsx'

type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly taken: readonly string[]
  readonly onKnown: (contact: Contact) => void
  /** Absent: only known people can be chosen. */
  readonly onNew?: ((name: string) => void) | undefined
}

/** Types a name: Enter takes the one person so called, or adds her, and the field is empty for the next. */
export function WhoField({ label, hint, taken, onKnown, onNew }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const found = typed === '' ? [] : ledger.search(typed, 6, atHandFirst(today)).filter(({ id }) => !taken.includes(id))
  const known = (contact: Contact) => {
    setQuery('')
    onKnown(contact)
  }
  const add = () => {
    setQuery('')
    onNew?.(typed)
  }
  const onEnter = () => {
    if (typed === '') return
    const same = found.filter(({ name }) => foldName(name) === foldName(typed))
    if (same.length === 1 && same[0]) known(same[0])
    else if (onNew) add()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <SuggestField
        label={label}
        hint={hint}
        value={query}
        onValue={setQuery}
        countSentence={t`${plural(found.length, { one: '# personne trouvée', other: '# personnes trouvées' })}`}
        suggestions={found.map(({ id, name, organisation, city }) => ({
          id,
          label: name,
          detail: [organisation, city].filter(Boolean).join(' · ') || undefined,
        }))}
        onPick={({ id }) => {
          const contact = ledger.contact(id)
          if (contact) known(contact)
        }}
        create={onNew && typed !== '' ? { label: t`Ajouter ${typed}`, onCreate: add } : undefined}
      />
    </form>
  )
}
