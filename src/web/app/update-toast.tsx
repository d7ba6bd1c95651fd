import { useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent } from 'react'
import { useToast } from '../ui/toast.tsx'

const hour = 3_600_000

/** Keeps the shell on the device, and offers a new version without imposing it. */
export function UpdateToast() {
  const { t } = useLingui()
  const { show } = useToast()
  const offer = useEffectEvent((update: () => void) =>
    show({ text: t`Une nouvelle version est prête.`, action: { label: t`Mettre à jour`, onPress: update }, lasts: 60_000 }),
  )
  useEffect(() => {
    if (!import.meta.env.PROD) return
    let timer: ReturnType<typeof setInterval> | undefined
    void import('virtual:pwa-register').then(({ registerSW }) => {
      const update = registerSW({
        onNeedRefresh: () => offer(() => void update()),
        onRegisteredSW: (_url, registration) => {
          timer = setInterval(() => void registration?.update().catch(() => undefined), hour)
        },
      })
    })
    return () => clearInterval(timer)
  }, [])
  return null
}
