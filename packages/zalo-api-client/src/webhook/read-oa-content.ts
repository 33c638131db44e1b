import { idAt, listAt, numberAt, objectAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import type { OaContent } from './oa-event.ts'

const other: OaContent = { kind: 'other' }

/** `kind` is the end of the event's name: `image` of `user_send_image`. */
export function readOaContent(kind: string, message: JsonObject | null): OaContent {
  const first = listAt(message, 'attachments')?.[0]
  const payload = isJsonObject(first) ? objectAt(first, 'payload') : null
  const url = textAt(payload, 'url') || null
  const text = textAt(message, 'text') || null
  switch (kind) {
    case 'text':
      return text === null ? other : { kind, text }
    case 'image':
    case 'video':
      return url === null ? other : { kind, url, text }
    case 'gif':
    case 'audio':
      return url === null ? other : { kind, url }
    case 'sticker':
      return { kind, id: idAt(payload, 'id'), url }
    case 'file':
      return url === null
        ? other
        : { kind, url, name: textAt(payload, 'name'), bytes: numberAt(payload, 'size'), type: textAt(payload, 'type') }
    case 'link':
      return url === null ? other : { kind, url, title: textAt(payload, 'title'), text }
    case 'location':
      return readLocation(objectAt(payload, 'coordinates'), text)
    case 'business_card':
      return { kind: 'business-card', text, phone: readCardPhone(payload) }
    default:
      return other
  }
}

function readLocation(coordinates: JsonObject | null, text: string | null): OaContent {
  const latitude = numberAt(coordinates, 'latitude')
  const longitude = numberAt(coordinates, 'longitude')
  return latitude === null || longitude === null ? other : { kind: 'location', latitude, longitude, text }
}

// The card's details are JSON inside a string.
function readCardPhone(payload: JsonObject | null): string | null {
  const details = parseJson(textAt(payload, 'description') ?? '')
  return isJsonObject(details) ? idAt(details, 'phone') : null
}
