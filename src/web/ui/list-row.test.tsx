import { Check, Leaf, Plus } from 'lucide-react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { FloatingButton } from './floating-button.tsx'
import { IconButton } from './icon-button.tsx'
import { ListRow } from './list-row.tsx'
import './styles.css'

const people = Array.from({ length: 30 }, (_, n) => `Personne ${n + 1}`)
const pressed: string[] = []

function List() {
  return (
    <main className="px-4.5 pb-24">
      <ul>
        {people.map((name) => (
          <ListRow
            key={name}
            title={name}
            actionsBelow
            text="Rappeler, 24 novembre (il y a 4 jours) · « A demandé le prix. »"
            link={({ className, children }) => (
              <a href="#personne" className={className}>
                {children}
              </a>
            )}
            actions={
              <>
                <IconButton icon={Check} label={`Noter ${name}`} onClick={() => pressed.push(`note ${name}`)} />
                <IconButton icon={Leaf} label={`Lâcher prise pour ${name}`} onClick={() => pressed.push(`leaf ${name}`)} />
              </>
            }
          />
        ))}
      </ul>
      <FloatingButton icon={Plus} label="Noter une activité" onPress={() => pressed.push('plus')} />
    </main>
  )
}

test('on a phone the round button covers no control of a row, wherever the list stands', async () => {
  await page.viewport(390, 844)
  await render(<List />)
  const plus = page.getByRole('button', { name: 'Noter une activité' }).element().getBoundingClientRect()
  const controls = [...document.querySelectorAll('li button')].map((button) => button.getBoundingClientRect())
  expect(controls).toHaveLength(60)
  expect(controls.filter(({ right }) => right > plus.left)).toEqual([])
  expect(controls.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
  // The one that lies at its height is pressed where it is, and not the button.
  const beside = controls.findIndex(({ top, bottom }) => top < plus.bottom && bottom > plus.top)
  const { left, top, width, height } = controls[beside] as DOMRect
  const under = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 2))
  expect(under?.closest('button')?.getAttribute('aria-label')).toMatch(/^(Noter|Lâcher prise pour) Personne/)
})

test('on a desk the controls stay at the end of their row', async () => {
  await page.viewport(1280, 800)
  await render(<List />)
  const [row] = document.querySelectorAll('li')
  const { right, top, bottom } = [...(row as Element).querySelectorAll('button')].at(-1)?.getBoundingClientRect() ?? new DOMRect()
  const box = (row as Element).getBoundingClientRect()
  expect(box.right - right).toBeLessThan(60)
  expect(top).toBeGreaterThanOrEqual(box.top)
  expect(bottom).toBeLessThanOrEqual(box.bottom)
})
