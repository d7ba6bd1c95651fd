import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Day } from '#method/calendar/day.ts'
import type { Kind } from '#method/activity/kind.ts'
import type { Contact } from '#method/contact/contact.ts'
import { letGoName, nextStepSentence } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Link } from '../ui/router.tsx'

type Props = {
  readonly people: readonly Contact[]
  readonly today: Day
  readonly kinds: readonly Kind[]
  /** While choosing, each row has a box; the ids chosen. */
  readonly chosen: readonly string[] | null
  readonly onChoose: (id: string) => void
  /** Brings a deleted person back. */
  readonly onRestore?: ((contact: Contact) => void) | undefined
}

const pageLength = 60

/** People, a page more each time the end comes near: twenty thousand of them scroll as easily as twenty. */
export function PeopleList({ people, today, kinds, chosen, onChoose, onRestore }: Props) {
  const [shown, setShown] = useState(pageLength)
  const end = useRef<HTMLDivElement>(null)
  const isWhole = shown >= people.length
  useEffect(() => {
    const mark = end.current
    if (!mark || isWhole) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setShown((before) => before + pageLength)
      },
      { rootMargin: '900px' },
    )
    watcher.observe(mark)
    return () => watcher.disconnect()
    // Watched anew after each page, because a mark that never leaves the view is told only once.
  }, [isWhole, shown])
  return (
    <>
      <ul>
        {people.slice(0, shown).map((contact) => (
          <PersonRow key={contact.id} {...{ contact, today, kinds, onChoose, onRestore }} chosen={chosen?.includes(contact.id) ?? null} />
        ))}
      </ul>
      {!isWhole && <div ref={end} aria-hidden="true" className="h-px" />}
    </>
  )
}

type RowProps = Pick<Props, 'today' | 'kinds' | 'onChoose' | 'onRestore'> & { readonly contact: Contact; readonly chosen: boolean | null }

function PersonRow({ contact, today, kinds, chosen, onChoose, onRestore }: RowProps) {
  const { t } = useLingui()
  const lawful = useLawfulStep()
  const language = useLanguage()
  const about = [contact.organisation, contact.city].filter(Boolean).join(' · ')
  const next = contact.letGo
    ? letGoName(contact.letGo.reason, language)
    : contact.nextStep
      ? nextStepSentence(lawful(contact, contact.nextStep), language, today, kinds)
      : ''
  return (
    <ListRow
      title={<span className="wrap-anywhere">{contact.name}</span>}
      text={
        <>
          {about && <span className="block wrap-anywhere">{about}</span>}
          {next && <span className="block">{next}</span>}
        </>
      }
      {...(chosen === null
        ? {
            link: ({ className, children }) => (
              <Link to="/personnes/$contactId" params={{ contactId: contact.id }} className={className}>
                {children}
              </Link>
            ),
            ...(onRestore
              ? {
                  actions: (
                    <Button size="small" aria-label={t`Rétablir ${contact.name}`} onClick={() => onRestore(contact)}>
                      <Trans>Rétablir</Trans>
                    </Button>
                  ),
                }
              : {}),
          }
        : {
            actions: (
              <label className="grid size-11 place-items-center">
                <input
                  type="checkbox"
                  className="size-5 accent-(--spruce)"
                  checked={chosen}
                  onChange={() => onChoose(contact.id)}
                  aria-label={t`Choisir ${contact.name}`}
                />
              </label>
            ),
          })}
    />
  )
}
