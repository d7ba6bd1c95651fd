import type { ReminderName } from '#method/day/reminder.ts'
import type { Language, Words } from './language.ts'

const titles: Readonly<Record<ReminderName, Words>> = {
  morning: { fr: 'Une intention pour la journée?', en: 'An intention for the day?' },
  evening: { fr: 'Fermer la journée?', en: 'Close the day?' },
}
const texts: Readonly<Record<ReminderName, Words>> = {
  morning: { fr: 'Un « si… alors… », en une touche.', en: 'One “if… then…”, in a tap.' },
  evening: {
    fr: 'Vingt secondes : une ligne, et vos trois premières personnes de demain.',
    en: 'Twenty seconds: one line, and your first three people of tomorrow.',
  },
}

/** What a reminder says: never a name nor a figure, since a locked screen shows it to whoever is near. */
export const reminderWords = (name: ReminderName, language: Language): { readonly title: string; readonly body: string } => ({
  title: titles[name][language],
  body: texts[name][language],
})
