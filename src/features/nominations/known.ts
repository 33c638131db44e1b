import type { GuestCtx } from '../../contract/feature.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { noFigure } from '../../figures/figure.ts'
import { shownFigure } from '../progress/wording.ts'
import type { Evidence } from './check/finding.ts'
import { other } from './form.ts'
import { isUnitItself, type NamedNominee, nomineeIn } from './nominee.ts'
import type { SayingKind } from './seams.ts'
import { targetsOfUnits } from './target-figures.ts'

/** A sentence of the report that the house can vouch for, with the rows that it rests on. */
export interface KnownSentence {
  text: string
  rows: readonly Evidence[]
}

type KnowingCtx = Pick<GuestCtx, 'tx' | 'campaign' | 'today' | 't' | 'person'>

/**
 * What verified figures and the registers say of a nominee: of a unit its own, of a person theirs; what people report of themselves only
 * when `ctx.person` is the nominee.
 */
export async function knownOf(
  ctx: KnowingCtx,
  nominee: NamedNominee,
  registers: readonly SayingKind[],
): Promise<KnownSentence[]> {
  const { kind, unitCode, personId } = nominee
  if (kind === 'INDIVIDUAL') {
    if (personId === null) return []
    const told = registers.filter(({ isPersonal }) => !isPersonal || ctx.person?.id === personId)
    return registeredOf(ctx, { authorId: personId }, told)
  }
  if (!isUnitItself(ctx.campaign, nominee)) return []
  const told = registers.filter(({ isPersonal }) => !isPersonal)
  return [...(await figuresOf(ctx, unitCode)), ...(await registeredOf(ctx, { unitCode }, told))]
}

async function figuresOf(ctx: KnowingCtx, unitCode: string): Promise<KnownSentence[]> {
  const targets = (await targetsOfUnits(ctx, [unitCode])).get(unitCode) ?? []
  return targets.flatMap(({ code, applies, figure, isVerified, rows, measure }) => {
    const target = ctx.campaign.plan.targets.find(one => one.code === code)
    if (!target || applies !== 'APPLIES' || figure === null || !isVerified || rows.length === 0) return []
    const shown = shownFigure(ctx.t, { measure }, { ...noFigure, ...figure })
    return [{ text: ctx.t('nomination.known.figure', { target: target.name, figure: shown }), rows }]
  })
}

/** What the registers vouch for. */
async function registeredOf(
  { tx, campaign, t }: KnowingCtx,
  of: { authorId: string } | { unitCode: string },
  registers: readonly SayingKind[],
): Promise<KnownSentence[]> {
  const vouched = registers.flatMap(({ name, ofNominee }) =>
    ofNominee?.vouches ? [{ kind: name, state: { in: [...ofNominee.vouches] } }] : [],
  )
  const records = await tx.record.findMany({
    where: { campaignId: campaign.id, passedVersion: { gt: 0 }, ...of, OR: vouched },
    select: { id: true, kind: true, code: true, title: true, state: true },
    orderBy: [{ kind: 'asc' }, { number: 'asc' }],
  })
  return records.map(({ id, kind, code, title, state }) => ({
    text: t(`nomination.known.${kind}`, { title, code, state: t(`${kind}.states.${state}`) }),
    rows: [{ label: code, record: { kind, id } }],
  }))
}

/** After the nominee was chosen: what need not be written, for it stands in the report with its source. */
export function lookUpKnownIn(registers: readonly SayingKind[]) {
  return async (ctx: GuestCtx, answers: Answers, params: Params): Promise<Params> => {
    const chosen = answers.kind === 'COLLECTIVE' ? answers.collective : answers.person
    const sentences = chosen === other ? [] : await knownOf(ctx, nomineeIn(answers, params), registers)
    if (sentences.length === 0) return { known: '' }
    const lines = sentences.map(({ text }) => ctx.t('nomination.known.line', { text }))
    return { known: ctx.t('nomination.known.lead', { lines: lines.join('\n') }) }
  }
}
