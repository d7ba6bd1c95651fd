import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { relationships, type Relationship } from '#method/contact/contact.ts'
import { foldTight } from '#method/contact/fold.ts'
import { relationshipName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SuggestField } from '../ui/suggest-field.tsx'
import { CityField } from './city-field.tsx'
import { everyone, placeNear, type PeopleFilter } from './people-filter.ts'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly filter: PeopleFilter
  readonly onFilter: (filter: PeopleFilter) => void
  readonly cities: readonly string[]
  readonly tags: readonly string[]
  readonly count: number
}

const distances = ['5', '10', '25', '50', '100', '200'] as const

/** Every way of narrowing the list; the list behind follows at once. */
export function FilterSheet({ open, onClose, filter, onFilter, cities, tags, count }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const set = (part: Partial<PeopleFilter>) => onFilter({ ...filter, ...part })
  const stepNames = { '': t`Peu importe`, late: t`En retard`, today: t`Aujourd’hui`, none: t`Aucun à faire` }
  const contactNames = { '': t`Peu importe`, never: t`Jamais`, 30: t`Il y a plus de 30 jours`, 90: t`Il y a plus de 90 jours` }
  const standNames = { '': t`Toutes les personnes présentes`, 'let-go': t`Lâcher prise`, archived: t`Archives`, deleted: t`Supprimées` }
  const choices = <T extends string>(names: Readonly<Record<T, string>>, order: readonly T[]) => order.map((value) => ({ value, label: names[value] }))
  const unknownPlace = filter.near !== '' && !placeNear(filter.near)
  const alikeTags = tags.filter((tag) => foldTight(tag).includes(foldTight(filter.tag)) && tag !== filter.tag).slice(0, 8)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t`Filtrer`}
      closeLabel={t`Fermer`}
      side="right"
      footer={
        <>
          <Button onClick={() => onFilter({ ...everyone, q: filter.q })}>
            <Trans>Tout effacer</Trans>
          </Button>
          <Button variant="solid" className="flex-1" onClick={onClose}>{t`Voir (${count})`}</Button>
        </>
      }
    >
      <div className="grid gap-5">
        <CityField label={t`Ville`} value={filter.city} onValue={(city) => set({ city })} own={cities} />
        <div className="grid grid-cols-[1fr_7.5rem] items-start gap-3">
          <CityField
            label={t`Près de`}
            value={filter.near}
            onValue={(near) => set({ near })}
            own={cities}
            error={unknownPlace ? t`Cette ville n’est pas dans le répertoire.` : undefined}
          />
          <SelectField
            label={t`Rayon`}
            value={String(filter.km)}
            onValue={(km) => set({ km: Number(km) })}
            choices={[...new Set([...distances, String(filter.km)])].map((value) => ({ value, label: `${value}\u00A0km` }))}
          />
        </div>
        <SelectField<Relationship | ''>
          label={t`Relation`}
          value={filter.relationship}
          onValue={(relationship) => set({ relationship })}
          choices={[{ value: '', label: t`Toutes` }, ...relationships.map((value) => ({ value, label: relationshipName(value, language) }))]}
        />
        <SuggestField
          label={t`Étiquette`}
          value={filter.tag}
          onValue={(tag) => set({ tag })}
          onPick={({ label }) => set({ tag: label })}
          suggestions={alikeTags.map((tag) => ({ id: tag, label: tag }))}
          countSentence={t`${plural(alikeTags.length, { one: '# suggestion', other: '# suggestions' })}`}
        />
        <SelectField
          label={t`Prochain pas`}
          value={filter.step}
          onValue={(step) => set({ step })}
          choices={choices<PeopleFilter['step']>(stepNames, ['', 'late', 'today', 'none'])}
        />
        <SelectField
          label={t`Dernier contact`}
          value={filter.contact}
          onValue={(contact) => set({ contact })}
          choices={choices<PeopleFilter['contact']>(contactNames, ['', 'never', '30', '90'])}
        />
        <SelectField
          label={t`Montrer`}
          value={filter.stand}
          onValue={(stand) => set({ stand })}
          choices={choices<PeopleFilter['stand']>(standNames, ['', 'let-go', 'archived', 'deleted'])}
        />
      </div>
    </Sheet>
  )
}
