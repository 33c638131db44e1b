import type { GuestCtx } from '../contract/feature.ts'
import { filesFieldFor } from '../conversation/files-question.ts'
import { isJustAsked, linkForFiles } from '../people/one-time-link.ts'
import { askAgain } from './fill.ts'
import type { RunningDraft } from './running-draft.ts'
import type { Scene } from './scene.ts'
import type { Turn } from './turn.ts'

/**
 * The answer to a file that the platform keeps from us: the question once more, with a link through which the file comes to it. After
 * that the chat goes on by itself. Null: the form has no question for files. Of several files sent together the first has the
 * answer, the others are taken without a word.
 */
export async function offerUpload(ctx: GuestCtx, running: RunningDraft, scene: Scene): Promise<Turn | null> {
  const field = filesFieldFor(running.form, running.state)
  if (field === null || !ctx.person) return null
  const asked = { personId: ctx.person.id, accountId: scene.account.id, draftId: running.stored.id, field }
  const isRepeated = await isJustAsked(ctx.tx, asked, ctx.now)
  const turn = askAgain(ctx, running, scene.promptNo, [ctx.t('conversation.unseenFile')])
  if (isRepeated) return { ...turn, messages: [], prompt: scene.prompt, promptNo: scene.promptNo, changes: [] }
  const url = `${ctx.publicUrl}/gui-tep/${await linkForFiles(ctx.tx, asked, ctx.now)}`
  const links = [{ label: ctx.t('conversation.uploadHere'), url }]
  return { ...turn, messages: turn.messages.map(message => ({ ...message, links })) }
}
