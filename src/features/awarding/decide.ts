import { randomBytes } from 'node:crypto'
import { nameWithWard } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { prizeFor } from '../../law/prizes.ts'
import { writeAudit } from '../../people/audit.ts'
import type { AnyKind } from '../../records/kind.ts'
import { makeMove } from '../../records/move.ts'
import type { Award, Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { KnownAward, Origin } from '../awards/write.ts'
import { writeAwards } from '../awards/write.ts'
import { authorityOf } from './authority.ts'
import { type Candidate, leadsTo, sendsOn } from './candidates.ts'
import type { PublicList } from './live.ts'
import { keepChoices } from './publish.ts'
import type { Choice } from './rules.ts'
import type { Scope } from './scope.ts'

/** A list that nothing stands against (see `rules.ts`), with what was chosen for each. */
export interface Deciding {
  scope: Scope
  candidates: readonly Candidate[]
  choices: readonly Choice[]
  number: string
  decidedOn: string
  hasPrizes: boolean
  published: PublicList | null
  role: Role
}

/**
 * Decides on a list as a whole, in the transaction of `ctx`: the decision, a move of each nomination, the awards in the register with
 * their numbers in the golden book. Nobody is told here. @throws when one of them cannot be moved after all: then nothing is done
 */
export async function decide(ctx: Ctx, kind: AnyKind, asked: Deciding): Promise<{ id: string; awards: Award[] }> {
  const { tx, now, person, campaign } = ctx
  const { scope, candidates, choices, number, decidedOn, hasPrizes, published, role } = asked
  const id = published?.id ?? newId(now)
  const decided = { state: 'DECIDED', number, decidedOn, hasPrizes, byId: person.id, decidedAt: now }
  if (published) await tx.awardDecision.update({ where: { id }, data: decided })
  else await tx.awardDecision.create({ data: { id, campaignId: campaign.id, ...scope, createdAt: now, ...decided } })
  await keepChoices(ctx, id, choices)
  const byId = new Map(candidates.map(one => [one.recordId, one]))
  const awarded: Candidate[] = []
  for (const { recordId, isAwarded, reason } of choices) {
    const candidate = byId.get(recordId)
    if (!candidate) throw new Error('a nomination that is not on the list')
    const { yes, no } = leadsTo(scope, candidate)
    const made = await makeMove(ctx, kind, recordId, {
      ...{ action: isAwarded ? yes : no, marks: [] },
      reason: isAwarded ? '' : reason,
    })
    if (!made.ok) throw new Error(`${candidate.code} cannot be decided on: ${made.say}`)
    if (isAwarded && !sendsOn(scope, candidate)) awarded.push(candidate)
  }
  const rows = awarded.map((candidate, at) => awardOf(ctx, asked, id, candidate, at + 1))
  const awards = await writeAwards(tx, rows, { id: person.id, role }, now)
  const subject = { subjectType: 'award-decision', subjectId: id, to: number }
  await writeAudit(tx, { actorId: person.id, actorRole: role, action: 'awarding.decide', ...subject }, now)
  return { id, awards }
}

function awardOf(
  ctx: Ctx,
  { scope, number, decidedOn, hasPrizes }: Deciding,
  decisionId: string,
  candidate: Candidate,
  golden: number,
): KnownAward & Origin {
  const { campaign } = ctx
  // What the register and certificates say is Vietnamese.
  const t = ctx.texts('vi')
  const { recordId, kind, name, personId, ofUnit, position, isLeader, isDirectWorker, isWoman } = candidate
  const isPerson = kind === 'INDIVIDUAL'
  const { level } = scope
  const prize = hasPrizes ? prizeFor(decidedOn, { level, honoured: kind }) : null
  return {
    ...{
      honoreeKind: kind,
      name,
      personId,
      unitCode: ofUnit,
      unitName: nameWithWard(campaign, ofUnit),
      position,
      level,
    },
    ...{
      form: 'GIAY_KHEN',
      purpose: 'CAMPAIGN',
      authority: authorityOf({ campaign, t }, scope, decidedOn),
      decisionNumber: number,
    },
    achievement: t('awarding.achievement', { campaign: campaign.plan.identity.name, year: campaign.year }),
    ...{ decidedOn, golden, prizeVnd: prize?.held ? prize.amountVnd : null, serial: randomBytes(8).toString('hex') },
    ...(isPerson ? { isLeader, isDirectWorker, isWoman } : {}),
    ...{ origin: 'DECIDED', recordId, decisionId, campaignId: campaign.id },
  }
}
