import type { Ctx } from '../../contract/feature.ts'
import type { ListStanding } from '../../figures/listed.ts'
import { listRights } from '../../figures/rights.ts'
import { may } from '../../people/may.ts'
import { anyKind } from '../../records/kind.ts'
import { mayOpenList } from '../../records/seeing.ts'
import { list } from '../lists/kind.ts'
import { listRoom } from '../lists/page/room.tsx'
import { report } from '../progress/kind.ts'
import type { Looking } from './looking.ts'

/** Where a report is opened; undefined: this person has no page for it. */
export function reportHref({ person }: Ctx, { desk }: Looking, recordId: string): string | undefined {
  return mayOpenList(person, anyKind(report)) ? `${desk}/${report.path}/${recordId}` : undefined
}

/** Where a list is opened: its record for those who review, the table itself for those who keep it. */
export function listHref(
  { person }: Ctx,
  { desk }: Looking,
  target: string,
  { recordId, unitCode }: Pick<ListStanding, 'recordId' | 'unitCode'>,
): string | undefined {
  if (mayOpenList(person, anyKind(list))) return `${desk}/${list.path}/${recordId}`
  if (!may(person, listRights.write, { unitCode })) return undefined
  return `${desk}/${listRoom.path}?${new URLSearchParams({ dv: unitCode, ct: target })}`
}
