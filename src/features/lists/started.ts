import { listTargets } from '../../campaign/list-owner.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import { itemsAt } from '../../figures/items.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

/** A unit and the target that is kept by the list. */
export interface Place {
  unit: string
  target: string
}

/** What the form of a list is started with: the list as it stands, the columns it has, what its questions name. */
export async function paramsOf(ctx: Ctx, { unit, target }: Place, record: StoredRecord | null): Promise<Params> {
  const known = listTargets(ctx.campaign.plan).find(({ code }) => code === target)
  const items = record ? await itemsAt(ctx.tx, record.id, record.version) : []
  return {
    ...{ unit, target, record: record?.id ?? null, basedOn: record?.version ?? 0 },
    items: record ? { items: items.map(item => ({ ...item })), unread: [] } : null,
    columns: known ? { ...known.list } : null,
    name: known?.name ?? target,
    item: known?.list.item ?? '',
    unitName: unitName(ctx.campaign, unit),
    about: known?.name ?? target,
  }
}
