import { ask, type Reading, read } from '../result.ts'

const AGREES =
  /^(?:(?:dạ|vâng|em|tôi|đơn vị|đơn vị em|bên em|phòng|phường|chúng tôi)[, ]+)*(không |chưa |ko |chẳng )?(?:xin )?(hoàn toàn )?(?:nhất trí|đồng ý|thống nhất|tán thành|đồng tình) (?:với|theo|như|về) ([^?,;]+)$/iu
/** What takes some of it back. */
const BUT =
  /(?:^|\s)(?:nhưng|nhưng mà|song|tuy|trừ|nếu|miễn|điều kiện|một phần|đề nghị|kiến nghị|riêng|hay|hoặc|không|chưa|mà)(?:\s|$)/iu

/** «Nhất trí với nội dung dự thảo của Phòng Nội vụ»: with what somebody agrees says nothing more, unless it takes some of it back. Undefined: the line is no such thing. */
export function agreement(text: string): Reading<boolean> | undefined {
  const plain = text.trim().replace(/[.!\s]+$/u, '')
  const [, not, wholly, what = ''] = AGREES.exec(plain) ?? []
  if (what === '') return undefined
  return BUT.test(what) || isOfSome(what) || (not !== undefined && wholly !== undefined)
    ? ask('unsure')
    : read(not === undefined, false)
}

/** «với 7/9 phiếu»: not all of them agree. */
const isOfSome = (what: string): boolean => {
  const [, some, all] =
    /(\d{1,4}) ?\/ ?(\d{1,4}) (?:phiếu|thành viên|đại biểu|đồng chí|ý kiến|người)/iu.exec(what) ?? []
  return Number(some) !== Number(all) && some !== undefined
}
