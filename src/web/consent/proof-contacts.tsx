import { Trans, useLingui } from '@lingui/react/macro'
import { dayOf } from '#method/calendar/day.ts'
import { channelNames, groundNames } from '#language/consent-names.ts'
import { whySentence } from '#language/consent.ts'
import { capital } from '#language/language.ts'
import { messageSentence } from '#language/message-states.ts'
import { outcomeName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useNow } from '../offline/ledger.ts'
import { Section } from '../ui/section.tsx'
import { onPaper } from './on-paper.ts'
import type { ProofCall, ProofWriting } from './proof.ts'

/** What was written to her, each as it left, with what allowed it. */
export function Writings({ writings }: { readonly writings: readonly ProofWriting[] }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { zone } = useNow()
  return (
    <Section title={t`Ce qui lui a été écrit`}>
      {writings.length === 0 && (
        <p className="text-soft">
          <Trans>Aucun message noté ni envoyé.</Trans>
        </p>
      )}
      <ul>
        {writings.map(({ id, at, channel, to, subject, body, closing, state, ground, evidenceId }) => (
          <li key={id} className="border-b border-line py-3 last:border-b-0">
            <p className="font-semibold">{[onPaper(at, zone, language), channelNames[channel][language], to].filter(Boolean).join(' · ')}</p>
            <p className="text-[0.9375rem] text-soft">
              {[
                state === 'noted' ? t`Noté à la main` : messageSentence({ state, detail: '' }, language),
                ground === null ? t`sans motif au registre à ce moment` : capital(groundNames[ground][language]),
                evidenceId,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {subject !== '' && <p className="mt-1 wrap-anywhere">{subject}</p>}
            {body !== '' && <p className="mt-1 text-[0.9375rem] whitespace-pre-line wrap-anywhere">{body}</p>}
            {closing !== '' && <p className="mt-2 text-[0.9375rem] whitespace-pre-line wrap-anywhere text-soft">{closing}</p>}
          </li>
        ))}
      </ul>
      {writings.some(({ state, closing }) => state === 'sent' && closing === '') && (
        <p className="mt-3 text-[0.9375rem] text-soft">
          <Trans>Les courriels montrés sans ces lignes portaient aussi, au départ, qui écrit, l’adresse postale et comment ne plus en recevoir.</Trans>
        </p>
      )}
    </Section>
  )
}

/** The calls made to her, each with what the law said of it. */
export function Calls({ calls }: { readonly calls: readonly ProofCall[] }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { zone } = useNow()
  if (calls.length === 0) return null
  return (
    <Section title={t`Les appels que vous lui avez faits`}>
      <ul>
        {calls.map(({ id, at, outcome, evidenceId, why }) => (
          <li key={id} className="border-b border-line py-3 last:border-b-0">
            <p className="font-semibold">{[onPaper(at, zone, language), outcomeName(outcome, 'phone', language)].join(' · ')}</p>
            <p className="text-[0.9375rem] text-soft">
              {[whySentence(why, language, { zone, today: dayOf(at, zone) }), evidenceId].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
