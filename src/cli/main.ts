import type { Command } from './command.ts'
import { printed, Refused } from './say.ts'

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  demo: async () => (await import('./start.ts')).demo,
  import: async () => (await import('./import-command.ts')).importCommand,
  evidence: async () => (await import('./evidence.ts')).evidence,
  next: async () => (await import('./next.ts')).next,
  doctor: async () => (await import('./doctor.ts')).doctor,
  user: async () => (await import('./user.ts')).user,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  help: async () => async () => help(),
  version: async () => async () => {
    const { version } = await import('#server/app/start.ts')
    process.stdout.write(`${version}\n`)
    return 0
  },
}
const aliases: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' }

const help = (): number => {
  process.stdout.write(`entrain start                        ouvre Entrain · opens Entrain
entrain demo                         ouvre la journée de démonstration · opens the demonstration
entrain import people FILE           importe des personnes (--dry-run, --json) · imports people
                                     --provenance unknown | unproven-consent | pre-checked-box | collected-online | guessed-address | purchased-list
                                     --to-decide new | same | skip
entrain import activities FILE       importe des activités et des ventes passées · imports past activities and sales
                                     (--dry-run --json --map --member --ambiguous --zone --currency --let-go)
entrain import undo ID               annule une importation · takes an import back
entrain next --json                  qui contacter, et pourquoi (--limit --language) · who to contact, and why
entrain evidence --json              tous les chiffres du Bilan (--from --to --kind --source) · every figure of the Bilan
entrain user list                    qui entre ici · who enters here
entrain user link [WHO]              un nouveau lien d’entrée · a new entry link
entrain user password [WHO] [EMAIL]  donne un mot de passe (lu sur l’entrée) · sets a password (read from input)
entrain backup [FOLDER]              sauvegarde tout · backs everything up
entrain restore FOLDER               reprend une sauvegarde dans un dossier neuf · restores into a new folder
entrain doctor                       vérifie l’installation · checks the installation
entrain version · entrain help

Options: --port --host --data --database-url --url  (PORT, HOST, ENTRAIN_DATA, DATABASE_URL, ENTRAIN_URL)
`)
  return 0
}

const run = async ([first = 'help', ...words]: readonly string[]): Promise<number> => {
  const name = aliases[first] ?? first
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(
      `La commande «\u00A0${first}\u00A0» n’existe pas; «\u00A0entrain help\u00A0» les donne toutes.\nThere is no command “${first}”; “entrain help” lists them all.\n`,
    )
    return 2
  }
  return (await command())(words)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${printed(error)}\n`)
  process.exitCode = error instanceof Refused ? error.code : 1
}
