import { Trans, useLingui } from '@lingui/react/macro'
import { Contact as Cards, Download, ListOrdered, Mail, MailPlus, PenLine, ShieldCheck } from 'lucide-react'
import type { Settings } from '#method/ledger/settings.ts'
import { refusalSentence } from '#language/refusals.ts'
import { downloadCards, downloadCsv } from '../contact/download.ts'
import { ReminderSettings } from '../day/reminder-settings.tsx'
import { useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { CadenceSettings } from './cadence-settings.tsx'
import { FirstName } from './first-name.tsx'
import { HourSettings } from './hour-settings.tsx'
import { HomeScreenCard } from './home-screen-card.tsx'
import { KindSettings } from './kind-settings.tsx'
import { OfferSettings } from './offer-settings.tsx'
import { StepSettings } from './step-settings.tsx'
import { showTheme } from './theme.ts'
import { speak } from './words.ts'
import { zoneChoices } from './zones.ts'

/** A change to one's own settings, written at once. */
export type SaveSettings = (fields: Partial<Omit<Settings, 'id'>>) => void

/** Réglages: each choice is kept as soon as it is made. */
export function SettingsScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const settings = ledger.settings()
  const save: SaveSettings = (fields) => {
    const written = write({ type: 'settings.put', fields })
    if (!written.ok) show({ text: refusalSentence(written.reason, settings.language) })
  }
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`Réglages`}
        below={<Trans>Chaque choix est gardé dès que vous le faites.</Trans>}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
      />
      <HomeScreenCard />
      <Look settings={settings} save={save} />
      <Here settings={settings} save={save} />
      <HourSettings hours={settings.hours} onSave={(hours) => save({ hours })} />
      <ReminderSettings reminders={settings.reminders} hours={settings.hours} onSave={(reminders) => save({ reminders })} />
      <StepSettings steps={settings.steps} language={settings.language} onSave={(steps) => save({ steps })} />
      <CadenceSettings cadences={settings.cadences} language={settings.language} onSave={(cadences) => save({ cadences })} />
      <KindSettings />
      <OfferSettings />
      <Copies />
      <p className="mt-10 flex flex-wrap gap-3">
        <Link to="/reglages/modeles" className={buttonClasses({})}>
          <Icon of={MailPlus} />
          <Trans>Modèles de messages</Trans>
        </Link>
        <Link to="/reglages/suites" className={buttonClasses({})}>
          <Icon of={ListOrdered} />
          <Trans>Suites de suivis</Trans>
        </Link>
        <Link to="/reglages/qui-ecrit" className={buttonClasses({})}>
          <Icon of={PenLine} />
          <Trans>Qui écrit</Trans>
        </Link>
        <Link to="/reglages/courriel" className={buttonClasses({})}>
          <Icon of={Mail} />
          <Trans>Mon courriel</Trans>
        </Link>
        <Link to="/reglages/compte" className={buttonClasses({})}>
          <Icon of={ShieldCheck} />
          <Trans>Compte et déconnexion</Trans>
        </Link>
      </p>
    </div>
  )
}

type Part = { readonly settings: Settings; readonly save: SaveSettings }

function Look({ settings, save }: Part) {
  const { t } = useLingui()
  return (
    <Section title={t`Langue et apparence`}>
      <div className="grid gap-4">
        <SegmentedControl
          label={t`Langue`}
          value={settings.language}
          onValue={(language) => {
            void speak(language)
            save({ language })
          }}
          choices={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SegmentedControl
          label={t`Apparence`}
          value={settings.theme}
          onValue={(theme) => {
            showTheme(theme)
            save({ theme })
          }}
          choices={[
            { value: 'system', label: t`Appareil` },
            { value: 'light', label: t`Clair` },
            { value: 'dark', label: t`Sombre` },
          ]}
        />
      </div>
    </Section>
  )
}

function Here({ settings, save }: Part) {
  const { t } = useLingui()
  return (
    <Section title={t`Vous`}>
      <div className="grid gap-4">
        <FirstName key={settings.firstName} value={settings.firstName} onSave={(firstName) => save({ firstName })} />
        <SelectField
          label={t`Fuseau horaire`}
          hint={t`Vos appareils suivent l’heure de l’endroit où vous êtes; ce fuseau sert au reste : fichiers importés, API, Bilan entier.`}
          value={settings.zone}
          onValue={(zone) => save({ zone })}
          choices={zoneChoices(settings.zone, settings.language)}
        />
        <SelectField
          label={t`Monnaie`}
          value={settings.currency}
          onValue={(currency) => save({ currency })}
          choices={[
            { value: 'CAD', label: t`Dollar canadien` },
            { value: 'USD', label: t`Dollar américain` },
            { value: 'EUR', label: t`Euro` },
          ]}
        />
        <SelectField
          label={t`La semaine commence le`}
          value={settings.weekStartsOn}
          onValue={(weekStartsOn) => save({ weekStartsOn })}
          choices={[
            { value: 'sunday', label: t`Dimanche` },
            { value: 'monday', label: t`Lundi` },
          ]}
        />
      </div>
    </Section>
  )
}

function Copies() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today, zone } = useNow()
  const { language } = ledger.settings()
  const people = ledger.people()
  return (
    <Section title={t`Vos données`} text={<Trans>Elles sont à vous : gardez-en une copie quand vous voulez.</Trans>}>
      <div className="flex flex-wrap gap-3">
        <Button icon={Download} onClick={() => downloadCsv(people, language, zone, t`personnes ${today}`)}>
          <Trans>Personnes, en CSV</Trans>
        </Button>
        <Button icon={Cards} onClick={() => downloadCards(people, zone, t`personnes ${today}`)}>
          <Trans>Personnes, en cartes vCard</Trans>
        </Button>
      </div>
    </Section>
  )
}
