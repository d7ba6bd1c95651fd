/** Who asks, in which workspace: what every query and every decision needs. Made only by signing in or by an API key. */
export type Actor = {
  readonly workspaceId: string
  /** The id of the user: a member of the workspace. */
  readonly memberId: string
  readonly role: 'owner' | 'member'
}
