import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { holds } from '../../people/person.ts'
import { readPerson } from '../../people/read-person.ts'
import { formatDate } from '../../reading/format.ts'
import { answerDataRequests } from './rights.ts'

/** What is done with a request: a first reply, the end with what was done, more time once with a reason. */
export const requestSteps = ['reply', 'finish', 'extend'] as const
export type RequestStep = (typeof requestSteps)[number]

export interface Done {
  ok: boolean
  say: string
}

/**
 * Does it and tells the person, in one transaction. Refused: of one's own request, without words for the person, when it is done already, when
 * the law allows no more time.
 */
export async function answerRequest(ctx: Ctx, id: string, step: RequestStep, words: string): Promise<Done> {
  const { tx, now, t, person } = ctx
  if (!may(person, answerDataRequests)) return refused(ctx, 'notAllowed')
  await tx.$executeRaw`SELECT 1 FROM data_request WHERE id = ${id}::uuid FOR UPDATE`
  const request = await tx.dataRequest.findUnique({ where: { id } })
  if (!request) return refused(ctx, 'gone')
  if (request.personId === person.id) return refused(ctx, 'own')
  if (request.doneAt !== null) return refused(ctx, 'doneAlready')
  if (words.length < 5) return refused(ctx, 'wordsNeeded')
  const until = request.extendableTo
  if (step === 'extend' && until === null) return refused(ctx, 'noMoreTime')
  const replied = { repliedAt: request.repliedAt ?? now }
  const data =
    step === 'extend'
      ? { ...replied, dueOn: until, extendableTo: null, extendedWhy: words }
      : { ...replied, answer: words, ...(step === 'finish' ? { doneAt: now } : {}) }
  await tx.dataRequest.update({ where: { id }, data })
  await writeAudit(
    tx,
    {
      ...{ actorId: person.id, actorRole: holds(person, 'PNV') ? ('PNV' as const) : ('ADMIN' as const) },
      ...{ action: `dataRequest.${step}`, subjectType: 'dataRequest', subjectId: id },
      ...(step === 'extend' ? { from: request.dueOn ?? '', to: until ?? '' } : {}),
    },
    now,
  )
  const inTheirs = ctx.texts((await readPerson(tx, request.personId, ctx.today))?.locale ?? 'vi')
  const what = inTheirs(`mydata.request.kinds.${request.kind}`)
  const text = inTheirs(`mydata.request.told.${step}`, { what, words, day: until === null ? '' : formatDate(until) })
  const notice = {
    dedupeKey: `data-request:${id}:${step}:${now.getTime()}`,
    kind: 'NOTICE' as const,
    campaign: null,
    message: { text },
  }
  const isTold = await enqueueTo(tx, request.personId, notice, now)
  return { ok: true, say: t(isTold ? `mydata.request.done.${step}` : 'mydata.request.notReached') }
}

function refused({ t }: Ctx, why: string): Done {
  return { ok: false, say: t(`mydata.request.refused.${why}`) }
}
