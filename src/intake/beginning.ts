import type { GuestCtx } from '../contract/feature.ts'
import type { StoredDraft } from './scene.ts'
import type { Turn } from './turn.ts'

/** A draft that begins with a turn. */
export interface Beginning {
  draft: StoredDraft
  /** Tells drafts of one form apart. */
  key: string
  owner: DraftOwner
  /** The turn instead, when its owner has an open draft of the same form and key in which something was answered. */
  otherwise(openDraftId: string): Turn
}

/** Whose a draft is: the person's; the account's only until the person is known. */
export type DraftOwner = { personId: string } | { accountId: string; personId: null }

export function ownerOf(ctx: GuestCtx): DraftOwner {
  return ctx.person ? { personId: ctx.person.id } : { accountId: ctx.account.id, personId: null }
}
