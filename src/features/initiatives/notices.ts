import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import type { Initiative } from '../../store/generated/client.ts'
import type { InitiativeAction } from './rules.ts'

/** Tells the author what was decided, in the chat where the author is; a return comes with the way to correct it. */
export async function tellAuthor(
  ctx: Ctx,
  initiative: Initiative,
  action: InitiativeAction,
  note: string,
): Promise<void> {
  if (initiative.authorId === ctx.person.id) return
  const author = await readPerson(ctx.tx, initiative.authorId, ctx.today)
  if (!author) return
  const t = ctx.texts(author.locale)
  const { id, code, title } = initiative
  const isReturn = action === 'return'
  await enqueueTo(
    ctx.tx,
    author.id,
    {
      dedupeKey: `initiative:${id}:${action}:${ctx.now.toISOString()}`,
      kind: 'NOTICE',
      message: {
        title: t('initiatives.told.title', { code }),
        text: t(`initiatives.told.${action}`, { code, title, note, who: ctx.person.fullName }),
        words: [t(isReturn ? 'initiatives.correct' : 'initiatives.open')],
      },
      go: [{ to: isReturn ? 'initiatives.correct' : 'initiatives.show', args: { id } }],
    },
    ctx.now,
  )
}
