import type { Temporal } from 'temporal-polyfill'
import { actingUnit } from '../../campaign/acting-unit.ts'
import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../contract/feature.ts'
import { anyKind } from '../../records/kind.ts'
import { type RecordThen, recordsThen } from '../../records/stood-at.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { launchDocument } from '../launch/kind.ts'
import { receivedBefore } from '../received/received-before.ts'

const kind = anyKind(launchDocument)

/** A launch document that had reached the office. */
export interface Launch {
  unitCode: string
  /** 'YYYY-MM-DD': when the unit first sent it. */
  sentOn: string
  isLate: boolean
}

/**
 * Who owed the launch document, and whose stood with the office at the end of a day (null: now): let through by the head and not
 * returned, or noted as received elsewhere. Late by its first sending.
 */
export async function launchesAt(
  ctx: Ctx,
  day: Temporal.PlainDate | null,
): Promise<{ owed: number; launched: readonly Launch[] }> {
  const { tx, campaign, today } = ctx
  const duty = campaign.plan.duties.find(({ metBy }) => metBy.kind === 'launchDocument')
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', campaign.timeZone)
  const owed = await tx.obligation.findMany({
    where: { campaignId: campaign.id, dutyCode: duty?.code ?? '', state: { not: 'WITHDRAWN' } },
  })
  const documents = await recordsThen(ctx, kind, before, null)
  const firstSent = await firstSentOn(ctx, documents)
  const noted = await receivedBefore(
    tx,
    owed.map(({ id }) => id),
    before,
  )
  const on = (day ?? today).toString()
  const launched = owed.flatMap(({ id, unitCode, dueOn }): Launch[] => {
    // Of an ended unit whoever has taken its place may send it.
    const own = documents.find(({ origin }) => origin === unitCode)
    const document = own ?? documents.find(({ origin }) => origin === actingUnit(campaign, unitCode, on))
    const sentOn = document ? firstSent.get(document.record.id) : noted.get(id)
    return sentOn === undefined ? [] : [{ unitCode, sentOn, isLate: sentOn > dueOn }]
  })
  return { owed: owed.length, launched }
}

/** Of each the day on which the first version that reached the office, and was not taken back, was sent. */
async function firstSentOn({ tx, campaign }: Ctx, documents: readonly RecordThen[]): Promise<Map<string, string>> {
  const then = new Map(documents.map(({ record, version }) => [record.id, version.version]))
  const versions = await tx.recordVersion.findMany({
    where: { recordId: { in: [...then.keys()] } },
    orderBy: { version: 'desc' },
    select: { recordId: true, version: true, sentAt: true, passedAt: true },
  })
  return new Map(
    versions
      .filter(({ recordId, version, passedAt }) => {
        const last = then.get(recordId) ?? 0
        return version === last || (version < last && passedAt !== null)
      })
      .map(({ recordId, sentAt }) => [recordId, dayOf(sentAt, campaign.timeZone).toString()]),
  )
}
