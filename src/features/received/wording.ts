import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import type { Obligation } from '../../store/generated/client.ts'
import type { Receipt } from './rules.ts'

/** «UBND phường Quang Trung: Tổng kết phong trào ở đơn vị». */
export function noteTitle(ctx: Ctx, obligation: Obligation): string {
  const { unitName, what } = subjectFor(ctx, obligation)
  return `${unitName}: ${what}`
}

/** «bản giấy, số 12/BC-UBND, ngày 20/12/2024». */
export function receiptInWords(ctx: Ctx, { way, number, receivedOn }: Receipt): string {
  const params = { way: ctx.t(`received.claim.way.options.${way}`), number, day: formatDate(receivedOn) }
  return ctx.t(number === '' ? 'received.receiptNoNumber' : 'received.receipt', params)
}
