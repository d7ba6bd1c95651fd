import { useLingui } from '@lingui/react/macro'

/** What to do about the code that a mail server left, in one sentence; empty when the sentence above says it all. */
export function useMailFault(): (detail: string) => string {
  const { t } = useLingui()
  return (detail) => {
    if (/^(eauth|smtp-53[0-9])$/.test(detail))
      return t`L’identifiant ou le mot de passe n’a pas été accepté. Certains fournisseurs veulent un mot de passe d’application.`
    if (/^(edns|enotfound)$/.test(detail)) return t`Ce serveur est introuvable : vérifiez son nom.`
    if (/^(etimedout|econnection|econnrefused|esocket)$/.test(detail)) return t`Ce serveur ne répond pas : vérifiez le port et la sécurité.`
    if (/^(etls|depth_zero|self_signed|cert)/.test(detail)) return t`La connexion sécurisée a échoué : essayez l’autre sorte de sécurité.`
    if (detail === '') return ''
    return t`Code du serveur : ${detail}`
  }
}
