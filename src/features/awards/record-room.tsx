import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { nameWithWard } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { givingRole, may, mayEver } from '../../people/may.ts'
import { normalise } from '../../reading/text.ts'
import { awardForms, honoreeKinds, type Level, levels, purposes } from './codes.ts'
import { RecordPage } from './record-page.tsx'
import { recordAward, seeAwards } from './rights.ts'
import { tellAwarded } from './tell.ts'
import { personMeant } from './who-is-meant.ts'
import { writeAwards } from './write.ts'

/** An award that no list here has decided: of a unit on its own level (K06), or given at once, outside the season. */
export const recordRoom: DeskRoom = {
  path: 'ghi-khen-thuong',
  group: 'register',
  title: 'awards.record.title',
  door: 'praise',
  mayOpen: person => mayEver(person, recordAward),

  answer: async (ctx, request) => {
    if (request.rest !== '') return null
    return request.form ? recorded(ctx, request, request.form) : shown(ctx, request, {}, [])
  },
}

const text = (max: number) => z.string().transform(normalise).pipe(z.string().max(max))
const asked = z.object({
  unit: z.string(),
  honoreeKind: z.enum(honoreeKinds),
  name: text(200).pipe(z.string().min(2)),
  position: text(200),
  form: z.enum(awardForms),
  purpose: z.enum(purposes),
  level: z.enum(levels),
  authority: text(200).pipe(z.string().min(3)),
  achievement: text(1_000).pipe(z.string().min(5)),
  decision: text(60).pipe(z.string().regex(/\d/)),
  decidedOn: z.iso.date(),
  golden: z.union([z.literal(''), z.string().regex(/^\d{1,4}$/)]),
  prize: z.union([z.literal(''), z.string().regex(/^\d{1,3}(\.?\d{3}){0,4}$/)]),
  praise: text(1_000),
})

/** The unit's own people write what the unit has awarded; the office what any authority has. */
export function levelsFor(ctx: Ctx, unitCode: string): readonly Level[] {
  return givingRole(ctx.person, recordAward, { unitCode })?.role === 'PNV' ? levels : ['UNIT']
}

async function recorded(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer | null> {
  const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value).slice(0, 2_000)]))
  const read = asked.safeParse(given)
  if (!read.success)
    return shown(ctx, request, given, [...new Set(read.error.issues.map(({ path }) => String(path[0])))])
  const { unit: unitCode, praise, decision: decisionNumber, golden, prize, level, ...facts } = read.data
  const held = givingRole(ctx.person, recordAward, { unitCode })
  if (!held || !ctx.campaign.units.has(unitCode)) return shown(ctx, request, given, ['unit'])
  if (!levelsFor(ctx, unitCode).includes(level)) return shown(ctx, request, given, ['level'])
  if (facts.decidedOn > ctx.today.toString()) return shown(ctx, request, given, ['decidedOn'])
  const isOurs = facts.form === 'GIAY_KHEN' && (level === 'CITY' || level === 'WARD')
  const personId = facts.honoreeKind === 'INDIVIDUAL' ? await personMeant(ctx.tx, facts.name, unitCode) : null
  const award = {
    ...{ ...facts, unitCode, level, decisionNumber, personId, unitName: nameWithWard(ctx.campaign, unitCode) },
    golden: golden === '' ? null : Number(golden),
    prizeVnd: prize === '' ? null : BigInt(prize.replaceAll('.', '')),
    ...(isOurs ? { serial: randomBytes(8).toString('hex') } : {}),
    ...{ origin: 'RECORDED' as const, campaignId: ctx.campaign.id },
  }
  const before = await ctx.tx.award.findFirst({
    where: {
      revokedOn: null,
      name: award.name,
      unitCode,
      decisionNumber,
      decidedOn: award.decidedOn,
      form: award.form,
    },
  })
  // Sent twice, it stands once.
  const written = before ? [] : await writeAwards(ctx.tx, [award], { id: ctx.person.id, role: held.role }, ctx.now)
  await tellAwarded(ctx, written, praise)
  const desk = request.address.slice(0, request.address.lastIndexOf('/'))
  const say = ctx.t(before ? 'awards.record.known' : 'awards.record.done', { name: award.name })
  const goTo = may(ctx.person, seeAwards, { unitCode }) ? `${desk}/so-khen-thuong` : request.address
  return { goTo, isGood: !before, say }
}

function shown(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  given: Readonly<Record<string, string>>,
  wrong: readonly string[],
): RoomAnswer {
  const units = [...ctx.campaign.units.values()].filter(({ code }) => may(ctx.person, recordAward, { unitCode: code }))
  const [first] = units
  return {
    title: ctx.t('awards.record.title'),
    ...(wrong.length > 0 ? { status: 422 as const } : {}),
    body: () => (
      <RecordPage {...{ t: ctx.t, units, address, csrf, given, wrong }} levels={levelsFor(ctx, first?.code ?? '')} />
    ),
  }
}
