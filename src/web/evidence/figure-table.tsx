import type { FigureTable as Table } from '#language/evidence-tables.ts'
import { textOf } from '#language/figure-cells.ts'

type Props = {
  readonly table: Table
  /** Its words go to the next line rather than out of sight: for a table that is read whole, on a phone and on paper. */
  readonly wraps?: boolean | undefined
}

/** A figure as a table; wide ones scroll in their own frame, with the keyboard too. */
export function FigureTable({ table: { caption, columns, rows }, wraps = false }: Props) {
  const lines = wraps ? '' : 'whitespace-nowrap'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable without a finger
    <div role="group" aria-label={caption} tabIndex={0} className="max-h-96 overflow-auto pb-2 outline-offset-[-3px]">
      <table className="tabular w-full border-collapse text-[0.875rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th
                key={`${column}-${place}`}
                scope="col"
                className={`py-1.5 pr-4 align-bottom font-medium text-soft ${place === 0 ? 'text-left' : 'text-right'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], row) => (
            <tr key={`${textOf(name)}-${row}`} className="border-t border-line">
              <th scope="row" className={`py-1.5 pr-4 text-left align-top font-medium ${lines}`}>
                {textOf(name)}
              </th>
              {cells.map((cell, place) => (
                <td key={place} className={`py-1.5 pr-4 text-right align-top last:pr-0 ${lines}`}>
                  {textOf(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
