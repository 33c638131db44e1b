import type { JsonObject } from '../json/json-value.ts'
import type { LimitCheck } from '../limits/limit-check.ts'
import { oaLimits } from '../limits/oa-limits.ts'
import { buildButtons, buildDefaultAction } from './oa-button.ts'
import type { OaGif, OaImage, OaListElement, OaMessage } from './oa-message.ts'

/**
 * Fields that clients in production write differently. Zalo's documents have `token` and `quote_message_id`; where an OA
 * refuses those (-201, -233), try the other one.
 */
export interface OaWire {
  readonly fileField?: 'token' | 'attachment_id'
  readonly quoteField?: 'quote_message_id' | 'react_message_id'
}

/** The `message` of the request, after all limits were checked. */
export function buildOaMessage(check: LimitCheck, message: OaMessage, wire: OaWire = {}): JsonObject {
  const { fileField = 'token', quoteField = 'quote_message_id' } = wire
  switch (message.kind) {
    case 'text':
      check.characters('text.characters', message.text, oaLimits.textCharacters)
      if (message.quoteMessageId === undefined) return { text: message.text }
      return { text: message.text, [quoteField]: message.quoteMessageId }
    case 'image':
      return media(check, message.caption, imageElement(check, message))
    case 'gif':
      return media(check, message.caption, gifElement(check, message))
    case 'sticker':
      return media(check, undefined, { media_type: 'sticker', attachment_id: message.stickerId })
    case 'file':
      return { attachment: { type: 'file', payload: { [fileField]: message.token } } }
    case 'buttons':
      check.characters('text.characters', message.text, oaLimits.textCharacters)
      // No template_type here: with one, Zalo answers -233.
      return { text: message.text, ...template({ buttons: buildButtons(check, message.buttons) }) }
    case 'list':
      check.count('list.elements', message.elements.length, 1, oaLimits.listElements)
      return {
        ...captionField(check, message.text),
        ...template({ template_type: 'list', elements: message.elements.map(element => card(check, element)) }),
      }
    case 'contact-request':
      return template({
        template_type: 'request_user_info',
        elements: [card(check, message)],
      })
  }
}

function imageElement(check: LimitCheck, { image }: OaImage): JsonObject {
  if ('attachmentId' in image) return { media_type: 'image', attachment_id: image.attachmentId }
  check.httpUrl('image.url', image.url)
  return { media_type: 'image', url: image.url }
}

function gifElement(check: LimitCheck, gif: OaGif): JsonObject {
  check.holds('gif.size', gif.width > 0 && gif.height > 0, 'width and height must be positive')
  return { media_type: 'gif', attachment_id: gif.attachmentId, width: gif.width, height: gif.height }
}

function card(check: LimitCheck, element: OaListElement): JsonObject {
  check.characters('element.title', element.title, oaLimits.elementTitleCharacters)
  check.characters('element.subtitle', element.subtitle, oaLimits.elementSubtitleCharacters)
  if (element.imageUrl !== undefined) check.httpUrl('element.image', element.imageUrl)
  return {
    title: element.title,
    subtitle: element.subtitle,
    ...(element.imageUrl === undefined ? {} : { image_url: element.imageUrl }),
    ...(element.action === undefined ? {} : { default_action: buildDefaultAction(check, element.action) }),
  }
}

function media(check: LimitCheck, caption: string | undefined, element: JsonObject): JsonObject {
  return { ...captionField(check, caption), ...template({ template_type: 'media', elements: [element] }) }
}

function captionField(check: LimitCheck, caption: string | undefined): JsonObject {
  if (caption === undefined) return {}
  check.characters('text.characters', caption, oaLimits.textCharacters)
  return { text: caption }
}

function template(payload: JsonObject): JsonObject {
  return { attachment: { type: 'template', payload } }
}
