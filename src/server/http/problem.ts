/** What stopped a request, as RFC 9457 problem details; `reason` is of a closed list that `language` puts in words. */
export class Problem extends Error {
  readonly status: number
  readonly reason: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, reason: string, details: Readonly<Record<string, unknown>> = {}) {
    super(reason)
    this.name = 'Problem'
    this.status = status
    this.reason = reason
    this.details = details
  }
}

/** The body of a problem, `application/problem+json`. */
export type ProblemBody = { readonly type: string; readonly title: string; readonly status: number; readonly reason: string } & Readonly<
  Record<string, unknown>
>

/** The problem as it travels; `title` is its sentence in the language of the one who asked. */
export const problemBody = ({ status, reason, details }: Problem, title: string): ProblemBody => ({
  ...details,
  type: `urn:entrain:problem:${reason}`,
  title,
  status,
  reason,
})

/** Someone else's, or nobody's: the two are answered alike, so that nothing tells them apart. */
export const notFound = (): Problem => new Problem(404, 'not-found')
