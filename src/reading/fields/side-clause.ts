import type { Operator } from '../spans/operators.ts'
import {
  CONFIRMS,
  FEELS,
  FORGOTTEN,
  IN_TIME,
  LACKS_ONE,
  LEFT_ALONE,
  NONE_LATE,
  NOT_MUCH,
  OF_ITS_OWN,
  OF_SENDER,
  OF_TALK,
  ONLY_LACKS,
  STILL,
  WAS_WRONG,
} from './harmless.ts'
import { deniesAll, FAULT, isOfAnswer } from './not-so.ts'
import {
  AIMS_ON,
  FORGOT_TO_COUNT,
  GIVEN,
  HAD_NOT_TO,
  LATE,
  LATER,
  LEFT_OUT,
  MOVES,
  NEARLY_DONE,
  NEXT,
  NEXT_TIME,
  NO_COST,
  NO_SLIP,
  NOT_LEARNT,
  NOT_YET,
  OF_ALL,
  OF_ANOTHER,
  OF_THE_REST,
  OTHERS,
  UNCOUNTED,
  WISHED,
  WITHOUT_TAX,
} from './said-beside.ts'

/** A clause without a figure of the kind that is asked for, beside one that has it. */
export interface SideClause {
  /** In small letters. */
  readonly said: string
  /** The clause of the answer ends with a particle. */
  readonly isClosed: boolean
  /** Nothing but days, periods and marks follows the operator. */
  readonly isLast: boolean
  readonly hasNumeral: boolean
  /** The operator itself. */
  readonly operatorSaid: string
  readonly answer: 'share' | 'day' | 'period' | 'other'
  readonly isSum: boolean
  /** The clause as it stands, days and figures with it. */
  readonly whole: string
  /** It stands before the answer. */
  readonly isBefore: boolean
  /** «vì …»: it says why the answer is so. */
  readonly isReason: boolean
  /** «6 mô hình, muốn làm thêm nhưng chưa có kinh phí»: a «but» to another clause than that of the answer. */
  readonly isAfterElse: boolean
  /** «vì … nên …», before the answer. */
  readonly isCause: boolean
}

/**
 * Whether an operator in a side clause speaks of the answer («12, chưa chốt», «850 triệu, em không chắc») or of something else («12, bản giấy
 * chưa ký», «85%, còn chờ kho bạc», «11 người, ngoài ra chưa thấy ai nữa»). Undefined: nothing is known of it here. A clause of
 * nothing but function words always speaks of the answer.
 */
export function objects(
  operator: Operator,
  {
    said,
    isClosed,
    isLast,
    hasNumeral,
    operatorSaid,
    answer,
    isSum,
    whole,
    isBefore,
    isReason,
    isCause,
    isAfterElse,
  }: SideClause,
): boolean | undefined {
  if ((isBefore && (OF_TALK.test(whole) || NOT_MUCH.test(whole))) || OF_SENDER.test(whole)) return false
  if (CONFIRMS.test(whole) || NONE_LATE.test(whole)) return false
  if (operator === 'denial' && LEFT_ALONE.test(whole)) return false
  if (isSum && operator === 'negation' && NO_COST.test(said)) return true
  if (FORGOT_TO_COUNT.test(said) || (isSum && WITHOUT_TAX.test(said))) return true
  const isWithout = LEFT_OUT.test(said) && (operator === 'rest' || operator === 'negation')
  if (isWithout && hasContent((isClosed ? whole : said).replace(LEFT_OUT, ''))) return false
  // A day is not counted, and nothing is added to it where no figure is said.
  if (answer === 'day' && !hasNumeral && OF_COUNTS.has(operator)) return false
  if (!hasContent(operatorSaid === '' ? said : said.replace(operatorSaid, ' '))) return undefined
  if (/^trong đó /u.test(said.trim()) && operator === 'negation') return false
  if (OF_ANOTHER.test(said) || (OF_ITS_OWN.test(whole) && OF_REST.has(operator)))
    return AGAINST_ALL.has(operator) ? undefined : false
  if (
    ONLY_LACKS.test(whole) &&
    (operator === 'rest' || operator === 'each') &&
    (answer !== 'other' || isSum || !LACKS_ONE.test(whole))
  )
    return false
  if (operator === 'doubt' && FEELS.test(whole)) return false
  if (answer === 'share' && operator === 'correction' && OF_THE_REST.test(whole)) return false
  switch (operator) {
    case 'negation':
    case 'notYet':
      // «ngày mốt, tại cúp điện không kịp»: why it is that day.
      if (answer === 'day' && IN_TIME.test(said)) return false
      // «file em gửi sau không»: what closes a clause is the answer, or a question.
      if (isLast) return true
      if (answer === 'period' || (isCause && !isOfAnswer(said) && !deniesAll(said) && !NOT_LEARNT.test(said)))
        return false
      // «không ngân sách», «không, theo báo cáo»: likelier the answer itself.
      if (!isClosed && !isAfterElse && OPENS.test(said) && contentOf(said) < 4 && !FAULT.test(said)) return true
      return isOfAnswer(said) || deniesAll(said)
    case 'denial':
      if (isCause && HAD_NOT_TO.test(said)) return false
      if (answer === 'period') return !LATE.test(operatorSaid) && !/không phải (?:là )?(?:của|số)/u.test(said)
      return !LATE.test(said) || (answer === 'other' && !/(?:không|ko|chưa) /u.test(said)) || isOfAnswer(said)
    case 'correction':
      return !((isReason && answer === 'period') || MOVES.test(said) || NO_SLIP.test(said) || WAS_WRONG.test(whole))
    case 'future':
      return !(LATER.test(said) || AIMS_ON.test(said) || NEXT_TIME.test(whole))
    case 'rest':
      if (STILL.test(whole)) return false
      if (answer !== 'share' && FORGOTTEN.test(said)) return true
      return isOfAnswer(said) || UNCOUNTED.test(said) || NEXT.test(said) || !(answer === 'share' || OTHERS.test(said))
    // «3 đợt, mỗi đợt 50 người»; «còn mỗi chữ ký», «đi từng nhà» say nothing of the figure.
    case 'each':
      return hasNumeral ? undefined : false
    case 'change':
      return WISHED.test(said) ? false : undefined
    case 'over':
    case 'bound':
      // «chưa được xác nhận»
      if (NOT_YET.test(operatorSaid) && isOfAnswer(said) && !GIVEN.test(said)) return true
      return answer === 'share' && (OF_ALL.test(said) || (isBefore && NEARLY_DONE.test(whole))) ? false : undefined
    default:
      return undefined
  }
}

const OF_REST: ReadonlySet<Operator> = new Set(['rest', 'negation', 'notYet'])
const AGAINST_ALL: ReadonlySet<Operator> = new Set(['doubt', 'dontKnow', 'correction', 'or'])
const OF_COUNTS: ReadonlySet<Operator> = new Set(['rest', 'change', 'each', 'vague'])

/** A word that says something of its own. */
const hasContent = (said: string): boolean => contentOf(said) > 0
const contentOf = (said: string): number =>
  said.split(/[^\p{L}\p{M}]+/u).filter(word => word.length > 1 && !FUNCTION.has(word)).length

const FUNCTION: ReadonlySet<string> = new Set(
  'thưa kính xin chào gửi thua kinh chao gui đến tới từ trước sau theo tại trong den toi tu truoc theo tai tháng quý năm ngày kỳ tuần hôm thang quy nam ngay ky tuan hom dạ vâng nhé nha nhá em anh chị tôi mình bên là có được thì rồi đâu nữa cả hết thôi đó đấy này kia luôn lắm và mà nhưng vì do nên để còn đã đang sẽ chưa không ko thế vậy ra vào lại cũng nhiều hơn ít trên dưới gần chắc phải cái con số cơ chứ nào gì sao sửa nhầm lộn sai đúng thiếu thừa dư thêm bớt tăng giảm dự kiến phấn đấu tạm khoảng da vang nhe nha em toi minh ben la co duoc thi roi nua ca het thoi do day nay luon lam chua khong cung nhieu hon chac phai'.split(
    ' ',
  ),
)

const OPENS =
  /^[^\p{L}]*(?:không|ko|k|chưa|khong|chua)(?= )(?! (?:ai|thấy|còn|bị|phải|cần|đi|đợi|lấy|xin|gửi|in|mất|tốn)(?: |$))/u
