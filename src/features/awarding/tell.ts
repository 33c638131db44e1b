import { nameWithWard } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { readPerson } from '../../people/read-person.ts'
import type { Award, Role } from '../../store/generated/client.ts'
import { tellAwarded } from '../awards/tell.ts'
import { type Candidate, sendsOn } from './candidates.ts'
import type { Choice } from './rules.ts'
import type { Scope } from './scope.ts'

const ofTheUnit: readonly Role[] = ['HEAD', 'WARD_CHAIR', 'CLERK']

/** Congratulates those awarded and their units; tells those who are not, and who nominated them, why; and whom the decision sends on to the province. */
export async function tellDecided(
  ctx: Ctx,
  decision: { id: string; number: string; scope: Scope },
  awards: readonly Award[],
  candidates: readonly Candidate[],
  choices: readonly Choice[],
): Promise<void> {
  await tellAwarded(ctx, awards)
  const why = new Map(choices.flatMap(one => (one.isAwarded ? [] : [[one.recordId, one.reason] as const])))
  for (const candidate of candidates) {
    const reason = why.get(candidate.recordId)
    const isChosen = choices.some(one => one.recordId === candidate.recordId && one.isAwarded)
    const isSentOn = isChosen && sendsOn(decision.scope, candidate)
    if (reason === undefined && !isSentOn) continue
    // Who decides has just been told.
    const holders = await holdersOf(ctx.tx, ofTheUnit, ctx.today, candidate.unitCode)
    const staff = holders.filter(({ id }) => id !== ctx.person.id)
    const person = candidate.personId ? await readPerson(ctx.tx, candidate.personId, ctx.today) : null
    const told = new Map([...staff, ...(person ? [person] : [])].map(one => [one.id, one]))
    for (const one of told.values()) {
      const t = ctx.texts(one.locale)
      const parts = {
        name: candidate.name,
        code: candidate.code,
        unit: nameWithWard(ctx.campaign, candidate.ofUnit),
        reason,
      }
      const text = t(isSentOn ? 'awarding.told.toProvince' : 'awarding.told.notAwarded', {
        ...parts,
        number: decision.number,
      })
      const dedupeKey = `awarding:${decision.id}:${candidate.recordId}:${one.id}`
      await enqueueTo(ctx.tx, one.id, { dedupeKey, kind: 'NOTICE', campaign: ctx.campaign, message: { text } }, ctx.now)
    }
  }
}
