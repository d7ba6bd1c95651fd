import { Trans, useLingui } from '@lingui/react/macro'
import { Archive, Copy, Pencil, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { templatePurposes, type Template, type TemplatePurpose } from '#method/message/template.ts'
import { defaultTemplates } from '#language/default-templates.ts'
import { refusalSentence } from '#language/refusals.ts'
import { templatePurposeNames } from '#language/template-purposes.ts'
import { useLanguage } from '../activity/use-language.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { TemplateForm } from './template-form.tsx'

/** Modèles de messages: one's own, and those that come with Entrain, to copy and change (claim 6). */
export function TemplatesScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [draft, setDraft] = useState<Template | null>(null)
  const { version } = ledger
  const own = useMemo(() => [...ledger.all('template').values()].filter(({ archived }) => !archived), [version])
  const put = (template: Template): boolean => {
    const written = write({ type: 'template.put', template })
    if (written.ok) written.saved.catch(() => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }))
    else show({ text: refusalSentence(written.reason, language) })
    return written.ok
  }
  const archive = (template: Template) => {
    const undo = () => void put({ ...template, archived: false })
    if (put({ ...template, archived: true })) show({ text: t`${template.name} est dans les archives.`, action: { label: t`Annuler`, onPress: undo } })
  }
  const blank: Template = { id: '', name: '', purpose: 'event', language, subject: '', body: '', archived: false }
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`Modèles de messages`}
        below={<Trans>Un point de départ, avec les détails de la personne. Vous relisez chaque message avant qu’il parte.</Trans>}
        back={{ label: t`Retour aux réglages`, link: (link) => <Link to="/reglages" {...link} /> }}
      />
      <Button icon={Plus} onClick={() => setDraft({ ...blank, id: newId() })}>
        <Trans>Nouveau modèle</Trans>
      </Button>
      {templatePurposes.map((purpose) => (
        <Purpose
          key={purpose}
          purpose={purpose}
          own={own}
          onEdit={setDraft}
          onCopy={(template) => setDraft({ ...template, id: newId() })}
          onArchive={archive}
        />
      ))}
      <Sheet open={draft !== null} onClose={() => setDraft(null)} title={t`Modèle`} closeLabel={t`Fermer`} side="right">
        {draft && (
          <TemplateForm
            key={draft.id}
            template={draft}
            onKeep={(template) => {
              if (put(template)) setDraft(null)
            }}
          />
        )}
      </Sheet>
    </div>
  )
}

type PurposeProps = {
  readonly purpose: TemplatePurpose
  readonly own: readonly Template[]
  readonly onEdit: (template: Template) => void
  readonly onCopy: (template: Template) => void
  readonly onArchive: (template: Template) => void
}

function Purpose({ purpose, own, onEdit, onCopy, onArchive }: PurposeProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const mine = own.filter((template) => template.purpose === purpose)
  const given = defaultTemplates
    .filter((template) => template.purpose === purpose)
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
  const tongue = (template: Template) => (template.language === 'fr' ? 'Français' : 'English')
  return (
    <Section title={templatePurposeNames[purpose][language]}>
      <ul>
        {mine.map((template) => (
          <ListRow
            key={template.id}
            title={<span lang={template.language}>{template.name}</span>}
            text={tongue(template)}
            actions={
              <>
                <IconButton icon={Pencil} label={t`Modifier ${template.name}`} onClick={() => onEdit(template)} />
                <IconButton icon={Archive} label={t`Archiver ${template.name}`} onClick={() => onArchive(template)} />
              </>
            }
          />
        ))}
        {given.map((template) => (
          <ListRow
            key={template.id}
            title={<span lang={template.language}>{template.name}</span>}
            text={
              <span className="inline-flex flex-wrap items-center gap-2">
                {tongue(template)}
                <Badge>
                  <Trans>Fourni</Trans>
                </Badge>
              </span>
            }
            actions={
              <Button size="small" icon={Copy} aria-label={t`Copier et changer ${template.name}`} onClick={() => onCopy(template)}>
                <Trans>Copier et changer</Trans>
              </Button>
            }
          />
        ))}
      </ul>
    </Section>
  )
}
