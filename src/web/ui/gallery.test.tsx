import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Gallery } from './gallery.tsx'
import './styles.css'

test.each(['light', 'dark'] as const)('the living page of the components draws every one of them, accessible (%s)', async (theme) => {
  document.documentElement.dataset['theme'] = theme
  await page.viewport(390, 844)
  try {
    const { container } = await render(<Gallery />)
    expect(container.querySelectorAll('section').length).toBeGreaterThan(5)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
    const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  } finally {
    delete document.documentElement.dataset['theme']
  }
})
