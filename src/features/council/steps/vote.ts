import type { Ctx } from '../../../contract/feature.ts'
import type { Done } from '../done.ts'
import { type BallotPaper, sealBallot } from '../sealed/ballot-paper.ts'
import { lockSitting, memberOf, type SeatedMember, type WholeSitting } from '../sitting.ts'
import { announce } from '../written-down.ts'

/**
 * Takes a member's ballots, by case, and seals them before anything of them is stored. The first ballot on a nominee stands: sent again,
 * after a lost connection or with other words, it is neither counted twice nor changed. What is said back, noted or logged never says how
 * somebody voted.
 */
export async function castBallots(ctx: Ctx, id: string, papers: ReadonlyMap<string, BallotPaper>): Promise<Done> {
  const { tx, now, t, person } = ctx
  const sitting = await lockSitting(ctx, id, 'SHARE')
  const me = sitting && memberOf(sitting, ctx)
  if (!sitting || !me) return { ok: false, say: t('council.notAllowed') }
  const refused = whyNot(sitting, me)
  if (refused || !sitting.publicKey) return { ok: false, say: t(`council.vote.problems.${refused ?? 'notYet'}`) }
  const { publicKey } = sitting
  const open = sitting.cases.filter(({ conflicts }) => conflicts.every(({ personId }) => personId !== person.id))
  const given = open.flatMap(({ id: caseId }) => {
    const paper = papers.get(caseId)
    return paper ? [{ caseId, paper }] : []
  })
  if (given.length === 0) return { ok: false, say: t('council.vote.problems.nothing') }
  const { count } = await tx.ballot.createMany({
    data: given.map(({ caseId, paper }) => ({
      ...{ caseId, personId: person.id, isWritten: me.attendance !== 'PRESENT', castAt: now },
      sealed: sealBallot(publicKey, paper, { caseId, personId: person.id }),
    })),
    skipDuplicates: true,
  })
  await announce(tx, id)
  const before = given.length - count
  const say = count > 0 ? t('council.vote.received', { count }) : ''
  const stood = before > 0 ? t('council.vote.stands', { count: before }) : ''
  return { ok: true, say: [say, stood].filter(Boolean).join(' ') }
}

/** Whoever is there votes while the vote is open; whoever is absent writes, from the invitation until it is closed. */
export function whyNot({ state }: Pick<WholeSitting, 'state'>, { attendance }: Pick<SeatedMember, 'attendance'>) {
  if (state === 'PREPARED') return 'notYet'
  if (state !== 'INVITED' && state !== 'VOTING') return 'late'
  if (attendance === 'ABSENT') return null
  if (state === 'INVITED') return 'notYet'
  return attendance === 'PRESENT' ? null : 'notPresent'
}
