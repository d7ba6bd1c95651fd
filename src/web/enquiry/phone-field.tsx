import { useState } from 'react'
import { writtenPhone } from '#method/contact/phone.ts'
import { useLanguage } from '../activity/use-language.ts'
import { TextField } from '../ui/text-field.tsx'

type Props = { readonly label: string; readonly value: string; readonly onValue: (value: string) => void }

/** A telephone as it was read or typed, shown as all others are once it is left; what is no telephone stays to the letter. */
export function PhoneField({ label, value, onValue }: Props) {
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      type="tel"
      value={typed ?? writtenPhone(value, language)}
      onValue={(text) => {
        setTyped(text)
        onValue(text)
      }}
      onBlur={() => setTyped(null)}
      maxLength={60}
      autoComplete="off"
    />
  )
}
