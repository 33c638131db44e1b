import { officeName, postAt } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type Content, fillTemplate } from '../../documents/word/fill.ts'
import { whoMayAward } from '../../law/authorities.ts'
import { basesOn } from '../../law/bases.ts'
import { ranked } from '../../law/ranked.ts'
import { basisInWords } from '../../law/words.ts'
import { formatDateLong, formatMoney } from '../../reading/format.ts'
import type { Award, AwardDecision } from '../../store/generated/client.ts'
import { submissionNumbersOf } from '../nominations/dossier.ts'
import { awardsOn } from '../nominations/who-decides.ts'
import { cityDecision, wardDecision } from '../papers/award-papers.ts'
import {
  councilName,
  frameContent,
  nameInFull,
  ofCommittee,
  ofUnit,
  paperDate,
  placeOf,
  planDocument,
} from '../papers/frame.ts'
import type { FrameWords } from '../papers/kind.ts'
import { countsInWords } from '../papers/nominee-rows.ts'
import { templateOf } from '../papers/template.ts'
import { authorityOf } from './authority.ts'
import type { Scope } from './scope.ts'

/** DOC19 or DOC20: the decision with its list, for signing where papers are issued. Writes nothing. */
export async function decisionWord(
  asked: Ctx,
  scope: Scope,
  decision: AwardDecision,
): Promise<{ name: string; bytes: Uint8Array }> {
  // The paper is Vietnamese, whoever takes it.
  const t = asked.texts('vi')
  const ctx = { ...asked, t }
  const { tx, campaign } = ctx
  const paper = scope.level === 'CITY' ? cityDecision : wardDecision
  const awards = await tx.award.findMany({
    where: { decisionId: decision.id },
    orderBy: [{ golden: 'asc' }, { id: 'asc' }],
  })
  const day = decision.decidedOn ?? ctx.today.toString()
  const frame = scope.level === 'CITY' ? ofCommittee(ctx) : ofWard(ctx, scope.unitCode, day)
  const office = scope.level === 'CITY' ? officeName(campaign, day) : nameInFull(ctx, scope.unitCode)
  const proposer = scope.level === 'CITY' ? office : councilName(ctx, scope.unitCode)
  const rows = (isPerson: boolean) => awards.filter(({ honoreeKind }) => (honoreeKind === 'INDIVIDUAL') === isPerson)
  const [collectives, people] = [rows(false), rows(true)]
  const content: Content = {
    ...frameContent(ctx, { ...frame, authority: '', position: t('awards.certificate.position').toUpperCase() }),
    number: decision.number,
    dateLine: t('awards.certificate.dateLine', { place: placeOf(campaign, scope.unitCode), date: formatDateLong(day) }),
    ...{ who: authorityOf(ctx, scope, day), plan: planDocument(ctx), campaign: campaign.plan.identity.name },
    ...{ year: String(campaign.year), proposer: await proposedBy(ctx, decision, proposer) },
    bases: basesOf(ctx, scope, day).map(line => ({ line })),
    countOfCollectives: String(collectives.length),
    countOfPeople: String(people.length),
    honoured: countsInWords(t, collectives.length, people.length),
    prizes: t(decision.hasPrizes ? 'awarding.paper.prizes' : 'awarding.paper.noPrizes'),
    execution: t('awarding.paper.execution', { office }),
    day: paperDate(day),
    ...{ collectives: collectives.map(listed), people: people.map(listed) },
  }
  return { name: `${paper.code}-${day}.docx`, bytes: await fillTemplate(await templateOf(tx, paper), content) }
}

/** «Theo đề nghị của … tại Tờ trình số 05/TTr-HĐ»: where all were submitted under one number. */
async function proposedBy({ t, tx }: Ctx, { id, level }: AwardDecision, who: string): Promise<string> {
  const chosen = level === 'WARD' ? await tx.awardChoice.findMany({ where: { decisionId: id } }) : []
  const recordIds = chosen.map(({ recordId }) => recordId)
  const [number, ...others] = await submissionNumbersOf(tx, recordIds)
  if (!number || others.length > 0) return t('awarding.paper.proposer', { who })
  return t('awarding.paper.proposedWith', { who, number })
}

/** What the decision rests on, on that day: the law that makes committees, laws with what amends them, and decrees; a law that is not held is left for the office to write. */
function basesOf({ t }: Ctx, { level }: Scope, day: string): string[] {
  const held = basesOn(day, 'commendation')
  const found = whoMayAward(day, level).held && held.held ? ranked(held.bases) : []
  const local = basesOn(day, 'localGovernment')
  const committees = local.held ? local.bases.filter(({ kind }) => kind === 'LAW') : []
  const bases = found.length === 0 ? [] : [...committees, ...found.filter(({ kind }) => kind !== 'CIRCULAR')]
  if (bases.length === 0) return [t('awarding.paper.noBasis')]
  return bases.map(basis => t('awarding.paper.basis', { basis: basisInWords(basis, t) }))
}

/** A ward tells the City's office while there is one (K12). */
function ofWard(ctx: Ctx, unitCode: string, day: string): FrameWords {
  const { t, campaign } = ctx
  const office = awardsOn(campaign, 'CITY', day)
    ? [t('awarding.paper.toOffice', { office: officeName(campaign, day) })]
    : []
  return { ...ofUnit(ctx, unitCode), recipients: [t('awarding.paper.asArticle'), ...office, t('papers.frame.filed')] }
}

function listed({ name, position, unitName: unit, achievement, prizeVnd }: Award, at: number): Content {
  return {
    ...{ no: String(at + 1), name, achievement },
    // A unit is not at itself.
    unit: name === unit ? '' : postAt(position, unit),
    prize: prizeVnd === null ? '' : formatMoney(prizeVnd),
  }
}
