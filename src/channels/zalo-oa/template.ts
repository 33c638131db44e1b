import { createHash } from 'node:crypto'
import { type TemplateMessage, ZaloError, type ZbsClient } from 'zalo-api-client'
import type { Clock } from '../../clock.ts'
import type { Brief, ClosedWhy, Delivery, SendResult } from '../channel.ts'
import type { Condition } from '../zalo/condition.ts'
import { inWords, sendResultOf } from '../zalo/send-failure.ts'

export interface TemplateDeps {
  zbs: ZbsClient
  /** Of the reminders; null: there is none. */
  templateId: string | null
  clock: Clock
  condition: Condition
}

export type TemplateTarget = { way: 'zbsUser'; userId: string } | { way: 'zbsPhone'; phone: string }

/** The parameters that the template of the reminders declares, with what they hold (docs/zalo.md A6). */
function templateData({ name, what, unit, due }: Brief): Record<TemplateParameter, string> {
  return { ten: name, viec: what, don_vi: unit, han: due }
}

/** The longest value that is sent for each parameter, in characters. */
export const templateParameters = { ten: 30, viec: 80, don_vi: 80, han: 10 } as const
type TemplateParameter = keyof typeof templateParameters

/**
 * Sends a message as the approved template. Zalo charges for each. A template that does not go out for its own sake (not
 * approved, other parameters, no money) closes this way and leaves the channel up: all else still goes. Never throws.
 */
export function templateSender(
  deps: TemplateDeps,
): (delivery: Delivery, target: TemplateTarget) => Promise<SendResult> {
  const { zbs, templateId, clock, condition } = deps
  return async ({ key, message: { brief } }, target) => {
    if (templateId === null || brief === undefined) return { result: 'closed', why: 'badTemplate' }
    const { way } = target
    const message: TemplateMessage = { templateId, data: templateData(brief), trackingId: trackingId(key) }
    try {
      const { messageId } = await (way === 'zbsUser'
        ? zbs.sendByUserId(target.userId, message)
        : zbs.sendByPhone(target.phone, message))
      return { result: 'sent', way, ...(messageId === null ? {} : { externalId: messageId }) }
    } catch (error) {
      const why = closedBecause(error)
      if (why !== null) return { result: 'closed', why }
      if (error instanceof ZaloError && tokenTrouble.has(error.errorClass)) condition.down(inWords(error))
      const result = sendResultOf(error, clock.now())
      return result.result === 'unknown' ? { ...result, way } : result
    }
  }
}

const tokenTrouble: ReadonlySet<string> = new Set(['needs-consent', 'refresh'])

/** Codes that tell what the person wants: refused this kind, refused or blocked the OA. */
const wishes: ReadonlySet<number | null> = new Set([-139, -140, -141, -217, -244])

/** Why the way is closed, when that is what the failure says; Zalo has then surely sent nothing. */
function closedBecause(error: unknown): ClosedWhy | null {
  if (!(error instanceof ZaloError)) return null
  switch (error.errorClass) {
    case 'use-phone':
      return 'noUserTemplate'
    case 'recipient':
      return wishes.has(error.code) ? 'refusedKind' : error.code === -213 ? 'notFollowing' : 'notOnZalo'
    case 'configuration':
    case 'payload':
    case 'permanent':
    case 'attachment-expired':
      return 'badTemplate'
    case 'outside-window':
      return 'outsideWindow'
    case 'quota':
    case 'billing':
      return error.errorClass
    default:
      return null
  }
}

/** Comes back with the delivery. Short, and nothing can be read from it. */
function trackingId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}
