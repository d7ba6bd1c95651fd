import { Trans, useLingui } from '@lingui/react/macro'
import type { Invitation, Member } from '#wire/identity/team.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWhen } from './use-when.ts'

type Role = Member['role']

/** The names of the roles in the person's language. */
export function useRoleNames(): Readonly<Record<Role, string>> {
  const { t } = useLingui()
  return { owner: t`Propriétaire`, member: t`Membre` }
}

type MembersProps = {
  readonly members: readonly Member[]
  readonly isOwner: boolean
  /** Whose row is being changed. */
  readonly changing: string
  readonly onRole: (member: Member, role: Role) => void
  readonly onRemove: (member: Member) => void
}

/** Everyone of the workspace; an owner sees what she may change. */
export function MemberList({ members, isOwner, changing, onRole, onRemove }: MembersProps) {
  const { t } = useLingui()
  const roles = useRoleNames()
  return (
    <ul>
      {members.map((one) => (
        <li key={one.id} className="grid gap-2 border-b border-line py-3 last:border-b-0">
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{one.name}</span>
            {one.isYou && (
              <Badge tone="spruce">
                <Trans>Vous</Trans>
              </Badge>
            )}
            {!isOwner && <span className="text-soft">{roles[one.role]}</span>}
          </div>
          {one.email && <p className="text-[0.9375rem] break-all text-soft">{one.email}</p>}
          {(isOwner || one.isYou) && (
            <div className="flex flex-wrap items-end gap-2">
              {isOwner && (
                <SelectField
                  label={t`Rôle de ${one.name}`}
                  labelHidden
                  hint={changing === one.id ? t`Un instant…` : undefined}
                  value={one.role}
                  onValue={(role) => onRole(one, role)}
                  className="min-w-44"
                  choices={[
                    { value: 'owner', label: roles.owner },
                    { value: 'member', label: roles.member },
                  ]}
                />
              )}
              {members.length > 1 && (
                <Button
                  size="small"
                  variant="danger-quiet"
                  busy={changing === one.id}
                  aria-label={one.isYou ? t`Quitter l’équipe` : t`Retirer ${one.name}`}
                  onClick={() => onRemove(one)}
                >
                  {one.isYou ? <Trans>Quitter l’équipe</Trans> : <Trans>Retirer</Trans>}
                </Button>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

type InvitationsProps = { readonly invitations: readonly Invitation[]; readonly changing: string; readonly onTakeBack: (invitation: Invitation) => void }

/** Invitations that await an answer. */
export function InvitationList({ invitations, changing, onTakeBack }: InvitationsProps) {
  const { t } = useLingui()
  const roles = useRoleNames()
  const when = useWhen()
  return (
    <ul>
      {invitations.map((one) => (
        <ListRow
          key={one.id}
          title={<span className="break-all">{one.email}</span>}
          text={
            <>
              {roles[one.role]}
              {' · '}
              <Trans>expire : {when(one.expiresAt)}</Trans>
            </>
          }
          actions={
            <Button
              size="small"
              variant="quiet"
              busy={changing === one.id}
              aria-label={t`Retirer l’invitation de ${one.email}`}
              onClick={() => onTakeBack(one)}
            >
              <Trans>Retirer</Trans>
            </Button>
          }
        />
      ))}
    </ul>
  )
}
