import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type Content, fillTemplate } from '../../documents/word/fill.ts'
import { whoMayAward } from '../../law/authorities.ts'
import type { Basis } from '../../law/law-schema.ts'
import { basisInWords } from '../../law/words.ts'
import { formatDateLong, formatMoney } from '../../reading/format.ts'
import type { Award, AwardDecision } from '../../store/generated/client.ts'
import { cityDecision, wardDecision } from '../papers/award-papers.ts'
import { frameContent, ofCommittee, ofUnit, paperDate, planDocument } from '../papers/frame.ts'
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
  const frame = scope.level === 'CITY' ? ofCommittee(ctx) : ofUnit(ctx, scope.unitCode)
  const office = scope.level === 'CITY' ? officeName(campaign, day) : unitName(campaign, scope.unitCode)
  const rows = (isPerson: boolean) => awards.filter(({ honoreeKind }) => (honoreeKind === 'INDIVIDUAL') === isPerson)
  const [collectives, people] = [rows(false), rows(true)]
  const content: Content = {
    ...frameContent(ctx, { ...frame, authority: '', position: t('awards.certificate.position').toUpperCase() }),
    number: decision.number,
    dateLine: t('awards.certificate.dateLine', { place: campaign.plan.identity.place, date: formatDateLong(day) }),
    ...{ who: authorityOf(ctx, scope, day), plan: planDocument(ctx), campaign: campaign.plan.identity.name },
    ...{ year: String(campaign.year), proposer: t(`awarding.paper.proposer.${scope.level}`, { office }) },
    bases: basesOf(ctx, scope, day).map(line => ({ line })),
    countOfCollectives: String(collectives.length),
    countOfPeople: String(people.length),
    prizes: t(decision.hasPrizes ? 'awarding.paper.prizes' : 'awarding.paper.noPrizes'),
    execution: t('awarding.paper.execution', { office }),
    day: paperDate(day),
    ...{ collectives: collectives.map(listed), people: people.map(listed) },
  }
  return { name: `${paper.code}-${day}.docx`, bytes: await fillTemplate(await templateOf(tx, paper), content) }
}

/** Papers name what is higher first. */
const ranks: readonly Basis['kind'][] = ['LAW', 'DECREE', 'CIRCULAR']

/** What the authority rests on, on that day; a law that is not held is left for the office to write. */
function basesOf({ t }: Ctx, { level }: Scope, day: string): string[] {
  const who = whoMayAward(day, level)
  const ranked = who.held ? who.bases.toSorted((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind)) : []
  const bases = ranked.map(basis => t('awarding.paper.basis', { basis: basisInWords(basis, t) }))
  return bases.length > 0 ? bases : [t('awarding.paper.noBasis')]
}

function listed({ name, position, unitName: unit, achievement, prizeVnd }: Award, at: number): Content {
  return {
    ...{ no: String(at + 1), name, achievement },
    unit: [position, unit].filter(Boolean).join(', '),
    prize: prizeVnd === null ? '' : formatMoney(prizeVnd),
  }
}
