import type { JsonObject } from '../json/json-value.ts'
import type { LimitCheck } from '../limits/limit-check.ts'
import { oaLimits } from '../limits/oa-limits.ts'

/** What a tap does. `query` comes back as `user_send_text` with the payload as its text; the others send nothing. */
export type OaAction =
  | { readonly kind: 'query'; readonly payload: string; readonly isHidden: boolean }
  | { readonly kind: 'open-url'; readonly url: string }
  | { readonly kind: 'open-phone'; readonly phone: string }
  | { readonly kind: 'open-sms'; readonly phone: string; readonly text: string }

export interface OaButton {
  readonly title: string
  readonly action: OaAction
}

export function buildButtons(check: LimitCheck, buttons: readonly OaButton[]): JsonObject[] {
  check.count('buttons.count', buttons.length, 1, oaLimits.buttons)
  return buttons.map(button => {
    check.characters('buttons.title', button.title, oaLimits.buttonTitleCharacters)
    const { type, payload } = actionFields(check, button.action)
    return { title: button.title, type, payload }
  })
}

/** A list card's tap: the same actions, but an address is in `url` and not in `payload`. */
export function buildDefaultAction(check: LimitCheck, action: OaAction): JsonObject {
  const { type, payload } = actionFields(check, action)
  return action.kind === 'open-url' ? { type, url: action.url } : { type, payload }
}

function actionFields(check: LimitCheck, action: OaAction): { type: string; payload: string | JsonObject } {
  switch (action.kind) {
    case 'query':
      check.characters('buttons.payload', action.payload, oaLimits.queryPayloadCharacters)
      return { type: action.isHidden ? 'oa.query.hide' : 'oa.query.show', payload: action.payload }
    case 'open-url':
      check.httpUrl('buttons.url', action.url)
      return { type: 'oa.open.url', payload: { url: action.url } }
    case 'open-phone':
      check.holds('buttons.phone', isDialable(action.phone), 'must be digits with a country code')
      return { type: 'oa.open.phone', payload: { phone_code: action.phone } }
    case 'open-sms':
      check.holds('buttons.phone', isDialable(action.phone), 'must be digits with a country code')
      return { type: 'oa.open.sms', payload: { phone_code: action.phone, content: action.text } }
  }
}

function isDialable(phone: string): boolean {
  return /^\d{8,15}$/.test(phone)
}
