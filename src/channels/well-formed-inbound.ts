import { wellFormed } from '../reading/well-formed.ts'
import type { Inbound, InboundContent } from './channel.ts'

/** The event with every text in it as it can be kept, whatever platform it comes from. */
export function wellFormedInbound(inbound: Inbound): Inbound {
  const { eventId, account, displayName, content } = inbound
  return {
    ...inbound,
    eventId: wellFormed(eventId),
    account: wellFormed(account),
    ...(displayName === undefined ? {} : { displayName: wellFormed(displayName) }),
    content: wellFormedContent(content),
  }
}

function wellFormedContent(content: InboundContent): InboundContent {
  switch (content.type) {
    case 'text':
      return { ...content, text: wellFormed(content.text) }
    case 'choice':
      return { ...content, prompt: wellFormed(content.prompt) }
    case 'contact':
      return { ...content, phone: wellFormed(content.phone) }
    case 'files': {
      const files = content.files.map(file => ({ ...file, name: wellFormed(file.name), ref: wellFormed(file.ref) }))
      return { ...content, files, ...(content.caption === undefined ? {} : { caption: wellFormed(content.caption) }) }
    }
    default:
      return content
  }
}
