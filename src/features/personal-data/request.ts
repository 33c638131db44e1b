import type { Ctx } from '../../contract/feature.ts'
import { dueBy } from '../../law/due-by.ts'
import { whyInWords } from '../../law/words.ts'
import { formatDate } from '../../reading/format.ts'
import type { DataRequestKind } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'

/** The limit of the law by which each kind of request is carried out. */
const limits: Record<DataRequestKind, string> = {
  EXPORT: 'data.access',
  CORRECT: 'data.access',
  WITHDRAW: 'data.withdraw',
  DELETE: 'data.delete',
}

/**
 * Writes a request down with its day, as the law of the day sets it: by when it is carried out, told in a sentence; by when the person has
 * a reply follows from the day of the request. Where no rule is held the request is taken all the same, and the person is told why no day is named.
 */
export async function fileRequest(
  ctx: Ctx,
  kind: DataRequestKind,
  about: { isDone: boolean; detail?: string },
): Promise<string> {
  const { tx, now, today, t, campaign } = ctx
  const due = dueBy(limits[kind], today.toString(), campaign.calendar)
  await tx.dataRequest.create({
    data: {
      id: newId(now),
      personId: ctx.person.id,
      kind,
      detail: about.detail ?? '',
      requestedAt: now,
      repliedAt: about.isDone ? now : null,
      dueOn: due.held ? due.dueOn : null,
      extendableTo: due.held && !about.isDone ? due.mayExtendTo : null,
      doneAt: about.isDone ? now : null,
    },
  })
  if (due.held) return t('mydata.doneBy', { day: formatDate(due.dueOn) })
  return t('mydata.doneSoon', { why: whyInWords(due.why, t) })
}
