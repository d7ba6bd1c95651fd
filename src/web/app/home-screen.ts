/** What a device says of itself. */
export type DeviceSaid = { readonly userAgent: string; readonly maxTouchPoints: number; readonly isInstalled: boolean }

/** What this device says of itself; Safari has a word of its own for an app of the home screen. */
export const thisDevice = (): DeviceSaid => ({
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  isInstalled: matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true),
})

/** Whether Safari may erase what Entrain keeps here after seven days without a visit: an iPhone or an iPad, not installed (RELIABILITY B4, 8). */
export const mayBeErased = ({ userAgent, maxTouchPoints, isInstalled }: DeviceSaid): boolean =>
  // An iPad calls itself a Mac; no Mac has a touch screen.
  !isInstalled && (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1))
