import type { DraftChange } from './save.ts'
import type { Scene, StoredDraft } from './scene.ts'
import type { Turn } from './turn.ts'

/**
 * The scene that a stored turn leaves behind, as the next event would read it. Null when the chat is not in the middle of a
 * form: then the next event reads the scene itself.
 */
export function sceneAfter(scene: Scene, { prompt, promptNo, draft, changes }: Turn): Scene | null {
  if (!scene.account.isActive || !draft || prompt?.on !== 'draft') return null
  const [change, ...more] = changes
  if (!change) return { ...scene, promptNo, prompt, draft }
  return more.length === 0 && change.id === draft.id
    ? { ...scene, promptNo, prompt, draft: changed(draft, change) }
    : null
}

function changed(
  draft: StoredDraft,
  { position, pending, params, formVersion, answers: more }: DraftChange,
): StoredDraft {
  const answers = { ...draft.answers }
  for (const { field, value } of more) answers[field] = value
  return { ...draft, position, pending, params, formVersion, revision: draft.revision + 1, answers }
}
