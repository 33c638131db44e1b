import { withoutEcho } from './echo.ts'
import { isLeftOpen } from './left-open.ts'
import { withoutSlips } from './mistyped.ts'
import { withoutTalk } from './of-the-reply.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { withoutKeys } from './telex.ts'
import { MAX_SHORT_ANSWER, withoutBullet } from './text.ts'
import { ticked } from './ticked.ts'
import { foundOrBare, orBare } from './without-accents.ts'
import { agreement } from './yes-no/agreement.ts'
import { fromWords } from './yes-no/from-words.ts'
import { isHardly, saysBoth } from './yes-no/hardly.ts'
import { inSentence } from './yes-no/in-sentence.ts'
import { asksWhatIsMeant } from './yes-no/no-answer.ts'
import { isOtherMatter } from './yes-no/other-matter.ts'
import { ofOwn, tellsOfOthers } from './yes-no/own-part.ts'

/**
 * Yes or no, short forms and verbs included («đã triển khai rồi», «chưa thực hiện được»). A bare 1 is yes and a bare 2 is no: every yes/no
 * prompt numbers them so. Words of both kinds, doubt, parts («3/5 đơn vị», «80%») and question marks are asked; days, periods, papers and
 * counts beside the word are other facts.
 */
export function readYesNo(typed: string): Reading<boolean> {
  const text = ofOwn(withoutTalk(typed.normalize('NFC')))
  const firm = withoutDenying(text)
  const firmly = firm === text ? undefined : saidIn(firm)
  const said = firmly?.ok && !firmly.value ? firmly : saidIn(text)
  if (!said.ok) return said
  const isOpen =
    isOtherMatter(text) ||
    tellsOfOthers(text) ||
    isLeftOpen(withoutCheck(text)) ||
    saysBoth(text) ||
    (said.value && isHardly(text))
  return isOpen ? ask('unsure') : said
}

/** «không nhé, ai bảo thế?» */
const withoutDenying = (text: string): string =>
  text.replace(
    /(?<=[,.;!] ?)ai (?:bảo|nói|đồn|kêu)(?: là)? (?:thế|vậy|rứa|có|rồi|xong|xong rồi)(?: (?:thế|vậy|đó|hả))*[\s?.!]*$/iu,
    '',
  )
/** «làm xong rồi ạ, chị kiểm tra giúp em»: the work, and not the answer. */
const withoutCheck = (text: string): string =>
  text.replace(
    /(?<=(?:xong|rồi)(?: ạ)?[,.;] ?)(?:anh|chị|sếp|bạn) kiểm tra (?:giúp|hộ|giùm)(?: (?:em|tôi|mình|với|ạ|nhé))*[.!]*$/iu,
    '',
  )

function saidIn(text: string): Reading<boolean> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const [only, ...others] = ticked(text) ?? []
  if (only !== undefined) {
    const label = fromWords(only)
    return label.ok && others.length === 0 ? read(label.value, false) : ask('severalValues')
  }
  if (asksWhatIsMeant(text)) return inSentence(text)?.ok ? ask('unsure') : invalid('noAnswer')
  const agreed = agreement(text)
  if (agreed !== undefined) return agreed
  const meant = withoutSlips(withoutKeys(withoutEcho(withoutBullet(text), /\p{L}/u))).replace(LABEL, '')
  const bare = meant.replace(SUBJECT, '')
  const reading = correctedOrSaid(bare)
  return reading.ok && meant !== text ? read(reading.value, false) : reading
}

function correctedOrSaid(text: string): Reading<boolean> {
  const [, why = '', answer = ''] = saysAnswer(text.trim()) ?? []
  if (answer !== '') return isOpenWhy(why) ? ask('unsure') : fromWords(answer)
  const slipped = afterSlip(text) ?? truth(text)
  if (slipped !== undefined) return slipped
  const whole = inSentence(text)
  return whole?.ok ? whole : (putRight(text, fromWords) ?? whole ?? fromWords(text))
}

/** «đơn vị không đủ điều kiện nên câu trả lời là không»: the answer is named as one. */
const saysAnswer = foundOrBare(
  /^([^?]{0,160}?)(?:^|[\s,;:])(?:câu trả lời|đáp án|trả lời)(?: của (?:em|đơn vị|bên em|tôi|phường|phòng))? (?:là|thì là|:) ?(có|không|rồi|chưa|đồng ý)(?: (?:ạ|nhé|em|anh|chị|a|nhe))*[.!]*$/iu,
)
const isOpenWhy = orBare(
  /(?:^|\s)(?:nếu|hoặc|hay|chắc|có lẽ|hình như|nhầm|lộn|tưởng|năm ngoái|lần trước|hôm trước|giá mà|phải chăng|chưa chốt|chưa biết|chưa rõ|không phải)(?:\s|$)/iu,
)

/** «Có/Không: Có», «sửa lại thành: Không» */
const LABEL =
  /^(?:có|đã|rồi|đúng|co|da|roi|dung)\s*(?:\/|hay|hoặc|hoac)\s*(?:không|chưa|sai|khong|chua)\s*:\s*(?=\p{L})|^(?:(?:dạ|em|e|tôi|anh|chị|xin|cho) )*(?:sửa|đổi)(?: lại)? thành[: ]\s*(?=(?:có|không|chưa|rồi|đã|đồng ý)(?:[\s.,!]|$))/iu

/** «Đơn vị chưa triển khai …» */
const SUBJECT =
  /^(?:dạ,? )?(?:đơn vị|phường|xã|phòng|cơ quan|bên|chúng)(?: (?:em|mình|tôi))? (?=(?:đã|chưa|không|chx)\s)/iu

/** «không ạ, à có», «có... à nhầm, chưa»: what comes after the slip holds, where both are plain answers. */
function afterSlip(text: string): Reading<boolean> | undefined {
  const [, before = '', after = ''] = SLIPPED.exec(text) ?? []
  const taken = fromWords(before)
  const meant = inSentence(after) ?? fromWords(after)
  return taken.ok && meant.ok && taken.value !== meant.value ? meant : undefined
}

/** «em bấm vội nên trả lời "không", thực ra là có ạ»: what was said by a slip must be the other answer. */
function truth(text: string): Reading<boolean> | undefined {
  const [, said = '', answer = ''] = saysTruth(text.trim()) ?? []
  const [taken, meant] = [fromWords(said), fromWords(answer)]
  return taken.ok && meant.ok ? (taken.value === meant.value ? ask('unsure') : read(meant.value, false)) : undefined
}

const saysTruth = foundOrBare(
  /^(?=[^?]*(?:nhầm|lộn|vội|ẩu))[^?]{0,60}(?:trả lời|ghi|bấm|báo|chọn|điền|gõ|nhập|nhầm|lộn) (?:là |thành )?["“«]?(có|không|rồi|chưa|đồng ý)["”»]?(?: [^,.;?]{1,60})?[,.;] ?(?:mà )?(?:thực ra|thật ra|đúng ra|chính xác|thực tế|phải là)(?: (?:thì|là|phải là|thì là))* ([^,;?]{2,40})$/iu,
)

const SLIPPED =
  /^(.{1,40}?)[\s,.…;-]+(?:(?:à |ấy )?(?:em|e|mình|tôi) (?:nhầm|quên|lộn)(?: rồi)?|(?:à|ấy|ơ|(?<=[,.…;-] ?)ý)(?: (?:không|nhầm|quên|nhầm rồi|không phải))?)[\s,.…:]+(.{1,160})$/iu
