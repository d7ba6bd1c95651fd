type Facts = Readonly<Record<string, string>>
type Sentences = (facts: Facts) => { readonly fr: string; readonly en: string }

const sentences = {
  'no-credential': ({ host }) => ({
    fr: `Entrain ne se laisse pas joindre de l’extérieur (HOST=${host}) sans mot de passe. Démarrez-le d’abord sans HOST, ouvrez le lien affiché et donnez-vous un mot de passe dans Réglages, Compte; ou lancez « entrain user password ».`,
    en: `Entrain does not let others reach it (HOST=${host}) without a password. Start it first without HOST, open the link shown and set a password in Settings, Account; or run “entrain user password”.`,
  }),
  'port-taken': ({ port }) => ({
    fr: `Le port ${port} est déjà pris. Donnez-en un autre avec PORT ou --port.`,
    en: `Port ${port} is already taken. Give another one with PORT or --port.`,
  }),
  'cannot-listen': ({ host, port, detail }) => ({
    fr: `Impossible d’écouter sur ${host}, port ${port} (${detail}). Vérifiez HOST et PORT.`,
    en: `Cannot listen on ${host}, port ${port} (${detail}). Check HOST and PORT.`,
  }),
} satisfies Readonly<Record<string, Sentences>>

/** Why Entrain does not start: `fr` and `en` are whole sentences to print as they are. */
export class StartRefusal extends Error {
  readonly reason: keyof typeof sentences
  readonly fr: string
  readonly en: string
  constructor(reason: keyof typeof sentences, facts: Facts = {}) {
    const given: Sentences = sentences[reason]
    const { fr, en } = given(facts)
    super(`${fr}\n${en}`)
    this.name = 'StartRefusal'
    this.reason = reason
    this.fr = fr
    this.en = en
  }
}
