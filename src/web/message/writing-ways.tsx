import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Copy, Mail, MessageCircle, Send } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { withWords, type Channel } from '../activity/channels.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { useToast } from '../ui/toast.tsx'

/** How she was written to. */
export type Wrote = 'email' | 'text'

type Props = {
  readonly channel: Channel
  /** The message with the lines of the law. */
  readonly whole: string
  readonly subject: string
  /** Whether calling comes first, so that writing is not the one thing to do. */
  readonly isSecond: boolean
  readonly hasText: boolean
  readonly onWrote: (wrote: Wrote) => void
  /** Sends by her own mail server; absent when there is none. */
  readonly onSend: (() => void) | undefined
  readonly call: ReactNode
}

/** The ways to send what is written: by Entrain, by one's own program, by copying; one tap then says that it left. */
export function WritingWays({ channel, whole, subject, isSecond, hasText, onWrote, onSend, call }: Props) {
  const { t } = useLingui()
  const { show } = useToast()
  const [gone, setGone] = useState<'opened' | 'copied' | null>(null)
  const isEmail = channel.kind === 'email'
  const copy = () => {
    navigator.clipboard.writeText(whole).then(
      () => setGone('copied'),
      () => show({ text: t`La copie n’a pas été permise. Sélectionnez le texte à la main.` }),
    )
  }
  if (gone !== null) return <Gone {...{ gone, isEmail, hasText, onWrote }} onNotYet={() => setGone(null)} />
  return (
    <div className="flex flex-wrap gap-2.5">
      {onSend && (
        <Button variant={isSecond ? 'solid' : 'next'} size="large" icon={Send} className="flex-1" onClick={onSend}>
          <Trans>Envoyer</Trans>
        </Button>
      )}
      <a
        href={withWords(channel, whole, subject)}
        onClick={() => setGone('opened')}
        className={classes(buttonClasses({ variant: onSend || isSecond ? 'outline' : 'next', size: 'large' }), 'flex-1')}
      >
        <Icon of={isEmail ? Mail : MessageCircle} />
        <span>{isEmail ? t`Courriel` : t`Texto`}</span>
      </a>
      <Button size="large" icon={Copy} className="flex-1" onClick={copy}>
        <Trans>Copier</Trans>
      </Button>
      {call}
    </div>
  )
}

type GoneProps = Pick<Props, 'hasText' | 'onWrote'> & { readonly gone: 'opened' | 'copied'; readonly isEmail: boolean; readonly onNotYet: () => void }

/** Back from her mail program or telephone: one tap says that it left, and only then is it noted. */
function Gone({ gone, isEmail, hasText, onWrote, onNotYet }: GoneProps) {
  const { t } = useLingui()
  const id = useId()
  const mayBeText = !isEmail || (gone === 'copied' && hasText)
  return (
    <div role="group" aria-labelledby={id} className="grid gap-2.5 rounded-card border border-line bg-card p-4">
      <p id={id} className="font-semibold" role="status">
        {gone === 'copied' ? t`C’est copié. Une fois le message parti :` : isEmail ? t`Une fois le courriel parti :` : t`Une fois le texto parti :`}
      </p>
      {isEmail && (
        <Button variant="next" size="large" wide icon={Check} onClick={() => onWrote('email')}>
          <Trans>Courriel envoyé</Trans>
        </Button>
      )}
      {mayBeText && (
        <Button variant={isEmail ? 'outline' : 'next'} size="large" wide icon={MessageCircle} onClick={() => onWrote('text')}>
          <Trans>Texto envoyé</Trans>
        </Button>
      )}
      <Button variant="quiet" onClick={onNotYet}>
        <Trans>Pas encore</Trans>
      </Button>
    </div>
  )
}
