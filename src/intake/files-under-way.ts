import type { DraftState, FileAnswer } from '../conversation/draft.ts'
import { fieldOf } from '../conversation/form.ts'
import { type FileRefusal, isFileRefusal } from '../files/file-kind.ts'
import { leaveAnswers } from '../files/leave-answers.ts'
import type { Tx } from '../store/transaction.ts'
import type { RunningDraft } from './running-draft.ts'

/** Files of a form that is being confirmed and that are not stored. */
export interface FilesUnderWay {
  /** Announced, bytes not here yet. */
  onTheWay: readonly FileAnswer[]
  /** Refused, or no longer to be had; the first question that held one is asked again. */
  lost: readonly { field: string; file: FileAnswer; why: FileRefusal | 'gone' }[]
}

/** A form is sent only when each of its files is stored; this says of which it is not true. Asks nothing of a form without files. */
export async function filesUnderWay(
  tx: Tx,
  { form }: RunningDraft,
  answers: DraftState['answers'],
): Promise<FilesUnderWay> {
  const held = form.order
    .filter(name => fieldOf(form, name).kind === 'files')
    // Only this kind of question has such answers.
    .flatMap(field => ((answers[field] ?? []) as readonly FileAnswer[]).map(file => ({ field, file })))
  if (held.length === 0) return { onTheWay: [], lost: [] }
  const rows = await tx.storedFile.findMany({
    where: { id: { in: held.map(({ file }) => file.id) }, state: { not: 'STORED' } },
    select: { id: true, state: true, why: true },
  })
  const notStored = held.flatMap(({ field, file }) => {
    const row = rows.find(({ id }) => id === file.id)
    return row ? [{ field, file, row }] : []
  })
  return {
    onTheWay: notStored.filter(({ row }) => row.state === 'PENDING').map(({ file }) => file),
    lost: notStored
      .filter(({ row }) => row.state !== 'PENDING')
      .map(({ field, file, row }) => ({ field, file, why: isFileRefusal(row.why) ? row.why : 'gone' })),
  }
}

/** The draft without the lost files, at the first question that held one. */
export async function withoutLost(tx: Tx, state: DraftState, lost: FilesUnderWay['lost']): Promise<DraftState> {
  const answers = { ...state.answers }
  for (const { field, file } of lost) {
    await leaveAnswers(tx, file.id)
    const rest = ((answers[field] ?? []) as readonly FileAnswer[]).filter(({ id }) => id !== file.id)
    if (rest.length > 0) answers[field] = rest
    else delete answers[field]
  }
  return { ...state, answers, pending: null, position: lost[0]?.field ?? state.position }
}
