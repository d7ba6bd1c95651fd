import './trusted-scripts.ts'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openLedger } from '../offline/ledger.ts'
import { bringWith } from '../ui/lazy-screen.ts'
import { RouterProvider } from '../ui/router.tsx'
import '../ui/styles.css'
import { Root } from './root.tsx'
import { openRouter } from './router.tsx'
import { showTheme, storedTheme } from './theme.ts'
import { bringWords, speakFirst } from './words.ts'

const place = document.getElementById('entrain')
if (!place) throw new Error('no place to show Entrain')

// A page older than the files of its server asks for screens that are gone: it takes the new version, once.
const reloaded = 'entrain-reloaded'
window.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem(reloaded)) return
  sessionStorage.setItem(reloaded, '1')
  location.reload()
})

showTheme(storedTheme())
bringWith(bringWords)
openLedger()
await speakFirst()
const router = openRouter()
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router}>
        <Root />
      </RouterProvider>
    </I18nProvider>
  </StrictMode>,
)
