import { Trans, useLingui } from '@lingui/react/macro'
import { ask } from '../identity/ask.ts'
import { AskedPart } from '../identity/asked-part.tsx'
import { CopyField } from '../identity/copy-field.tsx'
import { Refusal } from '../identity/sign-in-screen.tsx'
import { useAsked } from '../identity/use-asked.ts'
import { useOrder } from '../identity/use-order.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'

type Form = { readonly isOpen: boolean; readonly url: string | null; readonly isReachable: boolean }

/** The public form, off until it is opened: what is written there arrives here, with its clock (claim 5). */
export function FormPart() {
  const { t } = useLingui()
  const { answer, reload } = useAsked<Form>('/api/enquiry-form')
  const { busy, refusal, run } = useOrder()
  const order = async (method: 'POST' | 'DELETE') => {
    await run(() => ask(method, '/api/enquiry-form'))
    reload()
  }
  return (
    <Section title={t`Formulaire public`} text={<Trans>Une page simple, en français et en anglais, à mettre sur votre site ou dans votre signature.</Trans>}>
      <AskedPart answer={answer} onAgain={reload}>
        {({ isOpen, url, isReachable }) =>
          isOpen && url !== null ? (
            <div className="grid gap-3">
              {!isReachable && <NotReachable />}
              <CopyField label={t`Adresse du formulaire`} value={url} />
              <Button className="justify-self-start" busy={busy} onClick={() => void order('DELETE')}>
                <Trans>Fermer le formulaire</Trans>
              </Button>
            </div>
          ) : isReachable ? (
            <Button busy={busy} onClick={() => void order('POST')}>
              <Trans>Ouvrir le formulaire</Trans>
            </Button>
          ) : (
            <NotReachable />
          )
        }
      </AskedPart>
      {refusal && <Refusal sentence={refusal.sentence} />}
    </Section>
  )
}

// On one's own machine its address leads nobody else anywhere.
function NotReachable() {
  return (
    <p className="max-w-prose text-soft">
      <Trans>
        Pour l’instant, Entrain n’a une adresse que pour vous : personne d’autre ne pourrait ouvrir le formulaire. Il s’ouvrira quand Entrain aura une adresse
        publique (ENTRAIN_URL, dans le guide d’installation).
      </Trans>
    </p>
  )
}
