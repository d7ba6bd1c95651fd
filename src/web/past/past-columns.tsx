import { Trans } from '@lingui/react/macro'
import { pastFields } from '#method/past/past-columns.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { PastHeading } from '#wire/past/past-file.ts'
import { pastFieldNames } from '#language/past.ts'
import { useLanguage } from '../activity/use-language.ts'
import { FileColumns } from '../contact/file-columns.tsx'

type Props = { readonly heading: PastHeading; readonly onMapping: (mapping: PastMapping) => void; readonly isOpen?: boolean }

/** The columns of a file of past activities. */
export function PastColumns({ heading, onMapping, isOpen }: Props) {
  const language = useLanguage()
  const choices = pastFields.map((value) => ({ value, label: pastFieldNames[value][language] }))
  return (
    <FileColumns {...heading} {...{ choices, onMapping, isOpen }}>
      <Trans>Changez ce qui n’est pas juste; le fichier est relu aussitôt.</Trans>
    </FileColumns>
  )
}
