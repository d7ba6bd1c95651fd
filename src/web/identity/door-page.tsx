import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly text?: ReactNode | undefined; readonly children: ReactNode }

/** A page seen before being inside: the name of the house, one title, one thing to do. */
export function DoorPage({ title, text, children }: Props) {
  return (
    <div className="mx-auto grid max-w-md gap-5 pt-[max(2.5rem,env(safe-area-inset-top,0px))] pb-10">
      <p className="font-serif text-[1.625rem] text-spruce">Entrain</p>
      <div>
        <h1 className="text-[1.875rem] wide:text-[2.25rem]">{title}</h1>
        {text && <p className="mt-2 text-soft">{text}</p>}
      </div>
      {children}
    </div>
  )
}
