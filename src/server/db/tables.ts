/** The global tables that Kysely queries; tables of a workspace are read and written as records, by `rows.ts` and the stores. */
export type Tables = {
  readonly workspace: { readonly id: string; readonly name: string; readonly is_demo: boolean; readonly created_at: string }
}
