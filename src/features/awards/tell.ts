import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { readPerson } from '../../people/read-person.ts'
import { formatDate } from '../../reading/format.ts'
import type { Award, Role } from '../../store/generated/client.ts'

const ofTheUnit: readonly Role[] = ['HEAD', 'WARD_CHAIR', 'CLERK']

/** Congratulates the person, and tells head and focal point of the unit, and of the one that nominated: each once an award. `praise`: words of one's own, below it. */
export async function tellAwarded(ctx: Ctx, awards: readonly Award[], praise = ''): Promise<void> {
  for (const award of awards) {
    const { personId } = award
    const person = personId === null ? null : await readPerson(ctx.tx, personId, ctx.today)
    if (person) await tellOne(ctx, award, { ...person, as: 'person' }, praise)
    const staff = await holdersOf(ctx.tx, ofTheUnit, ctx.today, await unitsConcerned(ctx, award))
    for (const one of staff) {
      if (one.id !== personId && one.id !== ctx.person.id) await tellOne(ctx, award, { ...one, as: 'unit' }, praise)
    }
  }
}

async function tellOne(
  ctx: Ctx,
  award: Award,
  { id, locale, as }: { id: string; locale: 'vi' | 'en'; as: 'person' | 'unit' },
  praise: string,
): Promise<void> {
  const t = ctx.texts(locale)
  const parts = {
    ...{ name: award.name, achievement: award.achievement, number: award.decisionNumber, authority: award.authority },
    ...{ given: t(`awards.given.${award.form}`), day: formatDate(award.decidedOn) },
  }
  const text = [t(`awards.told.${as}`, parts), ...(praise === '' ? [] : [praise])].join('\n\n')
  await enqueueTo(
    ctx.tx,
    id,
    { dedupeKey: `award:${award.id}:${id}`, kind: 'NOTICE', campaign: ctx.campaign, message: { text } },
    ctx.now,
  )
}

async function unitsConcerned({ tx }: Ctx, { unitCode, recordId }: Award): Promise<string[]> {
  const nominated = recordId
    ? await tx.record.findUnique({ where: { id: recordId }, select: { unitCode: true } })
    : null
  return [unitCode, nominated?.unitCode].flatMap(code => code ?? [])
}
