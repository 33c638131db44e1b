import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { initiativeNamed } from './offered.ts'

/** Tells whose initiative it is that another unit has taken it over with effect, once a version. */
export async function tellSource(ctx: Ctx, record: StoredRecord): Promise<void> {
  const source = await initiativeNamed(ctx, record.topic)
  const author = source && (await readPerson(ctx.tx, source.authorId, ctx.today))
  if (!source || !author) return
  const t = ctx.texts(author.locale)
  const { code, title } = source
  const text = t('replication.told', { code, title, unit: unitName(ctx.campaign, record.unitCode) })
  const dedupeKey = `replication:${record.id}:${record.version}:${author.id}`
  await enqueueTo(ctx.tx, author.id, { dedupeKey, kind: 'NOTICE', campaign: ctx.campaign, message: { text } }, ctx.now)
}
