import { writtenDetails, details, type Detail } from '#method/message/details.ts'
import { useLanguage } from '../activity/use-language.ts'

/** The names of the details that a template can hold, in the language of the screen. */
export const useDetailNames = (): Readonly<Record<Detail, string>> => {
  const language = useLanguage()
  return Object.fromEntries(details.map((detail) => [detail, writtenDetails[detail][language]])) as Record<Detail, string>
}
