import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import type { Go } from '../../outbox/go.ts'
import { readPerson } from '../../people/read-person.ts'
import { councilName } from '../papers/frame.ts'
import type { WholeSitting } from './sitting.ts'

/** What members are told of, each once a sitting. Texts: `council.told.<news>`. */
export type News = 'invited' | 'began' | 'closed' | 'spare' | 'opened' | 'confirmed' | 'cancelled'

/** Most names of nominees in one message; the rest stands on the page. */
const namedAtOnce = 10

/** Tells these people, each in their language and in their chat, with the buttons that lead on. Nothing of any ballot is in it. */
export async function tellMembers(
  ctx: Ctx,
  sitting: WholeSitting,
  personIds: readonly string[],
  news: News,
  reason = '',
): Promise<void> {
  for (const personId of personIds) {
    // Who did it has just been told; an invitation asks everybody.
    if (personId === ctx.person.id && news !== 'invited') continue
    const member = await readPerson(ctx.tx, personId, ctx.today)
    if (!member) continue
    const t = ctx.texts(member.locale)
    const { code, place, at, cases } = sitting
    const council = councilName({ t, campaign: ctx.campaign }, sitting.unitCode)
    const text = t(`council.told.${news}`, { code, council, place, at: ctx.localTime(at), count: cases.length, reason })
    const names = cases.slice(0, namedAtOnce).map(({ number, nominee }) => `${number}. ${nominee}`)
    const rest = cases.length - names.length
    const list = rest > 0 ? [...names, t('council.told.more', { count: rest })] : names
    const ways: { word: string; go: Go }[] = [
      ...(news === 'invited'
        ? (['coming', 'absent'] as const).map(answer => ({
            word: t(`council.buttons.${answer}`),
            go: { to: `council.${answer}`, args: { id: sitting.id } },
          }))
        : []),
      { word: t('council.buttons.page'), go: { to: 'council.page', args: { id: sitting.id } } },
    ]
    await enqueueTo(
      ctx.tx,
      personId,
      {
        dedupeKey: `council:${sitting.id}:${news}:${personId}`,
        kind: 'NOTICE',
        campaign: ctx.campaign,
        message: {
          text: news === 'invited' ? [text, ...list].join('\n') : text,
          words: ways.map(({ word }) => word),
        },
        go: ways.map(({ go }) => go),
      },
      ctx.now,
    )
  }
}
