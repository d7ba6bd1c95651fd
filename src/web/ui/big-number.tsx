import type { ReactNode } from 'react'

type Props = {
  /** The figure that leads, already written for the person's language. */
  readonly number: string
  /** The headline beside it. */
  readonly headline: string
  /** A soft line below. */
  readonly below?: ReactNode | undefined
}

/** The number of the day as the hero of a screen; the headline must make sense without the figure. */
export function BigNumber({ number, headline, below }: Props) {
  return (
    <div className="flex items-end gap-x-5 max-[22rem]:flex-wrap">
      <span
        aria-hidden="true"
        className={`font-serif text-spruce shrink-0 leading-[0.8]! tracking-tight lining-nums ${number.length > 2 ? 'text-[5rem]' : number.length > 1 ? 'text-[6.5rem]' : 'text-[8.25rem]'}`}
      >
        {number}
      </span>
      <div className="min-w-0 pb-0.5">
        <h1 className="text-[1.8125rem] wide:text-[2.5rem]">{headline}</h1>
        {below && <p className="mt-1.5 text-[0.9375rem] text-soft wide:text-base">{below}</p>}
      </div>
    </div>
  )
}
