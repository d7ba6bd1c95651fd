const hour = 3_600_000
const mostRemembered = 10_000

/** Lets through so many an hour from one address, and through one form. */
export type Turnstile = { readonly lets: (address: string, form: string, now: number) => boolean }

/** Counts in memory: a restart forgets, which only a patient robot would notice. */
export const newTurnstile = ({ perAddress, perForm }: { readonly perAddress: number; readonly perForm: number }): Turnstile => {
  const passed = new Map<string, number[]>()
  const recent = (key: string, now: number): number[] => (passed.get(key) ?? []).filter((at) => now - at < hour)
  return {
    lets: (address, form, now) => {
      const own = recent(`a ${address}`, now)
      const all = recent(`f ${form}`, now)
      if (own.length >= perAddress || all.length >= perForm) return false
      if (passed.size > mostRemembered) passed.clear()
      passed.set(`a ${address}`, [...own, now])
      passed.set(`f ${form}`, [...all, now])
      return true
    },
  }
}
