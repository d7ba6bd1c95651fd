import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Session } from '#wire/identity/account.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { useToast } from '../ui/toast.tsx'
import { ask } from './ask.ts'
import { AskedPart } from './asked-part.tsx'
import { deviceName } from './device-name.ts'
import { Refusal } from './sign-in-screen.tsx'
import { useAsked } from './use-asked.ts'
import { useOrder } from './use-order.ts'
import { useWhen } from './use-when.ts'

/** The devices on which one is signed in. */
export function SessionsPart() {
  const { t } = useLingui()
  const { show } = useToast()
  const { answer, reload } = useAsked<readonly Session[]>('/api/sessions')
  const { busy, refusal, run } = useOrder()
  const [asked, setAsked] = useState('')
  const end = async (path: string, text: string) => {
    if (!busy) setAsked(path)
    if (await run(() => ask('DELETE', path))) show({ text })
    reload()
  }
  return (
    <Section title={t`Appareils connectés`}>
      <AskedPart answer={answer} onAgain={reload}>
        {(sessions) => (
          <>
            <SessionList sessions={sessions} ending={busy ? asked : ''} onEnd={(one) => void end(pathOf(one), t`Cet appareil est déconnecté.`)} />
            {sessions.length > 2 && (
              <Button
                variant="quiet"
                busy={busy && asked === '/api/sessions'}
                onClick={() => void end('/api/sessions', t`Les autres appareils sont déconnectés.`)}
              >
                <Trans>Déconnecter tous les autres</Trans>
              </Button>
            )}
          </>
        )}
      </AskedPart>
      {refusal && <Refusal sentence={refusal.sentence} />}
    </Section>
  )
}

const pathOf = ({ id }: Session): string => `/api/sessions/${id}`
type ListProps = { readonly sessions: readonly Session[]; readonly ending: string; readonly onEnd: (session: Session) => void }

/** Each device, the present one first. */
function SessionList({ sessions, ending, onEnd }: ListProps) {
  const { t } = useLingui()
  const when = useWhen()
  return (
    <ul>
      {sessions
        .toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
        .map((one) => {
          const name = deviceName(one.device) || t`Appareil inconnu`
          return (
            <ListRow
              key={one.id}
              title={name}
              text={
                <>
                  <Trans>Dernière fois : {when(one.lastUsedAt)}</Trans>
                  {one.address !== '' && ` · ${one.address}`}
                </>
              }
              actions={
                one.isCurrent ? (
                  <Badge tone="spruce">
                    <Trans>Cet appareil</Trans>
                  </Badge>
                ) : (
                  <Button size="small" variant="quiet" busy={ending === pathOf(one)} aria-label={t`Déconnecter ${name}`} onClick={() => onEnd(one)}>
                    <Trans>Déconnecter</Trans>
                  </Button>
                )
              }
            />
          )
        })}
    </ul>
  )
}
