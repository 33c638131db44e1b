import { textOf } from '../clauses.ts'
import type { Option } from '../labels.ts'
import { Lexicon } from '../lexicon.ts'
import { fold } from '../text.ts'
import type { Token } from '../tokens.ts'
import type { Mention } from './mentions.ts'

type State = 'done' | 'doing' | 'not'

/** How far a work is, said in other words than those of the options. «chưa xong» may be both of the last. */
const SAID = new Lexicon<State>([
  [
    'done',
    'xong|đã xong|làm xong|đã làm xong|xong rồi|hoàn thành rồi|hoàn tất|đã hoàn tất|hoàn thành xong|hoàn thành từ|hoàn thành hôm|hoàn thành ngày|hoàn thành trong',
  ],
  [
    'doing',
    'đang|đg|dg|còn đang|mới bắt đầu|mới làm|mới triển khai|dở dang|đang dở|còn dở|làm dở|một nửa|1 nửa|một phần|1 phần|chưa xong còn đang|chưa xong đang|chưa hết đang|chưa hết còn đang|chưa xong , đang',
  ],
  [
    'not',
    'sẽ bắt đầu|sẽ làm|sẽ triển khai|chuẩn bị làm|chuẩn bị triển khai|chuẩn bị bắt đầu|chưa|chưa có gì|không làm|không triển khai',
  ],
])
const HARDLY = /^(?:gần|sắp|sẽ|mới|bản|như|hầu|phải|nếu|họp|vừa|là)$/

/** What a line says of a work whose three states are the options; where a part is done, it is being done. */
export function statesIn(words: readonly Token[], options: readonly Option[]): Mention[] {
  const places = new Map<State, number>(
    options.flatMap(({ label }, index) => {
      const state = ({ đã: 'done', đang: 'doing', chưa: 'not' } as const)[label.toLowerCase().split(' ')[0] ?? '']
      return state === undefined ? [] : [[state, index] as const]
    }),
  )
  if (places.size < 3 || options.length !== places.size) return []
  const found = words.flatMap((_, at) => stateAt(words, at))
  // «xong phần 1, còn phần 2»
  const isPart = words.some(({ text }) => PARTLY.test(text))
  const isDoing = found.some(({ state }) => state === 'doing')
  return found
    .filter(({ state }) => !(state === 'done' && (isDoing || isPart)))
    .map(({ from, to, state }) => ({ from, to, index: places.get(state) ?? 0 }))
}

function stateAt(words: readonly Token[], at: number): { from: number; to: number; state: State }[] {
  const found = SAID.find(words, at)
  const to = at + (found?.length ?? 0)
  if (found === undefined || HARDLY.test(words[at - 1]?.text ?? '')) return []
  if (found.meaning === 'not' && found.length === 1) {
    const undone = UNDONE.exec(fold(textOf(words.slice(to, to + 6))))
    return undone === null ? [] : [{ from: at, to: to + undone[0].split(' ').length, state: 'not' }]
  }
  // «tuần sau mới bắt đầu»
  const isLater = words[at]?.text === 'mới' && /^(?:sau|tới|mai)$/.test(words[at - 1]?.text ?? '')
  if (found.meaning === 'doing' && /^(?:chờ|đợi|xin|trình|tính|định|bàn|họp)$/.test(words[to]?.text ?? '')) return []
  return [{ from: at, to, state: isLater ? 'not' : found.meaning }]
}

const PARTLY = /^(?:phần|đa|hầu|số|còn|riêng|trừ|bước|đoạn|đợt|vài|mỗi|cơ|chờ|đợi)$/

/** Behind «chưa»: what was not done, and no word of the whole of it. */
const UNDONE =
  /^(?!xong|het|hoan|du|ro|biet|chac|nam|co|duoc|dat|dau|on|hop|duyet|chot)[a-z]+(?: gi(?: (?:het|ca))?)?(?! (?:xong|het|du|hoan)(?:\s|$))/u
