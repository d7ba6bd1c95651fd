import { useLingui } from '@lingui/react/macro'
import { CalendarDays, CalendarHeart, CircleAlert, Flag, History, Inbox, Route, Settings, ShieldCheck, Target, Upload, Users, Wheat } from 'lucide-react'
import { useLedger } from '../offline/ledger.ts'
import type { Path } from '../ui/address.ts'
import { Icon, type IconType } from '../ui/icon.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'

type Door = { readonly to: Path; readonly icon: IconType; readonly title: string; readonly text: string }

/** Plus: the places one visits now and then. */
export function MoreScreen() {
  const { t } = useLingui()
  const { refused } = useLedger()
  const doors: readonly Door[] = [
    ...(refused.length > 0
      ? [{ to: '/a-corriger' as const, icon: CircleAlert, title: t`À corriger`, text: t`Ce que le serveur n’a pas pu accepter, gardé ici.` }]
      : []),
    { to: '/evenements', icon: CalendarHeart, title: t`Événements`, text: t`Conférences, ateliers, salons : qui inviter, et qui vous y avez rencontré.` },
    { to: '/recolte', icon: Wheat, title: t`Récolte`, text: t`Les ventes du jour, de la semaine et du mois.` },
    { to: '/defis', icon: Flag, title: t`Défis`, text: t`Une liste d’activités, un nombre de jours, à votre rythme.` },
    { to: '/demandes', icon: Inbox, title: t`Demandes`, text: t`Ceux et celles qui vous écrivent : appelez d’abord.` },
    { to: '/plan', icon: Route, title: t`Plan`, text: t`De votre souhait à un plan d’activités, avec ce qu’il a de sûr.` },
    { to: '/reglages/objectif', icon: Target, title: t`Objectif`, text: t`Combien de personnes ou de gestes, par jour ou par semaine.` },
    { to: '/reglages/calendrier', icon: CalendarDays, title: t`Calendrier`, text: t`Jours travaillés, congés et vacances.` },
    { to: '/personnes/importer', icon: Upload, title: t`Importer des personnes`, text: t`Un fichier CSV ou des cartes vCard, avec un aperçu.` },
    {
      to: '/personnes/importer/activites',
      icon: History,
      title: t`Importer des activités passées`,
      text: t`Appels, courriels, rencontres et ventes d’un cahier, d’un tableur ou d’un autre outil.`,
    },
    { to: '/reglages', icon: Settings, title: t`Réglages`, text: t`Langue, apparence, suivis proposés, activités et offres.` },
    { to: '/reglages/compte', icon: ShieldCheck, title: t`Compte`, text: t`Mot de passe, appareils connectés, déconnexion.` },
    { to: '/reglages/equipe', icon: Users, title: t`Équipe`, text: t`Les personnes qui partagent vos contacts.` },
  ]
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t`Plus`} />
      <ul>
        {doors.map(({ to, icon, title, text }) => (
          <ListRow
            key={to}
            title={
              <span className="inline-flex items-center gap-3">
                <Icon of={icon} size={21} className="text-spruce" />
                {title}
              </span>
            }
            text={text}
            link={(link) => <Link to={to} {...link} />}
          />
        ))}
      </ul>
    </div>
  )
}
