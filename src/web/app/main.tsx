import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/styles.css'
import { router } from './router.tsx'
import { showTheme, storedTheme } from './theme.ts'
import { speak, storedLanguage } from './words.ts'

const place = document.getElementById('entrain')
if (!place) throw new Error('no place to show Entrain')

showTheme(storedTheme())
await speak(storedLanguage(), false)
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>
  </StrictMode>,
)
