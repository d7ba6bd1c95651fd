import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock, Leaf, RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import type { Day } from '#method/calendar/day.ts'
import { isPresent, type Contact } from '#method/contact/contact.ts'
import { touchNumber } from '#method/follow-up/cadence.ts'
import { formatDistance } from '#language/format.ts'
import { letGoName, nextStepSentence } from '#language/sentences.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { useLedger } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { LetGoSheet } from '../follow-up/let-go-sheet.tsx'
import { StepSheet } from '../follow-up/step-sheet.tsx'
import { useStepChanges } from '../follow-up/use-step-changes.ts'
import { TouchNumber } from '../next/touch-number.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type Props = { readonly contact: Contact; readonly today: Day; readonly kinds: readonly Kind[] }

/** What comes next with someone, to move or to let go (claim 4). */
export function NextStepCard({ contact, today, kinds }: Props) {
  const { t } = useLingui()
  const id = useId()
  const language = useLanguage()
  const calendar = useLedger().calendar()
  const { setStep, letGo } = useStepChanges(language, today)
  const [gesture, setGesture] = useState<'move' | 'let-go' | null>(null)
  const lawful = useLawfulStep()
  const { nextStep } = contact
  if (!isPresent(contact)) return null
  return (
    <Card aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-3 text-[0.9375rem] text-soft">
        <h2 id={id} className="font-medium">
          {contact.letGo ? <Trans>Lâcher prise</Trans> : <Trans>Prochain pas</Trans>}
        </h2>
        {nextStep && <TouchNumber touch={touchNumber(contact)} />}
      </div>
      {nextStep && (
        <p className="mt-1 text-[1.0625rem] font-semibold">
          {nextStepSentence(lawful(contact, nextStep), language, today, kinds)}
          {nextStep.due < today && <span className="font-normal text-soft"> ({formatDistance(nextStep.due, today, language)})</span>}
        </p>
      )}
      {nextStep?.promised && (
        <p className="text-soft">
          <Trans>Vous le lui avez promis.</Trans>
        </p>
      )}
      {nextStep?.note && <p className="mt-1 wrap-anywhere">{nextStep.note}</p>}
      {contact.letGo && <p className="mt-1 text-[1.0625rem] font-semibold">{letGoName(contact.letGo.reason, language)}</p>}
      {contact.letGo?.note && <p className="wrap-anywhere">{contact.letGo.note}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" icon={contact.letGo ? RotateCcw : CalendarClock} onClick={() => setGesture('move')}>
          {contact.letGo ? t`Reprendre` : t`Déplacer`}
        </Button>
        {!contact.letGo && (
          <Button size="small" variant="quiet" icon={Leaf} onClick={() => setGesture('let-go')}>
            <Trans>Lâcher prise</Trans>
          </Button>
        )}
      </div>
      <StepSheet
        contact={gesture === 'move' ? contact : null}
        {...{ today, language, calendar }}
        onClose={() => setGesture(null)}
        onChoose={(step) => {
          setStep(contact, step)
          setGesture(null)
        }}
      />
      <LetGoSheet
        contact={gesture === 'let-go' ? contact : null}
        language={language}
        onClose={() => setGesture(null)}
        onChoose={(reason) => {
          letGo(contact, reason)
          setGesture(null)
        }}
      />
    </Card>
  )
}
