/** Every place of Entrain that someone signed in can open; one person's card is asked for by its id. */
export const places: readonly string[] = [
  '/',
  '/suivis',
  '/personnes',
  '/personnes/importer',
  '/bilan',
  '/plus',
  '/recolte',
  '/reglages',
  '/reglages/objectif',
  '/reglages/calendrier',
  '/reglages/compte',
  '/reglages/equipe',
  '/a-corriger',
]
