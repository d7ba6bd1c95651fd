import { sql, type RawBuilder } from 'kysely'

/**
 * Whether something stands on the person `c` of a query, or on those merged into her: as `peopleWithFacts` of the method tells it.
 * What is seldom (enquiries, invitations, messages) has no index by person, and is read once for all of them.
 */
export const factStandsOn = (workspaceId: string): RawBuilder<boolean> => {
  const own = sql`workspace_id = ${workspaceId}::uuid`
  return sql<boolean>`exists (
    select 1 from (select c.id union all select m.id from contact m where m.${own} and m.merged_into = c.id) as who
    where exists (select 1 from sale s where s.${own} and s.contact_id = who.id and s.voided_at is null)
      or exists (
        select 1 from activity_contact n join activity a on a.workspace_id = n.workspace_id and a.id = n.activity_id
        where n.${own} and n.contact_id = who.id and a.voided_at is null)
      or who.id in (select contact_id from enquiry where ${own} and contact_id is not null)
      or who.id in (select contact_id from invitation where ${own})
      or who.id in (select contact_id from message where ${own} and state <> 'cancelled'))`
}
