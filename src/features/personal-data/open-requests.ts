import type { ActiveCampaign } from '../../campaign/active.ts'
import type { WorkingCalendar } from '../../campaign/calendar.ts'
import { dayOf } from '../../clock.ts'
import type { Ctx, Waiting } from '../../contract/feature.ts'
import { dueBy } from '../../law/due-by.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import type { DataRequest } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Translate } from '../../texts.ts'
import { answerDataRequests, REQUESTS_PATH } from './rights.ts'

export interface OpenRequest extends DataRequest {
  person: { id: string; fullName: string }
  /** The day of the request. */
  askedOn: string
  /** By when the person must have a first reply, by the law of that day; null: they have one, or no rule is held. */
  replyBy: string | null
}

type Where = Pick<ActiveCampaign, 'calendar' | 'timeZone'>

/** What has been asked for and is not carried out yet, the nearest day first; without a day, first of all. */
export async function openRequests(tx: Pick<Tx, 'dataRequest'>, { calendar, timeZone }: Where): Promise<OpenRequest[]> {
  const open = await tx.dataRequest.findMany({
    where: { doneAt: null },
    include: { person: { select: { id: true, fullName: true } } },
    orderBy: { requestedAt: 'asc' },
  })
  return open
    .map((request): OpenRequest => {
      const askedOn = dayOf(request.requestedAt, timeZone).toString()
      return { ...request, askedOn, replyBy: request.repliedAt === null ? replyDay(askedOn, calendar) : null }
    })
    .toSorted((one, other) => (nextDay(one) < nextDay(other) ? -1 : nextDay(one) > nextDay(other) ? 1 : 0))
}

/** By when what was asked on a day has a reply; null: no rule is held. */
export function replyDay(askedOn: string, calendar: WorkingCalendar): string | null {
  const due = dueBy('data.reply', askedOn, calendar)
  return due.held ? due.dueOn : null
}

/** The day that comes next: of the reply while there is none, then that of the whole. '' where no rule is held. */
export function nextDay({ replyBy, dueOn }: OpenRequest): string {
  return replyBy ?? dueOn ?? ''
}

/** «Đề nghị sửa – Nguyễn Văn A: trả lời chậm nhất 01/12/2026, hoàn tất chậm nhất 08/12/2026.» */
export function requestInWords({ kind, person, replyBy, dueOn }: OpenRequest, t: Translate): string {
  const days = [
    ...(replyBy !== null ? [t('mydata.request.replyBy', { day: formatDate(replyBy) })] : []),
    dueOn === null ? t('mydata.request.noDay') : t('mydata.request.dueOn', { day: formatDate(dueOn) }),
  ]
  return t('mydata.request.line', {
    kind: t(`mydata.request.kinds.${kind}`),
    name: person.fullName,
    days: days.join(', '),
  })
}

/** Open requests of others wait for officers and administrators. */
export async function requestsWaiting({ tx, person, campaign, t }: Ctx): Promise<readonly Waiting[]> {
  if (!may(person, answerDataRequests)) return []
  const open = await openRequests(tx, campaign)
  return open
    .filter(({ personId }) => personId !== person.id)
    .map(request => ({
      label: requestInWords(request, t),
      since: request.requestedAt,
      go: { to: 'web' },
      page: REQUESTS_PATH,
    }))
}
