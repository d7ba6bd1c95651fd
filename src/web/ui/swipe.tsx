import { type MouseEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { Icon, type IconType } from './icon.tsx'

/** What a swipe does, in the words of the button that does the same. */
export type SwipeAct = { readonly label: string; readonly icon: IconType; readonly act: () => void }
type Props = {
  /** When the finger goes to the right. */
  readonly right?: SwipeAct | undefined
  /** When the finger goes to the left. */
  readonly left?: SwipeAct | undefined
  readonly children: ReactNode
}
type Touch = { readonly pointer: number; readonly x: number; readonly y: number; readonly swipes: boolean; readonly by: number }

// Pixels: what tells a swipe from a press, what is far enough to act, and the borders that the phone keeps for going back.
const slop = 10
const enough = 72
const border = 20
const furthest = 112

/** Lets a finger do what a button of the same row or card does; a mouse and a keyboard keep the button. Up and down still scroll. */
export function Swipe({ right, left, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const touch = useRef<Touch | null>(null)
  const swiped = useRef(false)

  const actOf = (by: number): SwipeAct | undefined => (by > 0 ? right : by < 0 ? left : undefined)
  const show = (by: number) => {
    const element = place.current
    if (!element) return
    const kept = actOf(by) ? Math.sign(by) * Math.min(Math.abs(by), furthest) : 0
    element.style.setProperty('--swipe', `${kept}px`)
    element.toggleAttribute('data-swiping', touch.current?.swipes === true)
    element.dataset['armed'] = Math.abs(kept) < enough ? '' : kept > 0 ? 'right' : 'left'
  }
  const onPointerDown = ({ pointerType, isPrimary, pointerId, clientX, clientY }: PointerEvent) => {
    swiped.current = false
    const isAtBorder = clientX < border || clientX > innerWidth - border
    touch.current = pointerType === 'touch' && isPrimary && !isAtBorder ? { pointer: pointerId, x: clientX, y: clientY, swipes: false, by: 0 } : null
  }
  const onPointerMove = ({ pointerId, clientX, clientY }: PointerEvent) => {
    const from = touch.current
    if (from?.pointer !== pointerId) return
    const by = clientX - from.x
    const swipes = from.swipes || (Math.abs(by) > slop && Math.abs(by) > Math.abs(clientY - from.y))
    touch.current = { ...from, swipes, by: swipes ? by : 0 }
    if (swipes) show(by)
  }
  const end = (isDone: boolean) => {
    const from = touch.current
    touch.current = null
    show(0)
    if (!from?.swipes) return
    swiped.current = true
    if (isDone && Math.abs(from.by) >= enough) actOf(from.by)?.act()
  }
  // The finger that swiped over a link did not press it.
  const onClickCapture = (event: MouseEvent) => {
    if (!swiped.current) return
    swiped.current = false
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={place}
      className="ui-swipe"
      {...{ onPointerDown, onPointerMove, onClickCapture }}
      onPointerUp={({ pointerId }) => {
        if (touch.current?.pointer === pointerId) end(true)
      }}
      onPointerCancel={() => end(false)}
    >
      {right && <Hint side="right" of={right} />}
      {left && <Hint side="left" of={left} />}
      <div className="ui-swipe-face">{children}</div>
    </div>
  )
}

function Hint({ side, of: { label, icon } }: { readonly side: 'left' | 'right'; readonly of: SwipeAct }) {
  return (
    <span aria-hidden="true" className="ui-swipe-hint" data-side={side}>
      <Icon of={icon} size={22} />
      {label}
    </span>
  )
}
