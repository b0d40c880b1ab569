import { type Config, originOf } from '../../../platform/config.ts'
import { nameOf, seal, sealingKey, unseal } from '../../../platform/sealing.ts'
import { t } from '../messages.ts'
import { confirmHours } from '../rules.ts'
import type { Mail } from './deliver.ts'

const aboutMail = (memberId: string) => `mail ${memberId}`

export function sealAddress(config: Config, memberId: string, address: string): Buffer {
  return seal(sealingKey(config), aboutMail(memberId), address)
}

export function unsealAddress(config: Config, memberId: string, box: Buffer): string | undefined {
  return unseal(sealingKey(config), aboutMail(memberId), box)
}

/** The word in the link that ends the mails: it follows from the key, so that no table holds it. */
export function stopTokenOf(
  config: Config,
  { memberId, addedAt }: { memberId: string; addedAt: Temporal.Instant },
): string {
  return nameOf(sealingKey(config), 'mail stop', `${memberId} ${addedAt.epochMilliseconds}`).toString(
    'base64url',
  )
}

/** Says that something waits, and where; never what. */
export function newsLetter(config: Config, to: string, stopToken: string, locale: string): Mail {
  const say = t(locale)
  const site = originOf(config)
  const stop = `${site}/mail/stop/${stopToken}`
  return {
    to,
    subject: say('letter.news.subject'),
    text: say('letter.news.text', { site, stop }),
    // RFC 8058: the mail program ends it with one tap, without a page.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

export function confirmLetter(config: Config, to: string, token: string, locale: string): Mail {
  const say = t(locale)
  const site = originOf(config)
  const link = `${site}/mail/confirm/${token}`
  return {
    to,
    subject: say('letter.confirm.subject'),
    text: say('letter.confirm.text', { site, link, hours: confirmHours }),
  }
}
