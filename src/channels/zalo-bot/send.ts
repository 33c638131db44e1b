import { type BotClient, botQuotaPauseMs, ZaloError } from 'zalo-api-client'
import { after, type Clock } from '../../clock.ts'
import type { Translate } from '../../texts.ts'
import type { Delivery, SendResult } from '../channel.ts'
import { rateLimited } from '../rate-limited.ts'
import type { Condition } from '../zalo/condition.ts'
import { inWords, isAccountTrouble, sendResultOf } from '../zalo/send-failure.ts'
import { partSender } from '../zalo/send-parts.ts'
import { render } from './render.ts'

export interface SendingDeps {
  client: BotClient
  clock: Clock
  condition: Condition
  t: Translate
}

/** Refused for so long, it is no burst but the plan: what was not asked for goes another way, or ends where it can be seen. */
const STOP_AFTER_MS = 60 * 60_000

/** A pause for which the bot host has asked (429): the how manieth in a row, and until when. */
interface Rest {
  times: number
  until: Date
}

/** Sends messages as plain text. Files do not go out here: the person opens them on the web. Never throws. */
export function messageSender(deps: SendingDeps): (delivery: Delivery) => Promise<SendResult> {
  const { client, clock, condition, t } = deps
  /** Since when the bot host refuses everything for want of quota. */
  let spentSince: Date | null = null
  let rest: Rest | null = null
  const sendParts = partSender(error => {
    if (isAccountTrouble(error)) condition.down(inWords(error))
    if (!isQuota(error)) return botResultOf(error, clock.now())
    rest = restAfter(rest, clock.now())
    return { result: 'retryAt', at: rest.until, why: rateLimited }
  })

  return async ({ key, account, message, kind }) => {
    const hints = {
      words: (words: readonly string[]) => t('zalo.words', { words: words.map(word => `«${word}»`).join(', ') }),
    }
    const files = (message.attachments ?? []).map(({ name }) => t('zalo.fileOnWeb', { name }))
    const texts = [...files, ...render(message, hints)]
    const result = await sendParts(
      key,
      texts.map(text => () => client.sendMessage(account, text)),
    )
    if (result.result === 'sent') {
      condition.up()
      spentSince = null
      rest = null
    }
    if (result.result !== 'retryAt' || result.why !== rateLimited) return result
    spentSince ??= clock.now()
    const isSpent = clock.now() >= after(spentSince, STOP_AFTER_MS)
    return isSpent && kind !== 'REPLY' ? { result: 'closed', why: 'quota' } : result
  }
}

function botResultOf(error: unknown, now: Date): SendResult {
  if (!(error instanceof ZaloError)) return sendResultOf(error, now)
  // 404 to a method that exists: there is no such chat any more. Documented for the bot host only.
  if (error.code === 404) return { result: 'unreachable', why: inWords(error) }
  return sendResultOf(error, now)
}

function isQuota(error: unknown): boolean {
  return error instanceof ZaloError && error.errorClass === 'quota'
}

/** Messages that were on their way together are refused together: only what is refused after the pause makes it longer. */
function restAfter(before: Rest | null, now: Date): Rest {
  if (before !== null && now < before.until) return before
  const times = (before?.times ?? 0) + 1
  return { times, until: after(now, botQuotaPauseMs(times)) }
}
