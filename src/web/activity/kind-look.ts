import {
  CalendarCheck,
  CircleDot,
  Coffee,
  Gift,
  Handshake,
  Heart,
  Lightbulb,
  Mail,
  Megaphone,
  MessageCircle,
  Mic,
  Newspaper,
  Package,
  PenLine,
  Phone,
  Presentation,
  Send,
  Star,
  Store,
  Users,
  Video,
} from 'lucide-react'
import type { IconType } from '../ui/icon.tsx'

/** The icons a kind may have, by their Lucide name: those of the method first, then those offered for one's own kinds. */
export const kindIcons: Readonly<Record<string, IconType>> = {
  phone: Phone,
  mail: Mail,
  'message-circle': MessageCircle,
  'calendar-check': CalendarCheck,
  handshake: Handshake,
  video: Video,
  users: Users,
  megaphone: Megaphone,
  coffee: Coffee,
  gift: Gift,
  heart: Heart,
  lightbulb: Lightbulb,
  mic: Mic,
  newspaper: Newspaper,
  package: Package,
  'pen-line': PenLine,
  presentation: Presentation,
  send: Send,
  star: Star,
  store: Store,
}

/** The icon of a kind; a plain dot for a name that this version does not draw. */
export const kindIcon = (name: string): IconType => kindIcons[name] ?? CircleDot
