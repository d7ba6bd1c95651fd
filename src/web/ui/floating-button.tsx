import type { IconType } from './icon.tsx'
import { Icon } from './icon.tsx'

type Props = { readonly label: string; readonly icon: IconType; readonly onPress: () => void }

/** The round button under the thumb, above the bottom bar; the phone's only. */
export function FloatingButton({ label, icon, onPress }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      data-no-print
      className="fixed right-4.5 bottom-[calc(var(--nav-height)+0.875rem)] z-30 grid size-14.5 place-items-center rounded-full bg-spruce text-on-solid shadow-lift wide:hidden"
    >
      <Icon of={icon} size={26} />
    </button>
  )
}
