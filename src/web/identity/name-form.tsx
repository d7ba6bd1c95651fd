import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Asked } from './ask.ts'
import { Refusal } from './sign-in-screen.tsx'
import { useOrder } from './use-order.ts'

type Props = { readonly name: string; readonly onSave: (name: string) => Promise<Asked<unknown>>; readonly onSaved: () => void }

/** The name by which the team sees someone. */
export function NameForm({ name, onSave, onSaved }: Props) {
  const { t } = useLingui()
  const { show } = useToast()
  const [typed, setTyped] = useState(name)
  const { busy, refusal, run } = useOrder()
  const save = async () => {
    if (!(await run(() => onSave(typed.trim())))) return
    show({ text: t`Votre nom est changé.` })
    onSaved()
  }
  return (
    <Section title={t`Votre nom`}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label={t`Nom`} hint={t`Celui que l’équipe verra.`} autoComplete="name" maxLength={100} required value={typed} onValue={setTyped} />
        {refusal && <Refusal sentence={refusal.sentence} />}
        {typed.trim() !== name && typed.trim() !== '' && (
          <div>
            <Button type="submit" variant="solid" busy={busy}>
              <Trans>Garder ce nom</Trans>
            </Button>
          </div>
        )}
      </form>
    </Section>
  )
}
