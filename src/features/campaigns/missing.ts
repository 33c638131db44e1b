import { provisionalDuties } from '../../campaign/provisional.ts'
import type { CampaignState } from '../../campaign/writable.ts'
import type { Ctx } from '../../contract/feature.ts'

/** Something that is still missing for the next state of a campaign. */
export interface Missing {
  /** Text key below `campaigns.missing`. */
  what: string
  /** Null: the words say it all. */
  count: number | null
  /** Where it stands, below /desk; '' the first page; null: nowhere in particular. */
  page: string | null
}

/** What is missing before a campaign moves on to `to`. Nothing of it forbids the move: who makes it all the same says why. */
export async function missingFor(ctx: Ctx, to: CampaignState): Promise<Missing[]> {
  const found = await lookFor(ctx, to)
  return found.filter(({ count }) => count !== 0)
}

async function lookFor(ctx: Ctx, to: CampaignState): Promise<Missing[]> {
  switch (to) {
    case 'LAUNCHED':
      return [await document(ctx)]
    case 'RUNNING':
      return [await document(ctx), await emptyUnits(ctx)]
    case 'SUMMARISING':
      return [expectedDays(ctx), await overdue(ctx), await undecided(ctx)]
    case 'AWARDED':
      return [await overdue(ctx), await summary(ctx), await nominees(ctx), await noDecision(ctx), await openLists(ctx)]
    case 'ARCHIVED':
      return [
        ...[await undecided(ctx), await waitingFiles(ctx), await drafts(ctx)],
        ...[await objections(ctx), await notHandedOver(ctx)],
      ]
    default:
      return []
  }
}

async function document({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.planDocument.count({ where: { campaignId: campaign.id } })
  return { what: 'document', count: count === 0 ? null : 0, page: 'gui-van-ban' }
}

/** Units of which something is owed, and in which nobody takes part who could do it. */
async function emptyUnits({ tx, campaign, today }: Ctx): Promise<Missing> {
  const day = today.toString()
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT o.unit_code)::int AS count FROM obligation o
    WHERE o.campaign_id = ${campaign.id}::uuid AND o.state <> 'WITHDRAWN' AND NOT EXISTS (
      SELECT FROM role_assignment r WHERE r.unit_code = o.unit_code AND r.role IN ('HEAD', 'WARD_CHAIR', 'CLERK')
        AND r.valid_from <= ${day} AND (r.valid_to IS NULL OR r.valid_to >= ${day}))`
  return { what: 'emptyUnits', count: row?.count ?? 0, page: 'moi-tham-gia' }
}

function expectedDays({ campaign }: Ctx): Missing {
  return { what: 'expectedDays', count: provisionalDuties(campaign.plan).length, page: 'ngay-du-kien' }
}

/** What is only expected has no day on which it could be late. */
async function overdue({ tx, campaign, today }: Ctx): Promise<Missing> {
  const count = await tx.obligation.count({
    where: {
      ...{ campaignId: campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] }, dueOn: { lt: today.toString() } },
      dutyCode: { notIn: [...provisionalDuties(campaign.plan)] },
    },
  })
  return { what: 'overdue', count, page: 'nhac-viec' }
}

async function undecided({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.record.count({ where: { campaignId: campaign.id, waitsFor: { not: null } } })
  return { what: 'undecided', count, page: '' }
}

/** The summary of the whole campaign (D07). */
async function summary({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.record.count({
    where: { campaignId: campaign.id, kind: 'summary', topic: 'CAMPAIGN', state: 'REPORT_SENT' },
  })
  return { what: 'summary', count: count === 0 ? null : 0, page: 'tong-ket' }
}

async function nominees({ tx, campaign }: Ctx): Promise<Missing> {
  const where = { campaignId: campaign.id, kind: 'nomination', waitsFor: { not: null } }
  return { what: 'nominees', count: await tx.record.count({ where }), page: 'de-nghi-khen' }
}

async function noDecision({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.awardDecision.count({ where: { campaignId: campaign.id, state: 'DECIDED' } })
  return { what: 'noDecision', count: count === 0 ? null : 0, page: 'quyet-dinh-khen' }
}

async function openLists({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.awardDecision.count({ where: { campaignId: campaign.id, state: { in: ['OPEN', 'PUBLIC'] } } })
  return { what: 'openLists', count, page: 'danh-sach-khen' }
}

/** Confirmed while it was open: they go in when their files have come. */
async function waitingFiles({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.draft.count({ where: { campaignId: campaign.id, state: 'WAITING' } })
  return { what: 'waitingFiles', count, page: null }
}

async function drafts({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.draft.count({ where: { campaignId: campaign.id, state: 'OPEN' } })
  return { what: 'drafts', count, page: null }
}

async function objections({ tx, campaign }: Ctx): Promise<Missing> {
  const count = await tx.objection.count({ where: { decision: { campaignId: campaign.id }, answeredAt: null } })
  return { what: 'objections', count, page: 'danh-sach-khen' }
}

async function notHandedOver({ tx, campaign }: Ctx): Promise<Missing> {
  const where = { campaignId: campaign.id, origin: 'DECIDED', handedOn: null, revokedOn: null }
  return { what: 'notHandedOver', count: await tx.award.count({ where }), page: 'so-khen-thuong' }
}
