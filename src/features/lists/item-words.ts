import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import { type Item, isLate, type Unread } from './item.ts'

/** A line an item: «3. Rà soát … – hạn 15/5/2024 – xong 10/5/2024». */
export function inWords(t: Translate, items: readonly Item[], today: string): string[] {
  return items.length === 0 ? [t('list.none')] : items.map(item => itemInWords(t, item, today))
}

export function itemInWords(t: Translate, item: Item, today: string): string {
  const { n, text, receivedOn, dueOn, result } = item
  return [
    t('list.item.line', { n, text }),
    ...(receivedOn === null ? [] : [t('list.item.receivedOn', { day: formatDate(receivedOn) })]),
    ...(dueOn === null ? [] : [t('list.item.dueOn', { day: formatDate(dueOn) })]),
    stateInWords(t, item, today),
    ...(result === '' ? [] : [t('list.item.result', { result })]),
  ].join(' – ')
}

/** «đã xong 10/5/2024», «xong quá hạn 20/5/2024», «chưa xong», «quá hạn». */
export function stateInWords(t: Translate, item: Pick<Item, 'dueOn' | 'doneOn'>, today: string): string {
  const late = isLate(item, today)
  if (item.doneOn === null) return t(late ? 'list.item.overdue' : 'list.item.open')
  return t(late ? 'list.item.doneLate' : 'list.item.done', { day: formatDate(item.doneOn) })
}

export function unreadInWords(t: Translate, unread: readonly Unread[]): string[] {
  if (unread.length === 0) return []
  return [
    t('list.unread.title', { count: unread.length }),
    ...unread.map(({ line, why }) => t('list.unread.line', { line, why: t(`list.unread.${why}`) })),
  ]
}
