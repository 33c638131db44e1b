import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { DataRequestKind } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'

/** Days within which each kind of request is carried out. Source: decree 356/2025, article 5 (domain.md §9). */
const days: Record<DataRequestKind, number> = { EXPORT: 10, CORRECT: 10, WITHDRAW: 15, DELETE: 20 }

/** Writes a request down with the day by which it must be carried out; returns that day as people read it. */
export async function fileRequest(
  ctx: Ctx,
  kind: DataRequestKind,
  about: { isDone: boolean; detail?: string },
): Promise<string> {
  const dueOn = ctx.today.add({ days: days[kind] }).toString()
  await ctx.tx.dataRequest.create({
    data: {
      id: newId(ctx.now),
      personId: ctx.person.id,
      kind,
      detail: about.detail ?? '',
      requestedAt: ctx.now,
      dueOn,
      doneAt: about.isDone ? ctx.now : null,
    },
  })
  return formatDate(dueOn)
}
