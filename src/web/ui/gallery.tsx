import {
  BatteryMedium,
  CalendarCheck,
  CalendarClock,
  ChartNoAxesColumn,
  Check,
  ChevronDown,
  ChevronRight,
  Clock,
  Contact,
  Ellipsis,
  Mail,
  Megaphone,
  MessageCircle,
  Moon,
  Phone,
  PhoneMissed,
  Plus,
  Sun,
  Trash2,
  Users,
  Voicemail,
  Wheat,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Badge } from './badge.tsx'
import { BigNumber } from './big-number.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Chip } from './chip.tsx'
import { Confirm } from './confirm.tsx'
import { DateField } from './date-field.tsx'
import { type Dot, DotPath } from './dot-path.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorNote } from './error-note.tsx'
import { FloatingButton } from './floating-button.tsx'
import { IconButton } from './icon-button.tsx'
import { KeyHint } from './key-hint.tsx'
import { KindTile, KindTiles } from './kind-tile.tsx'
import { ListRow } from './list-row.tsx'
import { NavBar, type NavPlace } from './nav-bar.tsx'
import { PageHeader } from './page-header.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { SearchField } from './search-field.tsx'
import { Section } from './section.tsx'
import { SegmentedControl } from './segmented-control.tsx'
import { SelectField } from './select-field.tsx'
import { Sheet } from './sheet.tsx'
import { SuggestField } from './suggest-field.tsx'
import { Switch } from './switch.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'
import { ToastProvider, useToast } from './toast.tsx'

const call: Dot = { icon: Phone, hue: 'spruce', label: 'Appel' }
const mail: Dot = { icon: Mail, hue: 'blue', label: 'Courriel' }
const path = [call, call, call, mail, call, call, call, call, mail, call, call, call, mail, call, call, mail, call]
const places: readonly NavPlace[] = [
  { href: '#today', label: 'Aujourd’hui', icon: Sun, current: true, count: { value: 3, sentence: '3 personnes à joindre' } },
  { href: '#follow', label: 'Suivis', icon: CalendarClock, current: false, count: { value: 12, sentence: '12 suivis' } },
  { href: '#people', label: 'Personnes', icon: Contact, current: false },
  { href: '#review', label: 'Bilan', icon: ChartNoAxesColumn, current: false },
  { href: '#more', label: 'Plus', icon: Ellipsis, current: false },
]
const people = ['Nathalie Gagnon', 'Nadia Côté', 'Marc-André Pelletier', 'Sylvie Tremblay']

/** The living page of the components, with invented names; for development only. */
export function Gallery() {
  return (
    <ToastProvider regionLabel="Messages" dismissLabel="Fermer le message">
      <NavBar label="Navigation" places={places} brand="Entrain" link={(link) => <a {...link} />} below={<SideSearch />} />
      <main className="mx-auto max-w-3xl px-5 pb-[calc(var(--nav-height)+5rem)] wide:pl-66 wide:pr-6 wide:max-w-5xl">
        <Scenes />
      </main>
    </ToastProvider>
  )
}

function SideSearch() {
  return (
    <button type="button" className="flex min-h-11 w-full items-center justify-between rounded-full border border-line bg-card px-4 text-[0.9375rem] text-soft">
      Chercher, noter <KeyHint keys="Ctrl K" />
    </button>
  )
}

function Scenes() {
  return (
    <>
      <ThemeSwitch />
      <BigNumber number="3" headline="Plus que trois personnes" below="17 faites sur 20. À ce rythme, vers 15 h 10." />
      <div className="mt-7">
        <DotPath done={path} total={20} sentence="17 activités faites sur 20 : 13 appels, 4 courriels. Il en reste 3." />
      </div>
      <NextPerson />
      <Tiles />
      <Actions />
      <Fields />
      <Lists />
    </>
  )
}

function ThemeSwitch() {
  const root = document.documentElement
  const toggle = () => {
    root.dataset['theme'] = root.dataset['theme'] === 'dark' ? 'light' : 'dark'
  }
  return (
    <div className="flex items-center justify-between py-4">
      <p className="font-semibold">Lundi 23 novembre</p>
      <div className="flex gap-2">
        <Chip icon={BatteryMedium} tone="soft">
          Énergie
        </Chip>
        <IconButton icon={Moon} label="Changer de thème" variant="outline" onClick={toggle} />
      </div>
    </div>
  )
}

function NextPerson() {
  return (
    <Card className="mt-6" aria-labelledby="next-name">
      <div className="flex justify-between text-[0.9375rem] text-soft">
        <span>La prochaine</span>
        <span>
          5<sup>e</sup> contact
        </span>
      </div>
      <h2 id="next-name" className="mt-1 text-[1.625rem]">
        Nathalie Gagnon
      </h2>
      <p className="text-[0.9375rem] text-soft">Cliente potentielle · Drummondville</p>
      <p className="mt-4 font-semibold">Vous lui avez promis un appel pour aujourd’hui.</p>
      <blockquote className="mt-1.5 border-l-3 border-line pl-2.5 text-[0.9375rem] text-soft">
        « On s’en reparle après mon lancement. »
        <br />
        12 novembre, 14 h 30
      </blockquote>
      <div className="mt-5 grid grid-cols-[1.5fr_1fr_1fr] gap-2">
        <Button variant="next" icon={Phone}>
          Appeler
        </Button>
        <IconButton variant="outline" icon={Mail} label="Courriel" className="min-h-12" />
        <IconButton variant="outline" icon={MessageCircle} label="Texto" className="min-h-12" />
      </div>
      <div className="-mx-2 mt-3 -mb-2 flex justify-between">
        <Button variant="quiet" size="small" icon={Clock} className="px-2!">
          Plus tard
        </Button>
        <Button variant="quiet" size="small" iconAfter={ChevronRight} className="px-2!">
          Voir la fiche
        </Button>
      </div>
    </Card>
  )
}

function Tiles() {
  const { show } = useToast()
  const noted = (text: string) => () => show({ text: `${text} : noté.`, action: { label: 'Annuler', onPress: () => undefined } })
  return (
    <div className="mt-5">
      <KindTiles label="Noter une activité">
        <KindTile icon={Phone} hue="spruce" label="Appel" onPress={noted('Appel')} />
        <KindTile icon={Mail} hue="blue" label="Courriel" onPress={noted('Courriel')} />
        <KindTile icon={MessageCircle} hue="violet" label="Texto" onPress={noted('Texto')} />
        <KindTile icon={CalendarCheck} hue="rose" label="Rendez-vous" onPress={noted('Rendez-vous')} />
        <KindTile icon={Users} hue="ochre" label="Réseautage" onPress={noted('Réseautage')} />
        <KindTile icon={Megaphone} hue="slate" label="Publication" onPress={noted('Publication')} />
      </KindTiles>
      <Card tone="wheat" padding="snug" className="mt-4 flex items-center justify-between text-wheat">
        <span className="flex items-center gap-2.5 font-semibold">
          <Wheat aria-hidden="true" size={20} strokeWidth={1.9} />
          Récolte du jour
        </span>
        <ChevronDown aria-hidden="true" size={20} strokeWidth={1.9} />
      </Card>
      <FloatingButton icon={Plus} label="Noter" onPress={noted('Activité')} />
    </div>
  )
}

function Actions() {
  const [sheet, setSheet] = useState<'outcome' | 'side' | 'confirm'>()
  const close = () => setSheet(undefined)
  return (
    <Section title="Boutons et feuilles" text="Un seul bouton corail par écran.">
      <Row>
        <Button variant="solid" onClick={() => setSheet('outcome')}>
          Ouvrir la feuille
        </Button>
        <Button onClick={() => setSheet('side')}>À droite</Button>
        <Button variant="quiet">Discret</Button>
        <Button variant="danger-quiet" icon={Trash2} onClick={() => setSheet('confirm')}>
          Effacer…
        </Button>
        <Button variant="solid" disabled>
          Inactif
        </Button>
      </Row>
      <Sheet open={sheet === 'outcome'} onClose={close} closeLabel="Fermer" above="Appel à Nathalie Gagnon · 14 h 02 · 4 min" title="Comment ça s’est passé?">
        <Outcome />
      </Sheet>
      <Sheet
        open={sheet === 'side'}
        onClose={close}
        closeLabel="Fermer"
        side="right"
        title="Une fiche"
        footer={
          <Button variant="solid" wide onClick={close}>
            Garder
          </Button>
        }
      >
        <p className="text-soft">Le contenu défile, le pied reste.</p>
      </Sheet>
      <Confirm
        open={sheet === 'confirm'}
        title="Effacer cette note?"
        text="La note disparaît de tous vos appareils. Les activités restent."
        confirmLabel="Effacer"
        cancelLabel="Garder"
        danger
        onConfirm={close}
        onCancel={close}
      />
    </Section>
  )
}

function Outcome() {
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-2.5">
        <Button variant="next" size="large" icon={Check}>
          Jointe
        </Button>
        <Button size="large" icon={Voicemail} className="px-3!">
          Message laissé
        </Button>
        <Button size="large" icon={PhoneMissed} className="px-3!">
          Pas de réponse
        </Button>
        <Button size="large" icon={CalendarCheck} className="px-3!">
          Rendez-vous
        </Button>
      </div>
      <Row>
        <Chip>Pas maintenant…</Chip>
        <Chip>Non, merci</Chip>
        <Chip icon={Wheat} tone="wheat">
          Vente
        </Chip>
        <Chip pressed>Note</Chip>
      </Row>
      <Card padding="snug" className="flex items-center justify-between gap-3">
        <p>
          <span className="block text-[0.9375rem] text-soft">Prochain pas proposé</span>
          <strong className="font-semibold">Rappeler lundi 30 novembre</strong>
        </p>
        <Chip>Changer</Chip>
      </Card>
    </div>
  )
}

function Fields() {
  const [text, setText] = useState('')
  const [name, setName] = useState('Na')
  const [note, setNote] = useState('On s’en reparle après mon lancement.')
  const [rhythm, setRhythm] = useState<'week' | 'month'>('week')
  const [on, setOn] = useState(true)
  const [day, setDay] = useState('2026-11-30')
  const found = people.filter((each) => each.toLowerCase().includes(name.toLowerCase())).map((label) => ({ id: label, label, detail: 'Drummondville' }))
  return (
    <Section title="Champs">
      <div className="grid gap-5 wide:grid-cols-2">
        <TextField label="Prénom" hint="Celui que vous utilisez au téléphone." value={text} onValue={setText} />
        <TextField label="Courriel" type="email" value="nathalie@" onValue={setText} error="Il manque la fin de l’adresse, après le @." />
        <SuggestField
          label="À qui?"
          value={name}
          onValue={setName}
          suggestions={name ? found : []}
          onPick={(pick) => setName(pick.label)}
          countSentence={`${found.length} personnes`}
          create={{ label: `Ajouter « ${name} »`, onCreate: () => undefined }}
        />
        <SearchField label="Chercher une personne" clearLabel="Vider" value={text} onValue={setText} className="self-end" />
        <SelectField
          label="Relation"
          value="potential"
          onValue={() => undefined}
          choices={[
            { value: 'potential', label: 'Cliente potentielle' },
            { value: 'client', label: 'Cliente' },
          ]}
        />
        <DateField label="Rappeler le" value={day} onValue={setDay} />
        <TextArea label="Note" value={note} onValue={setNote} />
        <div>
          <SegmentedControl
            label="Période"
            value={rhythm}
            onValue={setRhythm}
            choices={[
              { value: 'week', label: 'Semaine' },
              { value: 'month', label: 'Mois' },
            ]}
          />
          <div className="mt-2">
            <Switch label="Partager mes chiffres" hint="Votre coach voit les nombres, jamais les noms." on={on} onChange={setOn} />
          </div>
          <Switch label="Rappels du matin" on={!on} onChange={(next) => setOn(!next)} />
        </div>
      </div>
    </Section>
  )
}

function Lists() {
  return (
    <>
      <Section
        title="Ensuite"
        action={
          <Badge tone="spruce" icon={Check}>
            0 personne sans suite
          </Badge>
        }
      >
        <ul>
          <ListRow
            hue="spruce"
            title="Marc-André Pelletier"
            text="A écrit ce matin à 9 h 12 : « Offrez-vous encore le forfait? »"
            end="appeler d’abord"
            link={(link) => <a href="#marc" {...link} />}
          />
          <ListRow
            hue="blue"
            title="Sylvie Tremblay"
            text="Habite à 3 km de votre conférence du 28 janvier."
            end="courriel permis"
            link={(link) => <a href="#sylvie" {...link} />}
          />
          <ListRow hue="ochre" title="Ginette Lavoie" text="Rencontrée jeudi au 5 à 7." actions={<IconButton icon={Check} label="Fait" />} />
        </ul>
      </Section>
      <Section title="Défi de 21 jours" text="Jour 13, 11 gagnés.">
        <ProgressBar value={11} max={21} label="Défi" sentence="11 jours gagnés sur 21" />
      </Section>
      <Section title="États">
        <Row>
          <Badge>3 en attente</Badge>
          <Badge tone="wheat" icon={Wheat}>
            550 $
          </Badge>
          <KeyHint keys="N" />
        </Row>
        <div className="mt-4">
          <ErrorNote
            happened="L’importation s’est arrêtée à la ligne 212."
            kept="Rien n’a été écrit; votre fichier est intact."
            todo={<Button size="small">Voir la ligne</Button>}
          />
        </div>
        <EmptyState
          icon={Contact}
          title="Qui connaissez-vous déjà?"
          text="Tapez trois noms : la liste d’aujourd’hui sera prête."
          action={
            <Button variant="solid" icon={Plus}>
              Ajouter un nom
            </Button>
          }
        />
        <PageHeader
          title="Bilan"
          below="Novembre 2026"
          actions={<Chip iconAfter={ChevronDown}>12 mois</Chip>}
          back={{ label: 'Retour', link: (link) => <a href="#back" {...link} /> }}
        />
      </Section>
    </>
  )
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2.5">{children}</div>
}
