import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { newId } from '../../store/new-id.ts'
import { seal, unseal } from '../../store/seal.ts'
import { type AskedAbout, answerOf, type Case, type CaseAnswer, type CaseContent, caseContent } from './case.ts'
import { caseRights } from './rights.ts'

type Reading = Pick<Ctx, 'tx' | 'campaign' | 'officeSecret'>

/** One sealed text cannot be put in another's place. */
const nameOf = (caseId: string, version: number) => `case:${caseId}:${version}`

export function caseCode(number: number): string {
  return `VV-${String(number).padStart(3, '0')}`
}

/** Every case as it stands, the latest first. Whoever calls has asked for the right. */
export async function casesOf({ tx, campaign, officeSecret }: Reading): Promise<Case[]> {
  const rows = await tx.caseVersion.findMany({
    where: { campaignId: campaign.id },
    distinct: ['caseId'],
    orderBy: [{ number: 'desc' }, { version: 'desc' }],
  })
  if (rows.length === 0) return []
  const secret = await officeSecret()
  return rows.map(({ caseId, version, number, sealed }) => ({
    ...{ caseId, version, code: caseCode(number) },
    content: contentIn(unseal(sealed, secret, nameOf(caseId, version))),
  }))
}

function contentIn(text: string | null): CaseContent | null {
  if (text === null) return null
  return caseContent.parse(JSON.parse(text))
}

/** Writes a case down: a new one, or what has become of one; what stood before stays. Its code; null: somebody else was first. */
export async function keepCase(ctx: Ctx, before: Case | null, content: CaseContent): Promise<string | null> {
  const { tx, campaign, now, person, officeSecret } = ctx
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`cases:${campaign.id}`}, 0))`
  const { _max } = await tx.caseVersion.aggregate({ where: { campaignId: campaign.id }, _max: { number: true } })
  const present = before ? await tx.caseVersion.findFirst({ where: { caseId: before.caseId }, ...newest }) : null
  if (before && present?.version !== before.version) return null
  const caseId = before?.caseId ?? newId(now)
  const version = (before?.version ?? 0) + 1
  const number = present?.number ?? (_max.number ?? 0) + 1
  const sealed = seal(JSON.stringify(content), await officeSecret(), nameOf(caseId, version))
  const data = { caseId, version, number, sealed, campaignId: campaign.id, byId: person.id, at: now }
  await tx.caseVersion.create({ data })
  await noteOf(ctx, before ? 'case.change' : 'case.write', caseCode(number))
  return caseCode(number)
}

const newest = { orderBy: { version: 'desc' } } as const

/** What people do with the register. */
export type CaseAction =
  | 'case.write'
  | 'case.change'
  | 'case.list'
  | 'case.open'
  | 'case.exportAsk'
  | 'case.exportAgree'
  | 'case.exportTake'

/** What is done with the register is written down; what stands in it is not. */
export async function noteOf(ctx: Ctx, action: CaseAction, subjectId: string): Promise<void> {
  const actorRole = givingRole(ctx.person, caseRights.see, {})?.role ?? 'GUEST'
  const entry = { actorId: ctx.person.id, actorRole, action, subjectType: 'case', subjectId } as const
  await writeAudit(ctx.tx, entry, ctx.now)
}

/** What the check of nominees may learn, by record: see `answerOf`. Units that were merged are asked about with the one of today. */
export async function casesAbout(
  ctx: Reading & Pick<Ctx, 'today'>,
  asked: readonly (AskedAbout & { recordId: string })[],
): Promise<ReadonlyMap<string, CaseAnswer>> {
  const cases = await casesOf(ctx)
  const day = ctx.today.toString()
  return new Map(
    asked.map(({ recordId, ...about }) => {
      const units = withFormer(ctx.campaign, [about.unitCode], day)
      const ofUnit = (one: Case) =>
        one.content && units.includes(one.content.unitCode)
          ? { ...one, content: { ...one.content, unitCode: about.unitCode } }
          : one
      return [recordId, answerOf(cases.map(ofUnit), about, day)]
    }),
  )
}
