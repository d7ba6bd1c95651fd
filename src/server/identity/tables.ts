import type { ColumnType, Generated } from 'kysely'

type MomentWithDefault = ColumnType<Date, Date | undefined, Date>

/** The identity tables that this folder reads or writes itself; the others belong to better-auth alone. */
export type IdentityTables = {
  readonly identityUser: {
    readonly id: Generated<string>
    readonly name: string
    readonly email: string
    readonly emailVerified: boolean
    readonly createdAt: MomentWithDefault
    readonly updatedAt: MomentWithDefault
  }
  readonly identitySession: {
    readonly id: string
    readonly userId: string
    readonly expiresAt: Date
    readonly createdAt: Date
    readonly updatedAt: Date
    readonly userAgent: string | null
    readonly ipAddress: string | null
  }
  readonly identityAccount: {
    readonly id: string
    readonly userId: string
    readonly providerId: string
    readonly accountId: string
    readonly password: string | null
    readonly updatedAt: Date
  }
  readonly identityPasskey: { readonly id: string; readonly userId: string }
  readonly identityApiKey: {
    readonly id: string
    readonly referenceId: string
    readonly name: string | null
    readonly start: string | null
    readonly enabled: boolean | null
    readonly lastRequest: Date | null
    readonly expiresAt: Date | null
    readonly createdAt: Date
    readonly permissions: string | null
    readonly metadata: string | null
  }
  readonly identityMember: {
    readonly workspaceId: string
    readonly userId: string
    readonly role: 'owner' | 'member'
    readonly createdAt: MomentWithDefault
    readonly removedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  readonly identityInvitation: {
    readonly id: Generated<string>
    readonly workspaceId: string
    readonly tokenHash: Buffer
    readonly email: string
    readonly role: 'owner' | 'member'
    readonly invitedBy: string
    readonly createdAt: MomentWithDefault
    readonly expiresAt: Date
    readonly acceptedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
    readonly revokedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  readonly identityEntryLink: { readonly tokenHash: Buffer; readonly userId: string; readonly expiresAt: Date }
  readonly workspace: { readonly id: string; readonly name: string; readonly isDemo: boolean }
}
