import type { Ctx } from '../contract/feature.ts'
import type { Answers } from '../conversation/field.ts'
import { membersOn, seat } from '../features/council/members.ts'
import { nominations } from '../features/list.ts'
import { nominationForm, other } from '../features/nominations/form.ts'
import { offeredTo } from '../features/nominations/offered.ts'
import { handIn, startedWith } from './hand-in.ts'
import type { Player } from './people.ts'

/** Whom the visitor's ward proposes for its own award: what its council considers, and its chair decides on. */
const proposed = ['collective', 'official', 'leader'] as const

/**
 * Seats the council of a visitor's ward, all of whose members a visitor may be, and proposes a collective and two people: what is needed
 * to see a sitting and a decision. What the visitors have begun themselves is left as it is.
 */
export async function proposeForPraise(
  ctx: Ctx,
  unit: string,
  members: readonly (Player | undefined)[],
): Promise<void> {
  const { tx, campaign } = ctx
  const from = campaign.plan.startsOn
  if ((await membersOn(tx, unit, ctx.today.toString())).length === 0)
    for (const [at, part] of (['CHAIR', 'SECRETARY', 'MEMBER'] as const).entries()) {
      const personId = members[at]?.personId
      const position = ctx.t(`demo.praise.parts.${part}`)
      if (personId) await seat(ctx, { unitCode: unit, personId, part, position, from, to: null })
    }
  if (
    (await tx.record.count({ where: { campaignId: campaign.id, kind: nominations.record.name, unitCode: unit } })) > 0
  )
    return
  const params = { ...startedWith(ctx, unit, null), ...(await offeredTo(ctx, unit)) }
  for (const name of proposed) await handIn(ctx, [nominations.record, nominationForm], answersFor(ctx, name), params)
}

function answersFor({ t }: Ctx, name: (typeof proposed)[number]): Answers {
  const said = (part: string) => t(`demo.praise.${part}`, { name: t(`demo.praise.${name}`) })
  const report = {
    ...{ summary: said('summary'), profile: said('profile'), achievements: said('achievements') },
    ...{ measures: said('measures'), effects: said('effects'), lessons: null, files: null, isExemplary: true },
  }
  if (name === 'collective') {
    const who = { kind: 'COLLECTIVE', level: 'WARD', collective: other, collectiveName: t('demo.praise.collective') }
    return { ...who, isModel: true, cityTasks: true, unitTasks: true, ...report }
  }
  return {
    ...{ kind: 'INDIVIDUAL', level: 'WARD', person: other, personName: t(`demo.praise.${name}`), isModel: false },
    ...{ position: t('demo.praise.position'), isLeader: name === 'leader', isDirectWorker: name === 'official' },
    ...{ isWoman: name === 'official', ...report },
  }
}
