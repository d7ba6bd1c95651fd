import { Trans, useLingui } from '@lingui/react/macro'
import { Flag, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Challenge } from '#method/challenge/challenge.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { certificateOf, shareImage } from './certificate.ts'
import { ChallengeCard } from './challenge-card.tsx'
import { NewChallenge } from './new-challenge.tsx'
import { useChallenges } from './use-challenges.ts'

/** Défis: a list of activities over some days, alone; days off are neutral, a pause and an early end lose nothing (claim 7). */
export function ChallengesScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const language = useLanguage()
  const { today } = useNow()
  const { show } = useToast()
  const standings = useChallenges()
  const [making, setMaking] = useState(false)
  const put = (challenge: Omit<Challenge, 'memberId'>): boolean => {
    const written = write({ type: 'challenge.put', challenge })
    if (!written.ok) show({ text: refusalSentence(written.reason, language) })
    return written.ok
  }
  const change = (challenge: Omit<Challenge, 'memberId'>) => {
    const before = ledger.get('challenge', challenge.id)
    if (!put(challenge) || !before) return
    const { memberId: _memberId, ...was } = before
    show({ text: t`C’est noté.`, action: { label: t`Annuler`, onPress: () => void put(was) } })
  }
  const keep = async (challenge: Challenge) => {
    const file = await certificateOf(challenge, ledger.settings().firstName, language)
    if (file) await shareImage(file)
    else show({ text: t`Cet appareil n’a pas pu dessiner le certificat.` })
  }
  return (
    <>
      <PageHeader
        title={t`Défis`}
        below={<Trans>Des activités, un nombre de jours. Les congés sont neutres.</Trans>}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
        actions={
          <Button size="small" icon={Plus} onClick={() => setMaking(true)}>
            <Trans>Nouveau</Trans>
          </Button>
        }
      />
      {standings.length === 0 && (
        <EmptyState
          icon={Flag}
          title={t`Faites-en un défi`}
          text={t`21 jours, 20 par jour, ou 5 anciens clients par jour. Vous gardez le rythme; le défi s’adapte à vos congés.`}
          action={
            <Button variant="solid" onClick={() => setMaking(true)}>
              <Trans>Commencer un défi</Trans>
            </Button>
          }
        />
      )}
      <div className="grid gap-4 wide:grid-cols-2">
        {standings.map((standing) => (
          <ChallengeCard key={standing.challenge.id} {...standing} onChange={change} onKeep={(challenge) => void keep(challenge)} />
        ))}
      </div>
      <Sheet open={making} onClose={() => setMaking(false)} title={t`Nouveau défi`} closeLabel={t`Fermer`}>
        <NewChallenge
          today={today}
          calendar={ledger.calendar()}
          kinds={ledger.kinds()}
          onMade={(challenge) => {
            if (put({ ...challenge, id: newId() })) setMaking(false)
          }}
        />
      </Sheet>
    </>
  )
}
