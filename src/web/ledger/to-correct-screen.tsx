import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CircleCheckBig, Download } from 'lucide-react'
import type { Change, Operation } from '#method/ledger/operation.ts'
import { changeName } from '#language/changes.ts'
import { formatInstant } from '#language/format.ts'
import { refusalParts } from '#language/refusals.ts'
import { discardRefused, exportPending, retryRefused, useLedger, useNow, type LedgerView } from '../offline/ledger.ts'
import { useMissing } from '../offline/use-missing.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'

/** À corriger: what the server refused. Nothing is dropped, nothing is in the way (RELIABILITY B4). */
export function ToCorrectScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { missing, checked } = useMissing()
  return (
    <>
      <PageHeader
        title={t`À corriger`}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
        actions={
          (ledger.refused.length > 0 || ledger.pending > 0) && (
            <Button icon={Download} size="small" onClick={() => void exportPending()}>
              <Trans>Garder une copie</Trans>
            </Button>
          )
        }
      />
      {missing.length > 0 && (
        <Card aria-label={t`Jamais arrivés au serveur`} className="mb-4">
          <p className="font-semibold">
            <Plural
              value={missing.length}
              one="# changement noté sur cet appareil n’est jamais arrivé au serveur."
              other="# changements notés sur cet appareil ne sont jamais arrivés au serveur."
            />
          </p>
          <p className="mt-1 text-soft">
            <Trans>Ils ne sont plus ici non plus. Regardez votre journée et notez de nouveau ce qui manque.</Trans>
          </p>
          <Button size="small" className="mt-3" onClick={checked}>
            <Trans>J’ai vérifié</Trans>
          </Button>
        </Card>
      )}
      {ledger.refused.length > 0 || missing.length > 0 ? null : (
        <EmptyState
          icon={CircleCheckBig}
          title={t`Rien à corriger`}
          text={t`Tout ce que vous avez noté a été accepté, ou attend le réseau sur cet appareil.`}
        />
      )}
      {ledger.refused.length > 0 && (
        <ul className="grid gap-3">
          {ledger.refused.map(({ operation, reason }) => (
            <Refused key={operation.id} {...{ ledger, operation, reason }} />
          ))}
        </ul>
      )}
    </>
  )
}

const personOf = (change: Change, ledger: LedgerView): string => {
  const id = 'contactId' in change ? change.contactId : 'contactIds' in change ? change.contactIds[0] : 'keep' in change ? change.keep : null
  const typed = 'fields' in change && 'name' in change.fields ? change.fields.name : undefined
  return (id ? ledger.contact(id)?.name : undefined) ?? typed ?? ''
}

function Refused({
  ledger,
  operation,
  reason,
}: {
  readonly ledger: LedgerView
  readonly operation: Operation
  readonly reason: LedgerView['refused'][number]['reason']
}) {
  const { today } = useNow()
  const { language } = ledger.settings()
  const { happened, kept, todo } = refusalParts(reason, language)
  const person = personOf(operation.change, ledger)
  return (
    <li>
      <Card>
        <p className="text-[0.9375rem] text-soft">{formatInstant(operation.at, operation.zone, language, today)}</p>
        <h2 className="text-xl">{[changeName(operation.change, language), person].filter(Boolean).join(' · ')}</h2>
        <p className="mt-2 font-semibold">{happened}</p>
        <p className="text-soft">
          {kept} {todo}
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button size="small" variant="solid" onClick={() => void retryRefused(operation.id)}>
            <Trans>Essayer de nouveau</Trans>
          </Button>
          <Button size="small" variant="danger-quiet" onClick={() => void discardRefused(operation.id)}>
            <Trans>Abandonner cette note</Trans>
          </Button>
        </div>
      </Card>
    </li>
  )
}
