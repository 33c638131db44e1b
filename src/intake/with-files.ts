import type { Inbound } from '../channels/channel.ts'
import type { Talk } from './talk.ts'
import type { Turn } from './turn.ts'

/** Files that a link brings, whose question is no longer open in this chat. */
export function isOfAnotherDraft({ running }: Talk, { content }: Inbound): boolean {
  return content.type === 'files' && content.asked !== undefined && content.asked.draftId !== running?.stored.id
}

/** Files that were sent together come one by one: the first has the receipt, the others are taken without a word. */
export function ofAlbum({ scene }: Talk, { content }: Inbound, turn: Turn): Turn {
  if (content.type !== 'files' || content.album === undefined || turn.prompt === null) return turn
  const { album } = content
  if (scene.prompt?.album !== album) return { ...turn, prompt: { ...turn.prompt, album } }
  const prompt =
    scene.prompt.on === 'draft' && turn.prompt.on === 'draft'
      ? { ...scene.prompt, revision: turn.prompt.revision }
      : scene.prompt
  return { ...turn, messages: [], prompt, promptNo: scene.promptNo }
}
