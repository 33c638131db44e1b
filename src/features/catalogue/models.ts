import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { fold } from '../../reading/text.ts'
import { Prisma } from '../../store/generated/client.ts'
import { parFields } from '../initiatives/classification.ts'
import { established } from '../replications/offered.ts'

/** What the catalogue is asked for; '' : whatever it is. */
export interface Sought {
  words: string
  /** A field of reform. */
  field: string
  /** A kind of initiative. */
  kind: string
}

/** A model, solution, initiative … that was recognised: anybody of the campaign may know it, and take it over. */
export interface Model {
  id: string
  code: string
  title: string
  unitCode: string
  state: string
  field: string
  kind: string
  /** «Tiêu biểu»: chosen by the managing office (plan IV.2, DOC10). */
  isOutstanding: boolean
  /** Units that have taken it over, and of these the ones where its effect is confirmed. */
  taken: number
  effective: number
}

/** One page of the catalogue: outstanding ones first, then those proven, then those taken over most, then the latest. */
export async function modelsFound(
  ctx: Pick<Ctx, 'tx' | 'campaign'>,
  sought: Sought,
  { from, size }: { from: number; size: number },
): Promise<{ total: number; models: Model[] }> {
  const { tx, campaign } = ctx
  const of = where(campaign.id, sought)
  const [count] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM record r JOIN unit u ON u.code = r.unit_code WHERE ${of}`
  const models = await tx.$queryRaw<Model[]>`
    SELECT ${shown} FROM record r JOIN unit u ON u.code = r.unit_code ${beside} WHERE ${of}
    ORDER BY "isOutstanding" DESC, r.state = ANY (ARRAY['EFFECT_CONFIRMED', 'REPLICATED']) DESC, taken DESC, r.number DESC
    LIMIT ${size}::int OFFSET ${from}::int`
  return { total: count?.total ?? 0, models }
}

/** One of them, by its code or by its number alone; null: it is none, or has not been recognised. */
export async function modelCalled(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  code: string,
  number = 0,
): Promise<Model | null> {
  const of = where(campaign.id, { words: '', field: '', kind: '' })
  const [model] = await tx.$queryRaw<Model[]>`
    SELECT ${shown} FROM record r JOIN unit u ON u.code = r.unit_code ${beside} WHERE ${of} AND (r.code = ${code} OR r.number = ${number}::int)`
  return model ?? null
}

const shown = Prisma.sql`r.id, r.code, r.title, r.unit_code AS "unitCode", r.state, r.topic AS field,
  coalesce(v.answers->'kind'->>'value', '') AS kind, coalesce(f.is_outstanding, false) AS "isOutstanding", t.taken, t.effective`

const beside = Prisma.sql`JOIN record_version v ON v.record_id = r.id AND v.version = r.passed_version
  LEFT JOIN initiative_fact f ON f.record_id = r.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS taken, count(*) FILTER (WHERE n.state = 'EFFECT_CONFIRMED')::int AS effective FROM record n
    WHERE n.campaign_id = r.campaign_id AND n.kind = 'replication' AND n.topic = r.code
      AND n.state = ANY (ARRAY['TAKEN_OVER', 'EFFECT_CONFIRMED'])
  ) t`

function where(campaignId: string, { words, field, kind }: Sought): Prisma.Sql {
  const conditions = [
    Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = 'initiative' AND r.passed_version > 0`,
    Prisma.sql`r.state = ANY (${[...established]}::text[])`,
    ...fold(words)
      .split(' ')
      .filter(Boolean)
      .map(word => Prisma.sql`position(${word} IN r.search_text || ' ' || u.name_folded) > 0`),
    ...(parFields.some(one => one === field) ? [Prisma.sql`r.topic = ${field}`] : []),
    ...(kind === ''
      ? []
      : [
          Prisma.sql`EXISTS (SELECT FROM record_version k WHERE k.record_id = r.id AND k.version = r.passed_version
            AND k.answers->'kind'->>'value' = ${kind})`,
        ]),
  ]
  return Prisma.join(conditions, ' AND ')
}

/** Where it comes from and where it went: what it rests on itself, and each unit that has taken it over, with how that stands. */
export async function lineageOf(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  { id, code }: Pick<Model, 'id' | 'code'>,
): Promise<{
  from: { relation: string; code: string; title: string } | null
  to: { unitCode: string; state: string }[]
}> {
  const fact = await tx.initiativeFact.findUnique({
    where: { recordId: id },
    select: { relation: true, related: { select: { code: true, title: true } } },
  })
  const to = await tx.record.findMany({
    where: {
      ...{ campaignId: campaign.id, kind: 'replication', topic: code, passedVersion: { gt: 0 } },
      state: { in: ['TAKEN_OVER', 'EFFECT_CONFIRMED', 'NOT_EFFECTIVE'] },
    },
    select: { unitCode: true, state: true },
    orderBy: [{ number: 'asc' }],
  })
  const from = fact?.relation && fact.related ? { relation: fact.relation, ...fact.related } : null
  return { from, to }
}

/** The units of these that may take it over: not its own, and not those that have done so. */
export async function mayTake(
  { tx, campaign, today }: Pick<Ctx, 'tx' | 'campaign' | 'today'>,
  { code, unitCode }: Pick<Model, 'code' | 'unitCode'>,
  units: readonly string[],
): Promise<string[]> {
  const day = today.toString()
  const taken = await tx.record.findMany({
    where: {
      ...{
        campaignId: campaign.id,
        kind: 'replication',
        topic: code,
        unitCode: { in: withFormer(campaign, units, day) },
      },
      state: { notIn: ['WITHDRAWN', 'NOT_EFFECTIVE'] },
    },
    select: { unitCode: true },
  })
  const isIts = (unit: string, of: string) => withFormer(campaign, [unit], day).includes(of)
  return units.filter(unit => !isIts(unit, unitCode) && !taken.some(one => isIts(unit, one.unitCode)))
}
