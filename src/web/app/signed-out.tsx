import { later } from '../ui/later.tsx'

const SignInScreen = later<'SignInScreen', object>(
  () => import('../identity/sign-in-screen.tsx'),
  'SignInScreen',
  () => true,
)

/** Nobody is signed in on this device: the door stands where the screen was, and the address stays. */
export function SignedOut() {
  return (
    <main id="contenu" className="px-4.5">
      <SignInScreen />
    </main>
  )
}
