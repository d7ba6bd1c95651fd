/**
 * Closing gives the focus back, which measures the whole page: left to the frame that measures it anyway, so that what the press
 * in the sheet changed is written first.
 */
const closing = new Set<HTMLDialogElement>()

/** Closes a sheet in the next frame. */
export const closeSoon = (sheet: HTMLDialogElement): void => {
  closing.add(sheet)
  requestAnimationFrame(closeNow)
}

/** Keeps a sheet that opens again before it was closed. */
export const keepOpen = (sheet: HTMLDialogElement): void => void closing.delete(sheet)

/** Closes now what waits for the next frame: the focus it gives back is where whatever comes next begins. */
export const closeNow = (): void => {
  for (const sheet of closing) sheet.close()
  closing.clear()
}

/** Whether a sheet stands over the page; one that is closing no longer does, and a quick hand loses no key to it. */
export const isUnderSheet = (): boolean => {
  closeNow()
  return document.querySelector('dialog[open]') !== null
}
