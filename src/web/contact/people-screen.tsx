import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Download, ListFilter, Merge, Upload, Users, X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { Day } from '#method/calendar/day.ts'
import type { Kind } from '#method/activity/kind.ts'
import type { Contact } from '#method/contact/contact.ts'
import { foldTight } from '#method/contact/fold.ts'
import { createSearch } from '#method/contact/search.ts'
import { cityKey } from '#method/contact/place.ts'
import { relationshipName } from '#language/sentences.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useAddress, useNavigate } from '../ui/router.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { AddPerson, useAddPerson } from './add-person.tsx'
import { downloadCards, downloadCsv } from './download.ts'
import { FilterSheet } from './filter-sheet.tsx'
import { MergeSheet } from './merge-sheet.tsx'
import { everyone, keeps, mostFrequent, readPeopleFilter, writePeopleFilter, type PeopleFilter } from './people-filter.ts'
import { PeopleList } from './people-list.tsx'
import { useRestore } from './use-restore.ts'

/** Personnes: everyone, found as one types. */
export function PeopleScreen() {
  const ledger = useLedger()
  const { today, zone } = useNow()
  const navigate = useNavigate()
  const language = useLanguage()
  const addPerson = useAddPerson()
  const restore = useRestore()
  const address = useAddress().search
  const filter = useMemo(() => readPeopleFilter(Object.fromEntries(new URLSearchParams(address))), [address])
  // What is typed leads; the address follows, so that no keystroke waits for the router.
  const [typed, setTyped] = useState(filter.q)
  const setFilter = (next: PeopleFilter) => {
    setTyped(next.q)
    navigate({ to: '/personnes', search: writePeopleFilter(next), replace: true, resetScroll: false })
  }
  const present = ledger.people()
  const putAway = filter.stand === 'archived' || filter.stand === 'deleted' ? filter.stand : null
  const ordered = useMemo(() => inOrder(putAway ? apart(ledger.all('contact').values(), putAway) : present), [putAway, present, ledger])
  // People put away are few: they are searched as the others are, by an index of their own.
  const search = useMemo(() => (putAway ? createSearch(ordered.map((contact) => [contact.id, contact] as const)) : null), [putAway, ordered])
  const people = useMemo(() => {
    const keep = keeps({ ...filter, q: '' }, today, zone)
    if (typed.trim() === '') return ordered.filter(keep)
    const found = search ? search.search(typed).flatMap((id) => ledger.get('contact', id) ?? []) : ledger.search(typed, Number.POSITIVE_INFINITY)
    return found.filter(keep)
  }, [filter, typed, ordered, search, ledger, today, zone])
  const cities = useMemo(
    () =>
      mostFrequent(
        present.map(({ city }) => city),
        cityKey,
      ),
    [present],
  )
  const tags = useMemo(
    () =>
      mostFrequent(
        present.flatMap(({ tags: own }) => own),
        foldTight,
      ),
    [present],
  )
  return (
    <People
      {...{ people, today, cities, tags, filter: { ...filter, q: typed } }}
      total={present.length}
      kinds={ledger.kinds()}
      onFilter={setFilter}
      onRestore={filter.stand === 'deleted' ? restore : undefined}
      onAdd={addPerson}
      onCsv={() => downloadCsv(people, language, zone, `entrain-${today}`)}
      onCards={() => downloadCards(people, zone, `entrain-${today}`)}
    />
  )
}

// Whoever was erased at her own request has no name left, and does not come back.
const apart = (contacts: Iterable<Contact>, stand: 'archived' | 'deleted'): readonly Contact[] =>
  [...contacts].filter(
    ({ name, archivedAt, deletedAt, mergedInto }) =>
      mergedInto === null && name !== '' && (stand === 'deleted' ? deletedAt !== null : archivedAt !== null && deletedAt === null),
  )

const byName = new Intl.Collator('fr-CA')
const inOrder = (people: readonly Contact[]): readonly Contact[] => people.toSorted((a, b) => byName.compare(a.name, b.name))

export type PeopleProps = {
  readonly people: readonly Contact[]
  readonly total: number
  readonly filter: PeopleFilter
  readonly onFilter: (filter: PeopleFilter) => void
  readonly today: Day
  readonly kinds: readonly Kind[]
  readonly cities: readonly string[]
  readonly tags: readonly string[]
  readonly onAdd: (name: string) => boolean
  readonly onCsv: () => void
  readonly onCards: () => void
  /** Brings a deleted person back, where they are shown. */
  readonly onRestore?: ((contact: Contact) => void) | undefined
}

/** The list with its search, its filters and its gestures. */
export function People({ people, total, filter, onFilter, today, kinds, cities, tags, onAdd, onCsv, onCards, onRestore }: PeopleProps) {
  const { t } = useLingui()
  const howToMerge = useId()
  const [filtering, setFiltering] = useState(false)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [merging, setMerging] = useState(false)
  const choose = (id: string) => setChosen((before) => (before?.includes(id) ? before.filter((one) => one !== id) : [...(before ?? []), id].slice(-2)))
  const isFiltered = Object.keys(writePeopleFilter(filter)).length > 0
  if (total === 0 && !isFiltered) return <NoPeople onAdd={onAdd} />
  const [first, second] = chosen ?? []
  return (
    <>
      <PageHeader
        title={t`Personnes`}
        below={<Plural value={people.length} _0="Personne ne correspond" one="# personne" other="# personnes" />}
        actions={
          <Link to="/personnes/importer" className={buttonClasses({ size: 'small' })}>
            <Icon of={Upload} size={20} />
            <Trans>Importer</Trans>
          </Link>
        }
      />
      <div className="grid gap-3">
        <SearchField
          label={t`Chercher un nom, une ville, un numéro`}
          clearLabel={t`Effacer la recherche`}
          value={filter.q}
          onValue={(q) => onFilter({ ...filter, q })}
        />
        <AddPerson onAdd={onAdd} />
        <FilterChips filter={filter} onFilter={onFilter} onOpen={() => setFiltering(true)} />
      </div>
      {chosen && (
        <div role="group" aria-label={t`Fusionner deux personnes`} className="mt-4 flex flex-wrap items-center gap-2">
          <p id={howToMerge} className="flex-1 text-soft">
            <Trans>Choisissez deux personnes qui n’en font qu’une.</Trans>
          </p>
          <Button size="small" onClick={() => setChosen(null)}>
            <Trans>Ne pas fusionner</Trans>
          </Button>
          <Button size="small" variant="solid" disabled={!second} aria-describedby={howToMerge} onClick={() => setMerging(true)}>
            <Trans>Comparer</Trans>
          </Button>
        </div>
      )}
      <div className="mt-4">
        {people.length === 0 && (
          <EmptyState
            icon={Users}
            title={t`Personne ne correspond`}
            text={t`Essayez un autre mot, ou retirez un filtre.`}
            action={
              <Button onClick={() => onFilter(everyone)}>
                <Trans>Tout effacer</Trans>
              </Button>
            }
          />
        )}
        <PeopleList key={JSON.stringify(filter)} {...{ people, today, kinds, chosen, onRestore }} onChoose={choose} />
      </div>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button size="small" icon={Merge} onClick={() => setChosen(chosen ? null : [])}>
          <Trans>Fusionner</Trans>
        </Button>
        {people.length > 0 && (
          <>
            <Button size="small" icon={Download} onClick={onCsv}>{t`Exporter en CSV (${people.length})`}</Button>
            <Button size="small" icon={Download} onClick={onCards}>{t`Exporter en vCard (${people.length})`}</Button>
          </>
        )}
      </div>
      <FilterSheet open={filtering} onClose={() => setFiltering(false)} {...{ filter, onFilter, cities, tags }} count={people.length} />
      <MergeSheet
        open={merging}
        firstId={first ?? null}
        secondId={second ?? null}
        onClose={() => setMerging(false)}
        onMerged={() => {
          setMerging(false)
          setChosen(null)
        }}
      />
    </>
  )
}

function NoPeople({ onAdd }: Pick<PeopleProps, 'onAdd'>) {
  const { t } = useLingui()
  return (
    <>
      <PageHeader title={t`Personnes`} />
      <EmptyState
        icon={Users}
        title={t`Par qui commencer?`}
        text={t`Tapez trois noms qui vous viennent à l’esprit, ou importez vos contacts.`}
        action={
          <div className="grid gap-3">
            <AddPerson onAdd={onAdd} />
            <Link to="/personnes/importer" className={buttonClasses({ variant: 'solid', wide: true })}>
              <Icon of={Upload} />
              <Trans>Importer mes contacts</Trans>
            </Link>
          </div>
        }
      />
    </>
  )
}

type ChipsProps = Pick<PeopleProps, 'filter' | 'onFilter'> & { readonly onOpen: () => void }

function FilterChips({ filter, onFilter, onOpen }: ChipsProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const steps = { late: t`En retard`, today: t`Aujourd’hui`, none: t`Aucun pas à faire` }
  const contacts = { never: t`Jamais contactées`, 30: t`Sans contact depuis 30 jours`, 90: t`Sans contact depuis 90 jours` }
  const stands = { 'let-go': t`Lâcher prise`, archived: t`Archives`, deleted: t`Supprimées` }
  const active: readonly (readonly [Partial<PeopleFilter>, string])[] = [
    [{ city: '' }, filter.city],
    [{ near: '' }, filter.near && t`À ${filter.km} km de ${filter.near}`],
    [{ relationship: '' }, filter.relationship && relationshipName(filter.relationship, language)],
    [{ tag: '' }, filter.tag],
    [{ step: '' }, filter.step && steps[filter.step]],
    [{ contact: '' }, filter.contact && contacts[filter.contact]],
    [{ stand: '' }, filter.stand && stands[filter.stand]],
  ]
  return (
    <div role="group" aria-label={t`Filtres`} className="flex flex-wrap gap-2">
      <Chip icon={ListFilter} onClick={onOpen}>
        <Trans>Filtrer</Trans>
      </Chip>
      {filter.step === '' && <Chip onClick={() => onFilter({ ...filter, step: 'late' })}>{steps.late}</Chip>}
      {filter.contact === '' && <Chip onClick={() => onFilter({ ...filter, contact: 'never' })}>{contacts.never}</Chip>}
      {active
        .filter(([, name]) => name !== '')
        .map(([without, name]) => (
          <Chip key={name} pressed iconAfter={X} aria-label={t`Retirer le filtre ${name}`} onClick={() => onFilter({ ...filter, ...without })}>
            {name}
          </Chip>
        ))}
    </div>
  )
}
