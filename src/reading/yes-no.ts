import { withoutEcho } from './echo.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { withoutKeys } from './telex.ts'
import { MAX_SHORT_ANSWER, withoutBullet } from './text.ts'
import { ticked } from './ticked.ts'
import { agreement } from './yes-no/agreement.ts'
import { fromWords } from './yes-no/from-words.ts'
import { isNotBefore } from './yes-no/not-before.ts'
import { inOneClause } from './yes-no/one-clause.ts'

/**
 * Yes or no, short forms and verbs included («đã triển khai rồi», «chưa thực hiện được»). A bare 1 is yes and a bare 2 is no: every yes/no
 * prompt numbers them so. Words of both kinds, doubt, parts («3/5 đơn vị», «80%») and question marks are asked; days, periods, papers and
 * counts beside the word are other facts.
 */
export function readYesNo(typed: string): Reading<boolean> {
  const text = typed.normalize('NFC')
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const [only, ...others] = ticked(text) ?? []
  if (only !== undefined) {
    const label = fromWords(only)
    return label.ok && others.length === 0 ? read(label.value, false) : ask('severalValues')
  }
  if (isNotBefore(text)) return read(false, false)
  const agreed = agreement(text)
  if (agreed !== undefined) return agreed
  // «chưaa»
  const meant = withoutKeys(withoutEcho(withoutBullet(text), /\p{L}/u)).replace(
    /(?<=\p{L}{2})(\p{L})\1+(?=\s|$)/gu,
    '$1',
  )
  const bare = meant.replace(SUBJECT, '')
  const said = fromWords(afterSlip(bare))
  const reading = said.ok ? said : (inOneClause(bare) ?? putRight(bare, fromWords) ?? said)
  return reading.ok && meant !== text ? read(reading.value, false) : reading
}

/** «Đơn vị chưa triển khai …» */
const SUBJECT =
  /^(?:dạ,? )?(?:đơn vị|phường|xã|phòng|cơ quan|bên|chúng)(?: (?:em|mình|tôi))? (?=(?:đã|chưa|không|chx)\s)/iu

/** «không ạ, à có», «có... à nhầm, chưa»: what comes after the slip holds, where both are plain answers. */
function afterSlip(text: string): string {
  const [, before = '', after = ''] = SLIPPED.exec(text) ?? []
  return [before, after].every(part => fromWords(part).ok) ? after : text
}

const SLIPPED =
  /^(.{1,40}?)[\s,.…;-]+(?:(?:à|ấy|ơ|ý)(?: (?:không|nhầm|quên|nhầm rồi|không phải))?|(?:à |ấy )?(?:em|e|mình|tôi) (?:nhầm|quên|lộn)(?: rồi)?)[\s,.…:]+(.{1,40})$/iu
