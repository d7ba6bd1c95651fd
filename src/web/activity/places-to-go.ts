import { useLingui } from '@lingui/react/macro'
import type { Path } from '../ui/address.ts'

/** Every place that one can ask for by its name. */
export const usePlacesToGo = (): readonly { readonly to: Path; readonly label: string }[] => {
  const { t } = useLingui()
  return [
    { to: '/', label: t`Aujourd’hui` },
    { to: '/suivis', label: t`Suivis` },
    { to: '/file', label: t`L’une après l’autre` },
    { to: '/personnes', label: t`Personnes` },
    { to: '/bilan', label: t`Bilan` },
    { to: '/plus', label: t`Plus` },
    { to: '/evenements', label: t`Événements` },
    { to: '/recolte', label: t`Récolte` },
    { to: '/defis', label: t`Défis` },
    { to: '/demandes', label: t`Demandes` },
    { to: '/plan', label: t`Plan` },
    { to: '/revue', label: t`Votre semaine` },
    { to: '/bilan/semaine', label: t`Rapport de la semaine` },
    { to: '/personnes/importer', label: t`Importer des personnes` },
    { to: '/personnes/importer/activites', label: t`Importer des activités passées` },
    { to: '/reglages', label: t`Réglages` },
    { to: '/reglages/objectif', label: t`Objectif` },
    { to: '/reglages/calendrier', label: t`Calendrier` },
    { to: '/reglages/modeles', label: t`Modèles de messages` },
    { to: '/reglages/suites', label: t`Suites de suivis` },
    { to: '/reglages/qui-ecrit', label: t`Qui écrit` },
    { to: '/reglages/courriel', label: t`Mon courriel` },
    { to: '/reglages/compte', label: t`Compte` },
    { to: '/reglages/equipe', label: t`Équipe` },
    { to: '/a-corriger', label: t`À corriger` },
  ]
}
