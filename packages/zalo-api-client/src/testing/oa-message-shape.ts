import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts'
import { oaLimits } from '../limits/oa-limits.ts'
import type { OaWire } from '../oa/build-oa-message.ts'
import { isString } from './fake-http.ts'

/** What a correct `message` holds, or the code with which Zalo refuses it. */
export type MessageShape =
  | { readonly kind: 'refused'; readonly code: number }
  | {
      readonly kind: 'message'
      readonly form: 'text' | 'media' | 'file' | 'buttons' | 'list' | 'request_user_info'
      readonly text: string | null
      readonly quoteMessageId: string | null
      readonly attachmentId: string | null
      readonly mediaType: string | null
      readonly buttons: readonly ShapedButton[]
      readonly elements: readonly JsonObject[]
    }

export interface ShapedButton {
  readonly title: string
  readonly type: string
  readonly payload: JsonValue
}

/** What Zalo's documents say, and what this fake takes unless told otherwise. */
export const documentedWire: Required<OaWire> = { fileField: 'token', quoteField: 'quote_message_id' }

class Refusal extends Error {
  readonly code: number

  constructor(code: number) {
    super(`refused with ${code}`)
    this.code = code
  }
}

/** Stricter than Zalo may be: any shape that is not documented is refused with -233, any bad value with -201 or -210. */
export function shapeOf(message: JsonValue | undefined, wire: Required<OaWire> = documentedWire): MessageShape {
  try {
    return readShape(message, wire)
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code }
    throw error
  }
}

const empty = {
  kind: 'message',
  text: null,
  quoteMessageId: null,
  attachmentId: null,
  mediaType: null,
  buttons: [],
  elements: [],
} as const

function readShape(value: JsonValue | undefined, { fileField, quoteField }: Required<OaWire>): MessageShape {
  const message = objectOnly(value, ['text', 'attachment', quoteField])
  const text = optionalText(message.text)
  if (message.attachment === undefined) {
    if (text === null) throw new Refusal(-201)
    const quote = message[quoteField]
    return { ...empty, form: 'text', text, quoteMessageId: isString(quote) ? quote : null }
  }
  if (message[quoteField] !== undefined) throw new Refusal(-233)
  const attachment = objectOnly(message.attachment, ['type', 'payload'])
  if (attachment.type === 'file') return fileShape(attachment.payload, text, fileField)
  if (attachment.type !== 'template') throw new Refusal(-233)
  return templateShape(attachment.payload, text)
}

function fileShape(payload: JsonValue | undefined, text: string | null, field: string): MessageShape {
  const token = objectOnly(payload, [field])[field]
  // Captions are not in the official sample.
  if (text !== null) throw new Refusal(-233)
  if (!isString(token)) throw new Refusal(-201)
  return { ...empty, form: 'file', attachmentId: token }
}

function templateShape(value: JsonValue | undefined, text: string | null): MessageShape {
  const payload = objectOnly(value, ['template_type', 'elements', 'buttons'])
  if (payload.template_type === undefined) {
    if (payload.elements !== undefined || text === null) throw new Refusal(-233)
    return { ...empty, form: 'buttons', text, buttons: readButtons(payload.buttons) }
  }
  // One integration reports -233 for buttons beside elements; Zalo's PHP builder writes them so [conflict].
  if (payload.buttons !== undefined) throw new Refusal(-233)
  const elements = listOf(payload.elements)
  switch (payload.template_type) {
    case 'media':
      return mediaShape(elements, text)
    case 'list':
      if (elements.length < 1 || elements.length > oaLimits.listElements) throw new Refusal(-210)
      return { ...empty, form: 'list', text, elements: elements.map(readElement) }
    case 'request_user_info':
      if (elements.length !== 1 || text !== null) throw new Refusal(-233)
      return { ...empty, form: 'request_user_info', elements: elements.map(readElement) }
    default:
      throw new Refusal(-233)
  }
}

function mediaShape(elements: readonly JsonValue[], text: string | null): MessageShape {
  if (elements.length !== 1) throw new Refusal(-233)
  const element = objectOnly(elements[0], ['media_type', 'attachment_id', 'url', 'width', 'height'])
  const { media_type: mediaType, attachment_id: attachmentId, url } = element
  if (mediaType !== 'image' && mediaType !== 'gif' && mediaType !== 'sticker') throw new Refusal(-233)
  if (mediaType === 'gif' && (typeof element.width !== 'number' || typeof element.height !== 'number')) {
    throw new Refusal(-201)
  }
  if (isString(attachmentId) && url === undefined) return { ...empty, form: 'media', text, attachmentId, mediaType }
  if (mediaType !== 'image' || attachmentId !== undefined || !isHttpUrl(url)) throw new Refusal(-201)
  return { ...empty, form: 'media', text, mediaType }
}

function readElement(value: JsonValue): JsonObject {
  const element = objectOnly(value, ['title', 'subtitle', 'image_url', 'default_action'])
  within(element.title, oaLimits.elementTitleCharacters)
  within(element.subtitle, oaLimits.elementSubtitleCharacters)
  if (element.image_url !== undefined && !isHttpUrl(element.image_url)) throw new Refusal(-201)
  if (element.default_action !== undefined) {
    const action = objectOnly(element.default_action, ['type', 'payload', 'url'])
    if (action.type === 'oa.open.url') {
      if (!isHttpUrl(action.url)) throw new Refusal(-201)
    } else {
      checkAction(action.type, action.payload)
    }
  }
  return element
}

function readButtons(value: JsonValue | undefined): readonly ShapedButton[] {
  const buttons = listOf(value)
  if (buttons.length < 1) throw new Refusal(-201)
  if (buttons.length > oaLimits.buttons) throw new Refusal(-210)
  return buttons.map(each => {
    const { title, type, payload } = objectOnly(each, ['title', 'type', 'payload', 'image_icon'])
    checkAction(type, payload)
    if (!isString(type) || payload === undefined) throw new Refusal(-201)
    return { title: within(title, oaLimits.buttonTitleCharacters), type, payload }
  })
}

function checkAction(type: JsonValue | undefined, payload: JsonValue | undefined): void {
  switch (type) {
    case 'oa.query.show':
    case 'oa.query.hide':
      within(payload, oaLimits.queryPayloadCharacters)
      return
    case 'oa.open.url':
      if (!isHttpUrl(objectOnly(payload, ['url']).url)) throw new Refusal(-201)
      return
    case 'oa.open.phone':
      if (!isString(objectOnly(payload, ['phone_code']).phone_code)) throw new Refusal(-201)
      return
    case 'oa.open.sms': {
      const { phone_code: phone, content } = objectOnly(payload, ['phone_code', 'content'])
      if (!isString(phone) || !isString(content)) throw new Refusal(-201)
      return
    }
    default:
      throw new Refusal(-233)
  }
}

function optionalText(value: JsonValue | undefined): string | null {
  return value === undefined ? null : within(value, oaLimits.textCharacters)
}

function within(value: JsonValue | undefined, max: number): string {
  if (!isString(value)) throw new Refusal(-201)
  if (value.length > max) throw new Refusal(-210)
  return value
}

function objectOnly(value: JsonValue | undefined, keys: readonly string[]): JsonObject {
  if (!isJsonObject(value) || !Object.keys(value).every(key => keys.includes(key))) throw new Refusal(-233)
  return value
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new Refusal(-233)
  return value
}

function isHttpUrl(value: JsonValue | undefined): boolean {
  return isString(value) && /^https?:\/\/[^\s/]/.test(value)
}
