/** Why PostgreSQL cannot be had here. Each reason has its sentence below, French first. */
export type PostgresReason =
  | 'data-folder-in-use'
  | 'data-folder-not-open-yet'
  | 'data-folder-not-writable'
  | 'data-of-another-user'
  | 'data-of-another-version'
  | 'no-binaries'
  | 'binaries-not-readable'
  | 'no-unprivileged-user'
  | 'no-reachable-folder'
  | 'initdb-failed'
  | 'start-failed'
  | 'given-address-wrong'
  | 'given-server-unreachable'
  | 'given-server-version'
  | 'given-server-encoding'
  | 'given-user-is-app'
  | 'given-user-may-not-create-roles'
  | 'given-role-in-use'

type Facts = { readonly path?: string; readonly pid?: number; readonly found?: string; readonly wanted?: string; readonly detail?: string }
type Sentence = (facts: Facts) => { readonly fr: string; readonly en: string }

const sentences: Record<PostgresReason, Sentence> = {
  'data-folder-in-use': ({ path, pid }) => ({
    fr: `Entrain tourne déjà sur le dossier ${path} (processus ${pid}). Arrêtez-le d’abord, ou donnez un autre dossier avec ENTRAIN_DATA.`,
    en: `Entrain already runs on the folder ${path} (process ${pid}). Stop it first, or give another folder with ENTRAIN_DATA.`,
  }),
  'data-folder-not-open-yet': ({ path, detail }) => ({
    fr: `L’Entrain du dossier ${path} n’a pas encore ouvert sa base de données (${detail}). Attendez qu’il dise qu’il est prêt, puis recommencez.`,
    en: `The Entrain of the folder ${path} has not opened its database yet (${detail}). Wait until it says that it is ready, then try again.`,
  }),
  'data-folder-not-writable': ({ path, detail }) => ({
    fr: `Impossible d’écrire dans le dossier de données ${path} (${detail}).`,
    en: `The data folder ${path} cannot be written (${detail}).`,
  }),
  'data-of-another-user': ({ path, found, wanted }) => ({
    fr: `La base de ${path} appartient à l’utilisateur n° ${found}, et Entrain tourne sous le n° ${wanted}. Démarrez Entrain avec le même utilisateur qu’avant.`,
    en: `The database in ${path} belongs to user number ${found}, and Entrain runs as number ${wanted}. Start Entrain as the same user as before.`,
  }),
  'data-of-another-version': ({ path, found, wanted }) => ({
    fr: `La base de ${path} vient de PostgreSQL ${found}, et ce programme est PostgreSQL ${wanted}. Rien n’a été touché. Démarrez-la avec PostgreSQL ${found} (ENTRAIN_PG_BIN), sauvegardez, puis restaurez.`,
    en: `The database in ${path} comes from PostgreSQL ${found}, and this program is PostgreSQL ${wanted}. Nothing was touched. Start it with PostgreSQL ${found} (ENTRAIN_PG_BIN), back up, then restore.`,
  }),
  'no-binaries': ({ found }) => ({
    fr: `PostgreSQL n’est pas fourni pour cette machine (${found}). Donnez un serveur avec DATABASE_URL, ou un dossier de programmes avec ENTRAIN_PG_BIN.`,
    en: `PostgreSQL is not supplied for this machine (${found}). Give a server with DATABASE_URL, or a folder of programs with ENTRAIN_PG_BIN.`,
  }),
  'binaries-not-readable': ({ path, wanted }) => ({
    fr: `Les programmes de PostgreSQL dans ${path} ne peuvent pas être lus par l’utilisateur ${wanted}.`,
    en: `The PostgreSQL programs in ${path} cannot be read by the user ${wanted}.`,
  }),
  'no-unprivileged-user': () => ({
    fr: 'PostgreSQL refuse de tourner en administrateur (root), et aucun autre utilisateur n’existe dans /etc/passwd. Créez-en un, par exemple « postgres ».',
    en: 'PostgreSQL refuses to run as root, and no other user exists in /etc/passwd. Create one, for example “postgres”.',
  }),
  'no-reachable-folder': ({ path, wanted, detail }) => ({
    fr: `L’utilisateur ${wanted}, sous lequel PostgreSQL tourne, ne peut pas entrer dans ${path}, et /var/lib/entrain ne peut pas être créé (${detail}). Donnez un autre dossier avec ENTRAIN_DATA.`,
    en: `The user ${wanted}, under which PostgreSQL runs, cannot enter ${path}, and /var/lib/entrain cannot be made (${detail}). Give another folder with ENTRAIN_DATA.`,
  }),
  'initdb-failed': ({ path, detail }) => ({
    fr: `La base de données n’a pas pu être créée dans ${path} : ${detail}`,
    en: `The database could not be created in ${path}: ${detail}`,
  }),
  'start-failed': ({ path, detail }) => ({
    fr: `PostgreSQL n’a pas démarré (journal : ${path}) : ${detail}`,
    en: `PostgreSQL did not start (log: ${path}): ${detail}`,
  }),
  'given-address-wrong': () => ({
    fr: 'DATABASE_URL doit avoir la forme postgres://utilisateur:motdepasse@machine:5432/base.',
    en: 'DATABASE_URL must have the form postgres://user:password@machine:5432/database.',
  }),
  'given-server-unreachable': ({ detail }) => ({
    fr: `Le serveur de DATABASE_URL ne répond pas : ${detail}`,
    en: `The server of DATABASE_URL does not answer: ${detail}`,
  }),
  'given-server-version': ({ found }) => ({
    fr: `Le serveur de DATABASE_URL est PostgreSQL ${found}; Entrain demande une version de 15 à 18.`,
    en: `The server of DATABASE_URL is PostgreSQL ${found}; Entrain needs a version from 15 to 18.`,
  }),
  'given-server-encoding': ({ found }) => ({
    fr: `La base de DATABASE_URL est en ${found}; Entrain demande une base en UTF8.`,
    en: `The database of DATABASE_URL is in ${found}; Entrain needs a database in UTF8.`,
  }),
  'given-user-is-app': () => ({
    fr: 'DATABASE_URL doit nommer le propriétaire de la base, pas l’utilisateur entrain_app, qui est réservé aux requêtes.',
    en: 'DATABASE_URL must name the owner of the database, not the user entrain_app, which is kept for queries.',
  }),
  'given-user-may-not-create-roles': ({ found }) => ({
    fr: `L’utilisateur ${found} de DATABASE_URL ne peut pas préparer l’utilisateur entrain_app. Donnez-lui ce droit : ALTER ROLE ${found} CREATEROLE.`,
    en: `The user ${found} of DATABASE_URL may not prepare the user entrain_app. Give it that right: ALTER ROLE ${found} CREATEROLE.`,
  }),
  'given-role-in-use': ({ path }) => ({
    fr: `Un autre Entrain se sert déjà de l’utilisateur entrain_app sur ce serveur. Copiez ici son fichier ${path}.`,
    en: `Another Entrain already uses the user entrain_app on this server. Copy its file ${path} here.`,
  }),
}

/** An expected refusal: `fr` and `en` are whole sentences to print as they are. */
export class PostgresRefusal extends Error {
  readonly reason: PostgresReason
  readonly fr: string
  readonly en: string
  constructor(reason: PostgresReason, facts: Facts = {}) {
    const { fr, en } = sentences[reason](facts)
    super(`${fr}\n${en}`)
    this.name = 'PostgresRefusal'
    this.reason = reason
    this.fr = fr
    this.en = en
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
