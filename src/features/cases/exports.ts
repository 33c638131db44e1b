import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { SheetCell } from '../../office-files/sheet-cell.ts'
import { xlsxStream } from '../../office-files/xlsx-stream.ts'
import type { CaseExport } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { casesOf, noteOf } from './store.ts'

/** So long it may be taken after somebody has agreed. */
const hours = 24

/** Somebody wants the register as a file, and says what for. */
export async function askForExport(ctx: Ctx, why: string): Promise<void> {
  const { tx, now, campaign, person } = ctx
  const id = newId(now)
  await tx.caseExport.create({ data: { id, campaignId: campaign.id, why, askedById: person.id, askedAt: now } })
  await noteOf(ctx, 'case.exportAsk', id)
}

/** A second person agrees; whoever asked cannot. */
export async function agreeToExport(ctx: Ctx, id: string): Promise<boolean> {
  const { tx, now, campaign, person } = ctx
  const { count } = await tx.caseExport.updateMany({
    where: { id, campaignId: campaign.id, agreedAt: null, takenAt: null, askedById: { not: person.id } },
    data: { agreedById: person.id, agreedAt: now },
  })
  if (count > 0) await noteOf(ctx, 'case.exportAgree', id)
  return count > 0
}

/** The file: once, to whoever asked, within a day after somebody else has agreed. Null: it may not be had. */
export async function takeExport(ctx: Ctx, id: string): Promise<Uint8Array | null> {
  const { tx, now, campaign, person } = ctx
  const since = new Date(now.getTime() - hours * 3_600_000)
  const { count } = await tx.caseExport.updateMany({
    where: { id, campaignId: campaign.id, askedById: person.id, agreedAt: { gte: since }, takenAt: null },
    data: { takenAt: now },
  })
  if (count === 0) return null
  await noteOf(ctx, 'case.exportTake', id)
  return workbookOf(ctx)
}

async function workbookOf(ctx: Ctx): Promise<Uint8Array> {
  const { t, campaign } = ctx
  const columns = ['code', 'unit', 'people', 'what', 'happenedOn', 'state', 'conclusion', 'handling', 'concludedOn']
  const cases = await casesOf(ctx)
  async function* rows(): AsyncIterable<readonly SheetCell[]> {
    for (const { code, content } of cases) {
      if (content === null) yield [code, t('case.unreadable')]
      else {
        const { unitCode, people, what, happenedOn, state, conclusion, handling, concludedOn } = content
        yield [
          ...[code, unitName(campaign, unitCode), people.join('; '), what, { day: happenedOn }],
          ...[t(`case.states.${state}`), conclusion, handling, concludedOn === null ? null : { day: concludedOn }],
        ]
      }
    }
  }
  const headings = columns.map(name => t(`case.fields.${name}`))
  const parts: Uint8Array[] = []
  for await (const part of xlsxStream(t('case.title'), headings, rows(), campaign.timeZone)) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

/** Those that still stand open, the latest first. */
export function exportsAsked({ tx, campaign, now }: Ctx): Promise<(CaseExport & { askedBy: { fullName: string } })[]> {
  const since = new Date(now.getTime() - 7 * hours * 3_600_000)
  return tx.caseExport.findMany({
    where: { campaignId: campaign.id, takenAt: null, askedAt: { gte: since } },
    include: { askedBy: { select: { fullName: true } } },
    orderBy: { askedAt: 'desc' },
  })
}
