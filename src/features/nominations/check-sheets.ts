import { actingUnit, withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import type { AwardDossier, Prisma, StopFact } from '../../store/generated/client.ts'
import { unitsAround } from './around.ts'
import { eligibleBy } from './check/eligible.ts'
import type { CheckFacts, FlagFacts } from './check/facts.ts'
import type { CheckSheet, Evidence } from './check/finding.ts'
import { matched } from './check/match.ts'
import { type CheckedBy, checkSheet } from './check/sheet.ts'
import { dossierCode } from './dossier.ts'
import { isUnitItself, namesOfUnit } from './nominee.ts'
import { type Nominee, nomineesOf, type WantedNominees } from './nominees.ts'
import { nominationRights } from './rights.ts'
import type { PastAward, Seams } from './seams.ts'
import { targetsOfUnits } from './target-figures.ts'
import { levelsOpenTo } from './who-decides.ts'

/** The person sees what agencies list only where they may. */
type CheckCtx = Pick<Ctx, 'tx' | 'campaign' | 'today' | 'person' | 'officeSecret'>

/**
 * The check sheets of nominations, by record, as things stand today: a few statements, however many there are. `version`: see
 * `nomineesOf`; what nobody outside may see is in no sheet of `passed`. A nomination that is not seen has none.
 */
export async function checkSheetsOf(
  ctx: CheckCtx,
  recordIds: readonly string[],
  seams: Seams,
  version: WantedNominees['version'] = 'passed',
): Promise<ReadonlyMap<string, CheckSheet>> {
  const gathered = await gather(ctx, recordIds, seams, version)
  const by = checkedBy(ctx)
  return new Map(gathered.map(facts => [facts.recordId, checkSheet(facts, by)]))
}

/** What the rules are read from. */
export function checkedBy({ campaign: { plan } }: Pick<CheckCtx, 'campaign'>): CheckedBy {
  const { rules, joined, papers, judgedBy } = plan.commendation
  return {
    rules,
    joined,
    papers,
    judgedBy,
    worstRank: rankOf(plan)?.threshold ?? null,
  }
}

/** How the plan judges by a rank, and by the list of which year. */
function rankOf({ targets }: CheckCtx['campaign']['plan']) {
  const measures = targets.map(({ measure }) => measure)
  return measures.find(measure => measure.kind === 'RANK') ?? null
}

async function gather(
  ctx: CheckCtx,
  recordIds: readonly string[],
  seams: Seams,
  version: WantedNominees['version'],
): Promise<CheckFacts[]> {
  const { tx, campaign, today } = ctx
  const day = today.toString()
  const campaignId = campaign.id
  const nominees = await nomineesOf(tx, { campaignId, recordIds, ...(version ? { version } : {}) })
  if (nominees.length === 0) return []
  const all = await nomineesOf(tx, { campaignId })
  const isUnit = ({ kind, nameFolded, ofUnit }: Nominee) =>
    isUnitItself(campaign, { kind, nameFolded, unitCode: ofUnit })
  const units = [...new Set(nominees.filter(isUnit).map(({ ofUnit }) => ofUnit))]
  const targets = await targetsOfUnits(ctx, units)
  const ranks = await ranksOf(ctx, units)
  const listed = await stopFactsOf(ctx, nominees)
  const agreements = await seams.agreedOn(
    tx,
    nominees.map(({ recordId }) => recordId),
  )
  const past = await seams.pastAwardsOf(
    tx,
    nominees.map(one => ({
      ...{ ...one, unitCode: one.ofUnit },
      alsoCalled: isUnit(one) ? namesOfUnit(campaign, one.ofUnit) : [],
    })),
  )
  const dossiers = await tx.awardDossier.findMany({
    where: { id: { in: nominees.flatMap(one => one.dossierId ?? []) } },
  })
  const support = await supportOf(ctx, nominees, seams)
  const openChecks = await openOf(ctx, units, seams)
  const byWho = groupedBy(all.filter(isLive), whoOf)
  const byDossier = groupedBy(all, ({ dossierId }) => dossierId ?? '')
  const maySeeFlags = ({ unitCode }: Nominee) => may(ctx.person, nominationRights.stopFacts, { unitCode })
  const unitOn = (code: string) => actingUnit(campaign, code, day)
  const cases = await seams.casesAbout(
    ctx,
    nominees.filter(maySeeFlags).map(({ recordId, nameFolded, isLeader, ...one }) => ({
      ...{ recordId, nameFolded, unitCode: unitOn(one.ofUnit) },
      isOverUnit: isLeader || isUnit({ recordId, nameFolded, isLeader, ...one }),
      around: unitsAround(campaign, unitOn(one.ofUnit)),
    })),
  )

  return nominees.map(one => {
    const dossier = dossiers.find(({ id }) => id === one.dossierId)
    const together = one.dossierId === null ? [one] : (byDossier.get(one.dossierId) ?? [one])
    const own = isUnit(one)
    const around = unitsAround(campaign, unitOn(one.ofUnit))
    return {
      ...{ recordId: one.recordId, kind: one.kind, level: one.level, day },
      isConfirmedByHead: one.version <= one.passedVersion,
      ...{ isExemplary: one.isExemplary, cityTasks: one.cityTasks, unitTasks: one.unitTasks, isUnit: own },
      targets: own ? (targets.get(one.ofUnit) ?? []) : [],
      rank: own ? (ranks.get(one.ofUnit) ?? null) : null,
      eligible: eligibleBy(campaign.plan, campaign.units.get(one.ofUnit), { ...one, isUnit: own }),
      isLevelOpen: decided.includes(one.state) || levelsOpenTo(campaign, unitOn(one.unitCode), day).includes(one.level),
      areFlagsSeen: maySeeFlags(one),
      flags: (maySeeFlags(one) ? listed : []).flatMap(fact => {
        const subject = { ...fact, unitCode: fact.unitCode === null ? null : unitOn(fact.unitCode) }
        const how = matched(subject, { ...one, unitCode: unitOn(one.ofUnit), around, isUnit: own })
        return how === null ? [] : [flagOf(fact, how === 'BY_NAME')]
      }),
      openChecks: own ? (openChecks.get(unitOn(one.ofUnit)) ?? []) : [],
      cases: cases.get(one.recordId) ?? null,
      past: (past.get(one.recordId) ?? []).map(award => placed(award, ctx)),
      others: (byWho.get(whoOf(one)) ?? [])
        .filter(({ recordId }) => recordId !== one.recordId)
        .map(({ code, recordId, state }) => ({ code, recordId, isAwarded: state === 'AWARDED' })),
      agreement: agreements.get(one.recordId) ?? null,
      support: one.personId === null ? [] : (support.get(one.personId) ?? []),
      dossier: dossier ? dossierFacts(dossier, ctx) : null,
      list: ratioOf(together),
    }
  })
}

/** What the ratio of those who do the work is counted from. */
export function ratioOf(nominees: readonly Nominee[]): CheckFacts['list'] {
  const people = nominees.filter(({ kind }) => kind === 'INDIVIDUAL')
  const count = (is: (one: Nominee) => boolean) => people.filter(is).length
  return {
    people: people.length,
    direct: count(({ isDirectWorker }) => isDirectWorker),
    leaders: count(({ isLeader }) => isLeader),
    women: count(({ isWoman }) => isWoman),
  }
}

/** States after the decision. */
const decided = ['SENT_TO_PROVINCE', 'AWARDED', 'NOT_AWARDED']

/** The same person or collective: whoever is known by their account, else by name and unit. */
function whoOf({ kind, personId, nameFolded, ofUnit }: Nominee): string {
  return personId ?? `${kind} ${ofUnit} ${nameFolded}`
}

function isLive({ state }: Nominee): boolean {
  return !['WITHDRAWN', 'NOT_PROPOSED', 'NOT_AWARDED'].includes(state)
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

function flagOf(fact: StopFact, isByNameOnly: boolean): FlagFacts {
  const { kind, agency, givenOn, expiresOn, concludedOn } = fact
  const conclusion = fact.conclusion === 'VIOLATION' || fact.conclusion === 'CLEARED' ? fact.conclusion : null
  return { kind, agency, givenOn, expiresOn, conclusion, concludedOn, isByNameOnly }
}

function placed(award: PastAward, { campaign }: CheckCtx): CheckFacts['past'][number] {
  const { startsOn, endsOn } = campaign.plan
  const isOfThisCampaign = award.campaignId === campaign.id
  return { ...award, isOfThisCampaign, isWithinCampaign: award.decidedOn >= startsOn && award.decidedOn <= endsOn }
}

function dossierFacts(dossier: AwardDossier, { campaign }: CheckCtx): NonNullable<CheckFacts['dossier']> {
  const { submissionNumber, receivedAt } = dossier
  return { code: dossierCode(campaign, dossier), submissionNumber, receivedAt: receivedAt?.toISOString() ?? null }
}

/** Only what the decision had announced by the day. */
async function ranksOf({ tx, campaign, today }: CheckCtx, units: readonly string[]) {
  const year = rankOf(campaign.plan)?.ofYear
  if (units.length === 0 || year === undefined) return new Map<string, NonNullable<CheckFacts['rank']>>()
  const entries = await tx.rankingEntry.findMany({ where: { year, unitCode: { in: [...units] } } })
  const known = entries.filter(({ decidedOn }) => (decidedOn ?? '') <= today.toString())
  return new Map(known.map(({ unitCode, rank, decision }) => [unitCode, { rank, decision, year }]))
}

async function stopFactsOf({ tx }: CheckCtx, nominees: readonly Nominee[]): Promise<StopFact[]> {
  const names = [...new Set(nominees.map(({ nameFolded }) => nameFolded))]
  return tx.stopFact.findMany({
    where: { OR: [{ nameFolded: { in: names } }, { subjectKind: 'COLLECTIVE' }] },
    orderBy: { id: 'asc' },
  })
}

/** What the registers hold of the nominated people that supports their achievement. */
async function supportOf(ctx: CheckCtx, nominees: readonly Nominee[], { registers }: Seams) {
  const people = nominees.flatMap(({ personId }) => personId ?? [])
  const of = registers.flatMap(({ name, ofNominee }) =>
    ofNominee?.whose === 'author' ? [{ kind: name, state: { in: [...(ofNominee.supports ?? [])] } }] : [],
  )
  return evidenceIn(ctx, { authorId: { in: people }, OR: of }, ({ authorId }) => authorId)
}

/** What the registers hold of these units, and of those that they have taken the place of, that is not settled. */
async function openOf(ctx: CheckCtx, units: readonly string[], { registers }: Seams) {
  const day = ctx.today.toString()
  const of = registers.flatMap(({ name, ofNominee }) =>
    ofNominee?.whose === 'unit' ? [{ kind: name, state: { in: [...(ofNominee.isOpen ?? [])] } }] : [],
  )
  const acting = units.map(code => actingUnit(ctx.campaign, code, day))
  const where = { topic: { in: withFormer(ctx.campaign, acting, day) }, OR: of }
  return evidenceIn(ctx, where, ({ topic }) => actingUnit(ctx.campaign, topic, day))
}

async function evidenceIn(
  { tx, campaign }: CheckCtx,
  where: Prisma.RecordWhereInput,
  by: (record: { authorId: string; topic: string }) => string,
): Promise<ReadonlyMap<string, Evidence[]>> {
  const records = await tx.record.findMany({
    where: { ...where, campaignId: campaign.id, passedVersion: { gt: 0 } },
    select: { id: true, kind: true, code: true, authorId: true, topic: true },
    orderBy: [{ kind: 'asc' }, { number: 'asc' }],
  })
  return new Map(
    [...groupedBy(records, by)].map(([of, own]) => [
      of,
      own.map(({ id, kind, code }) => ({ label: code, record: { kind, id } })),
    ]),
  )
}
