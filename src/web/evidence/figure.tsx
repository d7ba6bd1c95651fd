import { Trans } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { figureFormulas, figureTitles, type FigureName } from '#language/evidence-figures.ts'
import type { FigureTable as Table } from '#language/evidence-tables.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Card } from '../ui/card.tsx'
import { classes } from '../ui/classes.ts'
import { FigureTable } from './figure-table.tsx'

type Props = {
  readonly name: FigureName
  /** What the figure says, in one plain sentence. */
  readonly sentence: ReactNode
  /** Its n, and what is not known. */
  readonly note?: ReactNode | undefined
  readonly tables?: readonly Table[] | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode | undefined
}

/** One figure of the Bilan: its question, its answer in a sentence, the drawing, its n, the table and the formula behind it. */
export function Figure({ name, sentence, note, tables = [], className, children }: Props) {
  const language = useLanguage()
  const id = useId()
  return (
    <Card aria-labelledby={id} className={classes('mb-5 min-w-0 break-inside-avoid', className)}>
      <h2 id={id} className="text-[1.3125rem]">
        {figureTitles[name][language]}
      </h2>
      <div className="mt-2 text-[1.0625rem]">{sentence}</div>
      {children}
      {note && <p className="mt-3 text-soft">{note}</p>}
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)]" data-no-print>
        {tables.map((table) => (
          <Fold key={table.caption} title={<Trans>Voir le tableau</Trans>} about={table.caption}>
            <FigureTable table={table} />
          </Fold>
        ))}
        <Fold title={<Trans>Comment c’est calculé</Trans>} about={figureTitles[name][language]}>
          <p className="pb-2 text-soft">{figureFormulas[name][language]}</p>
        </Fold>
      </div>
    </Card>
  )
}

type FoldProps = { readonly title: ReactNode; readonly about: string; readonly children: ReactNode }

/** Something that waits to be asked for. */
export function Fold({ title, about, children }: FoldProps) {
  return (
    <details className="group">
      <summary className="flex min-h-11 items-center gap-2 text-[0.9375rem] font-medium text-spruce">
        <span aria-hidden="true" className="transition-transform duration-150 group-open:rotate-90">
          ›
        </span>
        <span>
          {title}
          <span className="sr-only">{` – ${about}`}</span>
        </span>
      </summary>
      {children}
    </details>
  )
}
