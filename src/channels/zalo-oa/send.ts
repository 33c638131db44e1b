import type { ClosedWhy, Delivery, SendResult, SentWay } from '../channel.ts'
import { type ZaloRules, zaloWay } from '../zalo-way.ts'
import { type ConsultationDeps, consultation } from './consultation.ts'
import { type TemplateDeps, templateSender } from './template.ts'

/** What is known of the person behind an account. */
export interface ZaloContact {
  /** When the person last wrote to the OA; null: never. */
  heardAt: Date | null
  /** The number that the person gave for reminders. */
  phone: string | null
}

export interface SendingDeps extends ConsultationDeps, TemplateDeps {
  rules: ZaloRules
  contact(account: string): Promise<ZaloContact>
}

/**
 * Sends a message in the way that Zalo's rules and the office's settings leave: see `zaloWay`. What Zalo refuses one way goes
 * the next one in the same turn, and no way twice. Never throws.
 */
export function messageSender(deps: SendingDeps): (delivery: Delivery) => Promise<SendResult> {
  const { clock, condition, rules } = deps
  const consult = consultation(deps)
  const template = templateSender(deps)

  return async delivery => {
    const contact = await deps.contact(delivery.account).catch(() => null)
    if (contact === null) return { result: 'retryAt', at: clock.now(), why: 'database' }
    const refused = new Map<SentWay, ClosedWhy>()
    let reopensAt: Date | undefined
    for (;;) {
      const choice = zaloWay({
        kind: delivery.kind,
        now: clock.now(),
        rules,
        heardAt: contact.heardAt,
        hasBrief: delivery.message.brief !== undefined,
        hasPhone: contact.phone !== null,
        refused,
      })
      if ('waitUntil' in choice) return { result: 'retryAt', at: choice.waitUntil, why: 'night' }
      if ('closed' in choice) return { result: 'closed', why: choice.closed, ...(reopensAt ? { reopensAt } : {}) }
      const result = await sendBy(choice.way, delivery, contact.phone)
      if (result.result === 'sent') {
        condition.up()
        return choice.why === null ? result : { why: choice.why, ...result }
      }
      if (result.result !== 'closed') return result
      refused.set(choice.way, result.why)
      reopensAt = result.reopensAt
    }
  }

  function sendBy(way: SentWay, delivery: Delivery, phone: string | null): Promise<SendResult> {
    switch (way) {
      case 'oaFree':
      case 'oaPaid':
        return consult(delivery, way)
      case 'zbsUser':
        return template(delivery, { way, userId: delivery.account })
      case 'zbsPhone':
        return template(delivery, { way, phone: phone ?? '' })
    }
  }
}
