import type { OaAction, OaButton } from './oa-button.ts'

/** A consultation message (`/v3.0/oa/message/cs`), in one of its documented forms. OA text is plain: no marks. */
export type OaMessage =
  | OaText
  | OaImage
  | OaGif
  | OaSticker
  | OaFile
  | OaButtonsMessage
  | OaListMessage
  | OaContactRequest

export interface OaText {
  readonly kind: 'text'
  readonly text: string
  /** Quotes that message. Where Zalo refuses the quote (older than 48 h, deleted), the text is sent without it. */
  readonly quoteMessageId?: string
}

export interface OaImage {
  readonly kind: 'image'
  readonly image: { readonly attachmentId: string } | { readonly url: string }
  readonly caption?: string
}

export interface OaGif {
  readonly kind: 'gif'
  readonly attachmentId: string
  readonly width: number
  readonly height: number
  readonly caption?: string
}

export interface OaSticker {
  readonly kind: 'sticker'
  readonly stickerId: string
}

/** Files take no caption: send the text as a message of its own. */
export interface OaFile {
  readonly kind: 'file'
  readonly token: string
}

export interface OaButtonsMessage {
  readonly kind: 'buttons'
  readonly text: string
  readonly buttons: readonly OaButton[]
}

/** Cards with a default action only: buttons in or beside cards are refused by some installations. */
export interface OaListMessage {
  readonly kind: 'list'
  readonly text?: string
  readonly elements: readonly OaListElement[]
}

export interface OaListElement {
  readonly title: string
  /** Must not be empty: -201 otherwise. */
  readonly subtitle: string
  readonly imageUrl?: string
  readonly action?: OaAction
}

/** Asks for name, phone and address; the answer arrives as a `contact` event. */
export interface OaContactRequest {
  readonly kind: 'contact-request'
  readonly title: string
  readonly subtitle: string
  readonly imageUrl: string
}
