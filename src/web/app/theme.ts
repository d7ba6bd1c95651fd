/** The look that a person chose; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

const place = 'entrain-theme'
const paper = { light: '#FBF7EF', dark: '#121A17' } as const

export const storedTheme = (): Theme => {
  const stored = localStorage.getItem(place)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Shows `theme`, colours the browser's own bar, and remembers it on this device for the next start. */
export function showTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  localStorage.setItem(place, theme)
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const isDark = bar.media.includes('dark')
    bar.content = theme === 'system' ? paper[isDark ? 'dark' : 'light'] : paper[theme]
  }
}
