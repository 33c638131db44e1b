import type { Ctx } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { targetOf } from '../progress/targets.ts'
import { isLate, listedIn } from './item.ts'

export const cellNames = ['target', 'done', 'overdue'] as const

/** What the list on the desk tells of a unit's list: the target, «3/5», how many are over their time limit. */
export function cellsOf({ campaign, today }: Ctx, { topic }: Pick<StoredRecord, 'topic'>, answers: Answers): string[] {
  const items = listedIn(answers.items)?.items ?? []
  const done = items.filter(({ doneOn }) => doneOn !== null)
  const overdue = items.filter(item => item.doneOn === null && isLate(item, today.toString()))
  return [targetOf(campaign.plan, topic)?.name ?? topic, `${done.length}/${items.length}`, String(overdue.length)]
}
