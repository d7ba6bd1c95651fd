import { Trans, useLingui } from '@lingui/react/macro'
import { UserPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Invitation, Member } from '#wire/identity/team.ts'
import { useLedger } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { ask } from './ask.ts'
import { AskedPart } from './asked-part.tsx'
import { InviteForm } from './invite-form.tsx'
import { InvitationList, MemberList } from './team-lists.tsx'
import { Refusal } from './sign-in-screen.tsx'
import { useAsked } from './use-asked.ts'
import { useFirstName } from './use-first-name.ts'
import { useOrder } from './use-order.ts'

/** Équipe: who shares these people, and who may invite others. */
export function TeamScreen() {
  const { t } = useLingui()
  const { workspace, connection } = useLedger()
  const members = useAsked<readonly Member[]>('/api/members')
  const { answer, reload } = members
  // Nothing of the page could be read: it is said once, for the whole of it.
  const isUnreachable = answer?.ok === false && answer.reason === 'no-network'
  const isOnline = connection === 'online'
  useEffect(() => {
    if (isOnline && isUnreachable) reload()
  }, [isOnline, isUnreachable, reload])
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t`Équipe`} below={workspace?.name} back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }} />
      {connection === 'offline' && answer?.ok && (
        <div className="mb-4">
          <ErrorNote happened={t`Vous êtes sans réseau.`} kept={t`Inviter ou changer un rôle en a besoin; tout le reste d’Entrain continue.`} />
        </div>
      )}
      <Members isOwner={workspace?.role === 'owner'} {...members} />
      {workspace?.role === 'owner' && !isUnreachable && <Invitations />}
    </div>
  )
}

type MembersProps = ReturnType<typeof useAsked<readonly Member[]>> & { readonly isOwner: boolean }

function Members({ isOwner, answer, reload }: MembersProps) {
  const { t } = useLingui()
  const { show } = useToast()
  useFirstName(answer?.ok ? answer.value.find(({ isYou }) => isYou)?.name : undefined, reload)
  const { busy, refusal, run } = useOrder()
  const [changing, setChanging] = useState('')
  const [leaving, setLeaving] = useState<Member | null>(null)
  const changeRole = async ({ id }: Member, role: Member['role']) => {
    if (!busy) setChanging(id)
    if (await run(() => ask('PATCH', `/api/members/${id}`, { role }))) show({ text: t`Le rôle est changé.` })
    reload()
  }
  const remove = async ({ id, isYou }: Member) => {
    setLeaving(null)
    if (!busy) setChanging(id)
    if (!(await run(() => ask('DELETE', `/api/members/${id}`)))) return
    if (isYou) location.replace('/')
    else {
      show({ text: t`Cette personne ne fait plus partie de l’équipe.` })
      reload()
    }
  }
  return (
    <Section
      title={t`Membres`}
      text={<Trans>Une personne propriétaire invite et retire; tout le monde partage les mêmes personnes et les mêmes suivis.</Trans>}
    >
      <AskedPart answer={answer} onAgain={reload}>
        {(members) => (
          <MemberList
            members={members}
            isOwner={isOwner}
            changing={busy ? changing : ''}
            onRole={(one, role) => void changeRole(one, role)}
            onRemove={setLeaving}
          />
        )}
      </AskedPart>
      {refusal && (
        <div className="mt-3">
          <Refusal sentence={refusal.sentence} />
        </div>
      )}
      <Confirm
        open={leaving !== null}
        danger
        title={leaving?.isYou ? t`Quitter l’équipe?` : t`Retirer ${leaving?.name ?? ''} de l’équipe?`}
        text={
          leaving?.isYou
            ? t`Vos appareils oublieront les données de l’équipe. Ce que vous avez noté y reste.`
            : t`Ses appareils oublieront les données de l’équipe. Ce qu’elle a noté reste.`
        }
        confirmLabel={leaving?.isYou ? t`Quitter` : t`Retirer`}
        cancelLabel={leaving?.isYou ? t`Rester` : t`Garder`}
        onConfirm={() => {
          if (leaving) void remove(leaving)
        }}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  )
}

function Invitations() {
  const { t } = useLingui()
  const { show } = useToast()
  const { answer, reload } = useAsked<readonly Invitation[]>('/api/invitations')
  const { busy, refusal, run } = useOrder()
  const [changing, setChanging] = useState('')
  const [inviting, setInviting] = useState(false)
  const takeBack = async ({ id }: Invitation) => {
    if (!busy) setChanging(id)
    if (await run(() => ask('DELETE', `/api/invitations/${id}`))) show({ text: t`L’invitation est retirée; son lien n’ouvre plus.` })
    reload()
  }
  return (
    <Section
      title={t`Invitations`}
      action={
        <Button size="small" variant="solid" icon={UserPlus} onClick={() => setInviting(true)}>
          <Trans>Inviter</Trans>
        </Button>
      }
    >
      <AskedPart answer={answer} onAgain={reload}>
        {(waiting) =>
          waiting.length === 0 ? (
            <p className="text-soft">
              <Trans>Aucune invitation n’attend de réponse.</Trans>
            </p>
          ) : (
            <InvitationList invitations={waiting} changing={busy ? changing : ''} onTakeBack={(one) => void takeBack(one)} />
          )
        }
      </AskedPart>
      {refusal && (
        <div className="mt-3">
          <Refusal sentence={refusal.sentence} />
        </div>
      )}
      <Sheet open={inviting} onClose={() => setInviting(false)} title={t`Inviter quelqu’un`} closeLabel={t`Fermer`}>
        <InviteForm onMade={reload} onClose={() => setInviting(false)} />
      </Sheet>
    </Section>
  )
}
