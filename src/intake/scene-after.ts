import type { DraftChange } from './save.ts'
import type { Scene, StoredDraft } from './scene.ts'
import type { Turn } from './turn.ts'

/**
 * The scene that a stored turn leaves behind, as the next event would read it unless something else happens. Null when the
 * person must come back first.
 */
export function sceneAfter(scene: Scene, { prompt, promptNo, draft, changes }: Turn): Scene | null {
  if (!scene.account.isActive) return null
  const own = changes.filter(({ id }) => id === draft?.id)
  return { ...scene, promptNo, prompt, draft: draft && own.reduce(changed, draft) }
}

function changed(
  draft: StoredDraft,
  { position, pending, params, formVersion, answers: more }: DraftChange,
): StoredDraft {
  const answers = { ...draft.answers }
  for (const { field, value } of more) answers[field] = value
  return { ...draft, position, pending, params, formVersion, revision: draft.revision + 1, answers }
}
