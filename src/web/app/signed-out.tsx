import { lazy, Suspense } from 'react'

const SignInScreen = lazy(async () => ({ default: (await import('../identity/sign-in-screen.tsx')).SignInScreen }))

/** Nobody is signed in on this device: the door stands where the screen was, and the address stays. */
export function SignedOut() {
  return (
    <main id="contenu" className="px-4.5">
      <Suspense>
        <SignInScreen />
      </Suspense>
    </main>
  )
}
