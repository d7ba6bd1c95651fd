import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Mail, MessageCircle, NotebookPen, Phone } from 'lucide-react'
import type { Contact } from '#method/contact/contact.ts'
import { formatPhone } from '#method/contact/phone.ts'
import { useLanguage } from '../activity/use-language.ts'
import '../consent/law-at-hand.ts'
import { HerClock } from '../consent/her-clock.tsx'
import { useLawfulStep, useReach } from '../consent/use-reach.ts'
import { WriteTo } from '../message/write-to.tsx'
import { PrepareCall } from '../next/prepare-call.tsx'
import { WhyNot } from '../consent/why-not.tsx'
import { Button, buttonClasses } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useToast } from '../ui/toast.tsx'

type Props = { readonly contact: Contact; readonly onChannel: (kind: string, started: boolean) => void }

const icons = { phone: Phone, email: Mail, text: MessageCircle } as const

/** The ways to reach someone, each opening the question of how it went; then every number and address, to copy. */
export function PersonChannels({ contact, onChannel }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { show } = useToast()
  const labels = { phone: t`Appeler`, email: t`Courriel`, text: t`Texto` }
  const reach = useReach(contact)
  const lawful = useLawfulStep()
  const channels = reach.open
  const values = [
    ...contact.phones.map((phone) => ({
      shown: formatPhone(phone.number, phone.extension, language),
      copied: phone.extension ? `${phone.number} #${phone.extension}` : phone.number,
    })),
    ...contact.emails.map(({ address }) => ({ shown: address, copied: address })),
  ]
  const copy = (value: string) => {
    navigator.clipboard.writeText(value).then(
      () => show({ text: t`Copié : ${value}` }),
      () => show({ text: t`La copie n’a pas été permise. Sélectionnez le texte à la main.` }),
    )
  }
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2.5">
        {channels.map(({ kind, href }, place) => (
          <a
            key={kind}
            href={href}
            onClick={() => onChannel(kind, true)}
            className={classes(buttonClasses({ variant: place === 0 ? 'next' : 'outline', size: 'large' }), 'flex-1')}
          >
            <Icon of={icons[kind]} />
            <span>{labels[kind]}</span>
          </a>
        ))}
        <Button
          size="large"
          icon={NotebookPen}
          variant={channels.length === 0 ? 'next' : 'outline'}
          className="flex-1"
          onClick={() => onChannel((contact.nextStep && lawful(contact, contact.nextStep).kind) ?? 'phone', false)}
        >
          <Trans>Noter</Trans>
        </Button>
      </div>
      <div className="-ml-3 flex flex-wrap empty:hidden">
        {contact.phones.length > 0 && <PrepareCall contact={contact} reason="" onCall={() => onChannel('phone', true)} />}
        {channels.some(({ kind }) => kind !== 'phone') && <WriteTo contact={contact} onCall={() => onChannel('phone', true)} />}
      </div>
      <HerClock {...{ reach }} personId={() => contact.id} />
      <WhyNot contact={contact} closed={reach.closed} />
      {values.length > 0 && (
        <ul>
          {values.map(({ shown, copied }) => (
            <li key={shown} className="flex items-center gap-1">
              <span className="tabular min-w-0 flex-1 wrap-anywhere">{shown}</span>
              <IconButton icon={Copy} label={t`Copier ${shown}`} onClick={() => copy(copied)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
