/** A key of the keyboard; hidden from touch screens, which have none. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className="hidden rounded-md border border-line bg-card px-1.5 py-0.5 font-sans text-[0.75rem] font-semibold text-soft pointer-fine:inline-block">
      {keys}
    </kbd>
  )
}
