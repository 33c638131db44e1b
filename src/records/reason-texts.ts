import type { Ctx } from '../contract/feature.ts'
import { reasonLength } from '../contract/reason.ts'
import { writeAudit } from '../people/audit.ts'
import type { ReasonText } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'

const lately = 5
const lookedThrough = 50

/** What may be chosen as a reason: the texts of the office for this kind or for all, then what this person wrote last. */
export async function reasonsOffered({ tx, person }: Ctx, kind: string): Promise<string[]> {
  const kept = await tx.reasonText.findMany({
    where: { kind: { in: [kind, ''] } },
    orderBy: [{ kind: 'desc' }, { madeAt: 'asc' }],
    select: { text: true },
  })
  const own = await tx.recordMove.findMany({
    where: { byId: person.id, record: { kind } },
    orderBy: { seq: 'desc' },
    take: lookedThrough,
    select: { reason: true },
  })
  const written = own.flatMap(({ reason }) => (reason && reason.length >= reasonLength.min ? [reason] : []))
  const texts = kept.map(({ text }) => text)
  return [...texts, ...[...new Set(written)].filter(reason => !texts.includes(reason)).slice(0, lately)]
}

/** Those of the office, for all kinds first. */
export function keptReasons({ tx }: Pick<Ctx, 'tx'>): Promise<ReasonText[]> {
  return tx.reasonText.findMany({ orderBy: [{ kind: 'asc' }, { madeAt: 'asc' }] })
}

/** False: it was there already. */
export async function addReason({ tx, person, now }: Ctx, kind: string, text: string): Promise<boolean> {
  if ((await tx.reasonText.count({ where: { kind, text } })) > 0) return false
  const id = newId(now)
  await tx.reasonText.create({ data: { id, kind, text, madeById: person.id, madeAt: now } })
  await audited({ tx, person, now }, 'reasonText.add', id)
  return true
}

export async function removeReason({ tx, person, now }: Ctx, id: string): Promise<boolean> {
  const { count } = await tx.reasonText.deleteMany({ where: { id } })
  if (count > 0) await audited({ tx, person, now }, 'reasonText.remove', id)
  return count > 0
}

function audited({ tx, person, now }: Pick<Ctx, 'tx' | 'person' | 'now'>, action: string, id: string): Promise<void> {
  const entry = { actorId: person.id, actorRole: 'PNV', action, subjectType: 'reasonText', subjectId: id } as const
  return writeAudit(tx, entry, now)
}
