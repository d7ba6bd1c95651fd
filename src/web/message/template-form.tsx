import { Trans, useLingui } from '@lingui/react/macro'
import { Check, CircleAlert } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { cleanLine } from '#method/contact/fold.ts'
import { details, writtenDetails, type Detail } from '#method/message/details.ts'
import { readTemplate, type TemplateFault } from '#method/message/read-template.ts'
import { templatePurposes, type Template } from '#method/message/template.ts'
import { templateFaultSentence } from '#language/template-faults.ts'
import { templatePurposeNames } from '#language/template-purposes.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TemplatePreview } from './template-preview.tsx'

type Props = { readonly template: Template; readonly onKeep: (template: Template) => void }
type Part = 'subject' | 'body'

/** Writes a template: details go in at the caret, what is wrong is shown where it is, and a real person tries it. */
export function TemplateForm({ template, onKeep }: Props) {
  const { t } = useLingui()
  const screenLanguage = useLanguage()
  const formId = useId()
  const [draft, setDraft] = useState(template)
  const [isAsked, setAsked] = useState(false)
  const place = useRef<{ readonly part: Part; readonly at: number }>({ part: 'body', at: template.body.length })
  const parts = useRef<Partial<Record<Part, HTMLInputElement | HTMLTextAreaElement>>>({})
  const faults = (['subject', 'body'] as const).flatMap((part) => readTemplate(draft[part]).faults.map((fault) => ({ ...fault, part })))
  const name = cleanLine(draft.name)
  const change = (fields: Partial<Template>) => setDraft({ ...draft, ...fields })

  const select = (part: Part, from: number, to: number) => {
    const field = parts.current[part]
    // Once the text is drawn: the selection of the old text would be lost with it.
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from, to)
    })
  }
  const insert = (detail: Detail) => {
    const { part, at } = place.current
    const text = draft[part]
    const here = Math.min(at, text.length)
    const written = `{${writtenDetails[detail][draft.language]}}`
    change({ [part]: text.slice(0, here) + written + text.slice(here) })
    place.current = { part, at: here + written.length }
    select(part, here + written.length, here + written.length)
  }
  const watch = (part: Part) => ({
    ref: (field: HTMLInputElement | HTMLTextAreaElement | null) => {
      if (field) parts.current[part] = field
    },
    onSelect: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      place.current = { part, at: currentTarget.selectionEnd ?? currentTarget.value.length }
    },
  })
  const keep = () => {
    setAsked(true)
    if (name !== '' && faults.length === 0) onKeep({ ...draft, name, subject: cleanLine(draft.subject) })
  }
  return (
    <div className="grid gap-5">
      <form
        id={formId}
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <TextField
          label={t`Nom du modèle`}
          value={draft.name}
          onValue={(value) => change({ name: value })}
          maxLength={200}
          autoComplete="off"
          error={isAsked && name === '' ? t`Donnez-lui un nom.` : undefined}
        />
        <SelectField
          label={t`Pour`}
          value={draft.purpose}
          onValue={(purpose) => change({ purpose })}
          choices={templatePurposes.map((value) => ({ value, label: templatePurposeNames[value][screenLanguage] }))}
        />
        <SegmentedControl
          label={t`Langue`}
          value={draft.language}
          onValue={(language) => change({ language })}
          choices={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        <TextField label={t`Objet`} value={draft.subject} onValue={(subject) => change({ subject })} maxLength={300} autoComplete="off" {...watch('subject')} />
        <TextArea label={t`Message`} value={draft.body} onValue={(body) => change({ body })} maxLength={20_000} rows={9} {...watch('body')} />
        <Faults faults={faults} draft={draft} onSelect={select} />
        <DetailChips language={draft.language} onInsert={insert} />
      </form>
      <TemplatePreview template={draft} />
      <SubmitButton
        form={formId}
        variant="next"
        size="large"
        wide
        icon={Check}
        missing={faults.length > 0 ? t`Corrigez d’abord ce qui est signalé plus haut.` : null}
      >
        <Trans>Garder le modèle</Trans>
      </SubmitButton>
    </div>
  )
}

function DetailChips({ language, onInsert }: { readonly language: 'fr' | 'en'; readonly onInsert: (detail: Detail) => void }) {
  const { t } = useLingui()
  const id = useId()
  return (
    <div>
      <p id={id} className="mb-1.5 font-semibold">
        <Trans>Ajouter un détail</Trans>
      </p>
      <div role="group" aria-labelledby={id} className="flex flex-wrap gap-2">
        {details.map((detail) => (
          <Chip
            key={detail}
            aria-label={t`Ajouter ${writtenDetails[detail][language]}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(detail)}
          >
            {`{${writtenDetails[detail][language]}}`}
          </Chip>
        ))}
      </div>
      <p className="mt-2 text-[0.9375rem] text-soft">
        <Trans>Entre crochets, un passage ne se dit que si le détail est connu :</Trans> {language === 'fr' ? '[ à {heure}]' : '[ at {time}]'}
      </p>
    </div>
  )
}

type Placed = TemplateFault & { readonly part: Part }
type FaultsProps = { readonly faults: readonly Placed[]; readonly draft: Template; readonly onSelect: (part: Part, from: number, to: number) => void }

function Faults({ faults, draft, onSelect }: FaultsProps) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <div role="status">
      {faults.length > 0 && (
        <ul className="grid gap-2 rounded-card border border-line bg-card p-4">
          {faults.map((fault) => {
            const { part, at, length } = fault
            const line = draft[part].slice(0, at).split('\n').length
            return (
              <li key={`${part} ${at}`} className="flex items-start gap-2.5">
                <Icon of={CircleAlert} size={20} className="mt-0.5 text-danger" />
                <button type="button" className="min-h-11 min-w-0 flex-1 text-left" onClick={() => onSelect(part, at, at + length)}>
                  <span className="block font-semibold">{part === 'subject' ? t`Objet` : t`Message, ligne ${line}`}</span>
                  <span className="block text-[0.9375rem] underline underline-offset-4 wrap-anywhere">{templateFaultSentence(fault, language)}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
