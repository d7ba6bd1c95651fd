import { Trans } from '@lingui/react/macro'
import { columnFields, type Mapping } from '#method/contact/mapping.ts'
import { columnNames } from '#language/import.ts'
import { useLanguage } from '../activity/use-language.ts'
import { FileColumns } from './file-columns.tsx'
import type { Heading } from './use-import-preview.ts'

type Props = { readonly heading: Heading; readonly onMapping: (mapping: Mapping) => void }

/** The columns of a file of people. */
export function MappingTable({ heading, onMapping }: Props) {
  const language = useLanguage()
  const choices = columnFields.map((value) => ({ value, label: columnNames[value][language] }))
  return (
    <FileColumns {...heading} {...{ choices, onMapping }}>
      <Trans>Changez ce qui n’est pas juste; votre choix sera retenu pour les fichiers qui ont les mêmes titres.</Trans>
    </FileColumns>
  )
}
