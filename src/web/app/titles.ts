import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'

/** Names the document after its place, for the tab, the history and screen readers. */
export function useTitle(address: string): void {
  const { t } = useLingui()
  const titles: Readonly<Record<string, string>> = {
    '/': t`Aujourd’hui`,
    '/suivis': t`Suivis`,
    '/file': t`L’une après l’autre`,
    '/personnes': t`Personnes`,
    '/personnes/importer': t`Importer des personnes`,
    '/personnes/importer/activites': t`Importer des activités passées`,
    '/bilan': t`Bilan`,
    '/bilan/semaine': t`Rapport de la semaine`,
    '/revue': t`Votre semaine`,
    '/defis': t`Défis`,
    '/demandes': t`Demandes`,
    '/plan': t`Plan`,
    '/plus': t`Plus`,
    '/evenements': t`Événements`,
    '/recolte': t`Récolte`,
    '/reglages': t`Réglages`,
    '/reglages/qui-ecrit': t`Qui écrit`,
    '/reglages/courriel': t`Mon courriel`,
    '/reglages/objectif': t`Objectif`,
    '/reglages/calendrier': t`Calendrier`,
    '/reglages/modeles': t`Modèles de messages`,
    '/reglages/suites': t`Suites de suivis`,
    '/reglages/compte': t`Compte`,
    '/reglages/equipe': t`Équipe`,
    '/a-corriger': t`À corriger`,
    '/entrer': t`Entrer`,
    '/bienvenue': t`Bienvenue`,
  }
  // A slash at the end leads to the same place.
  const path = address.replace(/(?<=.)\/+$/, '')
  const title =
    titles[path] ??
    (path.endsWith('/preuve')
      ? t`Dossier de preuve`
      : path.startsWith('/personnes/')
        ? t`Fiche`
        : path.startsWith('/evenements/')
          ? t`Événement`
          : t`Cette page n’existe pas`)
  useEffect(() => {
    document.title = `${title} · Entrain`
  }, [title])
}
