import { useLingui } from '@lingui/react/macro'
import type { ContactFields } from '#method/contact/contact.ts'

export type FieldName = keyof ContactFields

/** What each field of a person is called. */
export const useFieldNames = (): Readonly<Record<FieldName, string>> => {
  const { t } = useLingui()
  return {
    name: t`Nom`,
    organisation: t`Organisation`,
    role: t`Fonction`,
    emails: t`Courriels`,
    phones: t`Téléphones`,
    city: t`Ville`,
    address: t`Adresse`,
    website: t`Site web`,
    birthday: t`Anniversaire`,
    language: t`Langue`,
    relationship: t`Relation`,
    tags: t`Étiquettes`,
    notes: t`Notes`,
    source: t`Comment vous vous êtes connus`,
    notNow: t`Pas maintenant`,
    country: t`Pays`,
    zone: t`Fuseau horaire`,
    line: t`Appels`,
    interests: t`Intérêts`,
    keepInTouch: t`Garder le contact`,
    sequence: t`Suite de suivis`,
  }
}
