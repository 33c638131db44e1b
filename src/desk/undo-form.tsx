import type { Flash } from '../web/flash.ts'
import type { Visit } from '../web/visit.ts'

interface UndoProps {
  visit: Visit
  undo: NonNullable<Flash['undo']>
  /** Records that were chosen together. */
  ids?: readonly string[]
}

/** One press takes back what was just decided; everybody who was told hears of it. */
export function UndoForm({ visit, undo, ids = [] }: UndoProps) {
  return (
    <form class="undo" method="post" action={undo.address}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="reason" value={undo.reason} />
      <input type="hidden" name="chac" value="co" />
      {ids.map(id => (
        <input type="hidden" name="chon" value={id} />
      ))}
      <button type="submit" name="action" value={undo.action} class="button">
        {ids.length > 1 ? visit.t('desk.undoMany', { count: ids.length }) : visit.t('desk.undo')}
      </button>
    </form>
  )
}
