import type { FigureTable as Table } from '#language/evidence-tables.ts'
import { textOf } from '#language/figure-cells.ts'

/** A figure as a table; wide ones scroll in their own frame, with the keyboard too. */
export function FigureTable({ table: { caption, columns, rows } }: { readonly table: Table }) {
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
              <th scope="row" className="py-1.5 pr-4 text-left font-medium whitespace-nowrap">
                {textOf(name)}
              </th>
              {cells.map((cell, place) => (
                <td key={place} className="py-1.5 pr-4 text-right whitespace-nowrap">
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
