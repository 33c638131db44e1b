import { randomInt } from 'node:crypto'
import type { Ctx } from '../../../contract/feature.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Done } from '../done.ts'
import { countBallots } from '../rules/count.ts'
import { rulesOf } from '../rules/rules.ts'
import { type BallotPaper, openBallot } from '../sealed/ballot-paper.ts'
import { unlockSitting } from '../sealed/sitting-key.ts'
import { type CaseOfSitting, lockSitting, memberOf, type WholeSitting } from '../sitting.ts'
import { tellMembers } from '../tell.ts'
import { stepTaken } from '../written-down.ts'

/**
 * Opens and counts all ballots at once, with the phrase of the chair, or with those of two members after one another. Each ballot is
 * counted once, or nothing is. Afterwards neither key nor sealed ballots are left; of a secret vote only the counts and the opinions are.
 */
export async function openBallots(ctx: Ctx, id: string, phrase: string): Promise<Done> {
  const { tx, now, t } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  const me = sitting && memberOf(sitting, ctx)
  if (!sitting || !me) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'CLOSED') return { ok: false, say: t('council.open.notClosed') }
  const unlocked = await unlockSitting(tx, id, me.personId, phrase)
  if (unlocked === 'wrong') return { ok: false, say: t('council.open.wrong') }
  const everybody = sitting.members.map(({ personId }) => personId)
  if (unlocked === 'half') {
    await stepTaken(ctx, sitting, 'openHalf')
    await tellMembers(ctx, sitting, everybody, 'spare')
    return { ok: true, say: t('council.open.half') }
  }
  for (const one of sitting.cases) await countCase(tx, sitting, one, unlocked.privateKey)
  const isOpenedByTwo = me.part !== 'CHAIR'
  await tx.sitting.update({ where: { id }, data: { state: 'OPENED', openedAt: now, isOpenedByTwo } })
  await tx.sittingKey.deleteMany({ where: { sittingId: id } })
  await stepTaken(ctx, sitting, 'open', { to: isOpenedByTwo ? 'TWO' : 'CHAIR' })
  await tellMembers(ctx, sitting, everybody, 'opened')
  return { ok: true, say: t('council.open.done') }
}

async function countCase(tx: Tx, sitting: WholeSitting, about: CaseOfSitting, privateKey: Uint8Array): Promise<void> {
  const away = new Set(about.conflicts.map(({ personId }) => personId))
  const cast = await tx.ballot.findMany({ where: { caseId: about.id, removedAt: null }, orderBy: { personId: 'asc' } })
  const ballots = cast
    .filter(({ personId }) => !away.has(personId))
    .map(({ personId, isWritten, sealed }) => {
      const paper = sealed && openBallot(privateKey, sealed, { caseId: about.id, personId })
      return { personId, isWritten, paper, vote: paper?.vote ?? null }
    })
  const count = countBallots(ballots, sitting.members.length, rulesOf(sitting))
  const { agree, disagree, blank, aside, unreadable } = count
  if (agree + disagree + blank + aside + unreadable !== ballots.length) throw new Error('a ballot was not counted once')
  const opinions = sitting.isSecret ? shuffled(ballots.flatMap(({ paper }) => opinionOf(paper))) : []
  await tx.sittingCase.update({ where: { id: about.id }, data: { ...count, opinions } })
  if (!sitting.isSecret)
    for (const { personId, vote, paper } of ballots)
      await tx.ballot.update({
        where: { caseId_personId: { caseId: about.id, personId } },
        data: { vote, opinion: paper?.opinion ?? '' },
      })
  await tx.ballot.updateMany({ where: { caseId: about.id }, data: { sealed: null } })
}

function opinionOf(paper: BallotPaper | null): string[] {
  return paper && paper.opinion !== '' ? [paper.opinion] : []
}

/** In an order that tells nothing of whose they are. */
function shuffled(opinions: readonly string[]): string[] {
  const left = [...opinions]
  return opinions.flatMap(() => left.splice(randomInt(left.length), 1))
}
