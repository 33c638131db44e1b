import { reading, type Span } from '../spans/span.ts'
import { clauseOf, isBareFigure, places } from './clause-of.ts'

/** «không thêm không bớt», «không lùi nữa», «chưa điều chỉnh lần nào»: no change, and so nothing against the figure. */
export function staysAsItWas(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const said = (place: number) => text.slice(spans[place]?.start, spans[place]?.end).toLowerCase()
  const operatorAt = (place: number) => reading(spans[place] ?? nowhere, 'operator')?.operator
  const isNo = (place: number) =>
    operatorAt(place) === 'negation' ||
    (operatorAt(place) === 'notYet' && CHANGES.test(said(place + 1)) && !isLeftOut(place + 1))
  // «chưa cộng tiền công thợ»
  const isLeftOut = (place: number) => said(place) === 'cộng' && !/^(?:|vào|thêm|gì)$/.test(said(place + 1))
  const isPassed = (place: number) => /^(?:xin|cần|phải|bị|được|có|hề)$/.test(said(place))
  const no = [at, at - 1, isPassed(at - 1) ? at - 2 : -1].find(isNo) ?? -1
  const changed = operatorAt(isPassed(no + 1) ? no + 2 : no + 1)
  return (
    no >= 0 &&
    (changed === 'change' || changed === 'rest' || changed === 'correction') &&
    !places(no + 2, Math.min(no + 6, spans.length)).some(place => isOwn[place] || isBareFigure(spans[place]))
  )
}

const CHANGES = /^(?:điều chỉnh|thay đổi|tăng|giảm|tăng thêm|cộng|dieu chinh|thay doi)$/

/** «46 hồ sơ từ năm ngoái chuyển sang»: where they come from; not «12 chuyển sang 15». */
export function isBroughtOver(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const [, to] = clauseOf(spans, at, text)
  const span = spans[at] ?? nowhere
  const behind = places(at + 1, to)
  return (
    /^(?:chuyển sang|chuyen sang)$/iu.test(text.slice(span.start, span.end)) &&
    isOwn.slice(0, at).includes(true) &&
    !spans.some((other, place) => isOwn[place] && reading(other, 'day')) &&
    !behind.some(place => isOwn[place] || isBareFigure(spans[place]))
  )
}

const nowhere: Span = { start: 0, end: 0, readings: [] }
