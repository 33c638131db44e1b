import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type Item, mergedItems } from '../../../src/features/lists/item.ts'
import { readItems } from '../../../src/features/lists/read-items.ts'

const reading = {
  columns: { receivedOn: 'Ngày nhận', dueOn: 'Thời hạn', result: 'Kết quả' },
  today: Temporal.PlainDate.from('2024-05-20'),
}
const item = (n: number, text: string, more: Partial<Item> = {}): Item => ({
  ...{ n, text, receivedOn: null, dueOn: null, doneOn: null, result: '', ...more },
})
const read = (typed: string, present: readonly Item[] = []) => readItems(typed, present, reading)
const words = ({ items }: { items: readonly Item[] }) =>
  items.map(({ n, text, receivedOn, dueOn, doneOn, result }) =>
    [n, text, receivedOn ?? '', dueOn ?? '', doneOn ?? '', result].join('|'),
  )
const two = [item(1, 'Rà soát quyết định 05'), item(2, 'Báo cáo kết quả', { dueOn: '2024-05-30' })]

describe('lines for a list', () => {
  it.each([
    [
      '1. Rà soát quyết định 05, nhận 1/4, hạn 15/5, xong 10/5',
      '1|Rà soát quyết định 05|2024-04-01|2024-05-15|2024-05-10|',
    ],
    ['- Rà soát quyết định 05 hạn 15/5/2024 xong 10/5/2024', '1|Rà soát quyết định 05||2024-05-15|2024-05-10|'],
    ['Thêm việc: Ban hành quy chế – thời hạn: 30/6', '1|Ban hành quy chế||2024-06-30||'],
    ['Them viec ban hanh quy che (han 30/6)', '1|ban hanh quy che||2024-06-30||'],
    ['Công khai thủ tục, đã xong', '1|Công khai thủ tục|||2024-05-20|'],
    ['Công khai thủ tục, chưa xong', '1|Công khai thủ tục||||'],
    [
      'Kiến nghị của Sở Tư pháp, hạn 15/5, đã xử lý 14/5, kết quả: đã bãi bỏ',
      '1|Kiến nghị của Sở Tư pháp||2024-05-15|2024-05-14|đã bãi bỏ',
    ],
    ['Hoàn thành đề án vị trí việc làm trước 30/6', '1|Hoàn thành đề án vị trí việc làm||2024-06-30||'],
    [
      '1\tRà soát quyết định\t1/4/2024\t15/5/2024\t10/5/2024\tĐã ban hành',
      '1|Rà soát quyết định|2024-04-01|2024-05-15|2024-05-10|Đã ban hành',
    ],
    ['Rà soát quyết định\t\t15/5/2024\t\t', '1|Rà soát quyết định||2024-05-15||'],
  ])('%s', (typed, expected) => {
    const found = read(typed)
    expect(found.unread).toEqual([])
    expect(words(found)).toEqual([expected])
  })

  it.each([
    ['xong 1 10/5', ['2024-05-10', null]],
    ['1 xong 10/5', ['2024-05-10', null]],
    ['việc 1 đã xong ngày 10/5', ['2024-05-10', null]],
    ['xong 1, 2', ['2024-05-20', '2024-05-20']],
    ['xong 1 và 2 hôm qua', ['2024-05-19', '2024-05-19']],
    ['xong 1 10/5\n2. xong 11/5', ['2024-05-10', '2024-05-11']],
  ])('%s tells what is done, and when', (typed, expected) => {
    const found = read(typed, two)
    expect(found.unread).toEqual([])
    expect(found.items.map(({ doneOn }) => doneOn)).toEqual(expected)
  })

  it('changes, strikes and takes back by number', () => {
    expect(words(read('sửa 2: hạn 20/6', two))[1]).toBe('2|Báo cáo kết quả||2024-06-20||')
    expect(words(read('sửa 2 Báo cáo quý, hạn 20/6', two))[1]).toBe('2|Báo cáo quý||2024-06-20||')
    expect(words(read('xóa 1', two))).toEqual(['2|Báo cáo kết quả||2024-05-30||'])
    const done = two.map(one => ({ ...one, doneOn: '2024-05-10' }))
    expect(read('chưa xong 2', done).items.map(({ doneOn }) => doneOn)).toEqual(['2024-05-10', null])
  })

  it('an item that is pasted again is the same one, and a number is never given twice', () => {
    const again = read('1. rà soát quyết định 05, xong 10/5\n2. Việc mới', two)
    expect(words(again)).toEqual([
      '1|Rà soát quyết định 05|||2024-05-10|',
      '2|Báo cáo kết quả||2024-05-30||',
      '3|Việc mới||||',
    ])
  })

  it.each([
    ['xong 9', 'noItem'],
    ['Rà soát, xong 30/2', 'day'],
    ['Rà soát quyết định, xong 25/5', 'inFuture'],
    ['Rà soát quyết định, nhận 10/5, xong 1/5', 'doneBefore'],
    ['Rà soát quyết định, nhận 10/5, hạn 1/5', 'dueBefore'],
    ['12/20', 'noText'],
    ['không phát sinh', 'notEmpty'],
  ])('%s is given back with why, and nothing is guessed', (typed, why) => {
    expect(read(typed, two)).toEqual({ items: two, unread: [{ line: typed, why }] })
  })

  it('«không phát sinh» is an empty list', () => {
    expect(read('Không phát sinh')).toEqual({ items: [], unread: [] })
  })
})

describe('two people at one list', () => {
  const base = [item(1, 'A'), item(2, 'B'), item(3, 'C')]

  it('do not undo each other', () => {
    const mine = [item(1, 'A', { doneOn: '2024-05-10' }), item(2, 'B'), item(4, 'D của tôi')]
    const theirs = [item(1, 'A'), item(2, 'B', { doneOn: '2024-05-11' }), item(3, 'C'), item(4, 'D của họ')]
    expect(words({ items: mergedItems(base, mine, theirs) })).toEqual([
      '1|A|||2024-05-10|',
      '2|B|||2024-05-11|',
      '4|D của họ||||',
      '5|D của tôi||||',
    ])
  })

  it('what one has changed stands though the other has struck it', () => {
    const mine = [item(1, 'A'), item(2, 'B'), item(3, 'C', { result: 'đã sửa' })]
    expect(words({ items: mergedItems(base, mine, [item(1, 'A'), item(2, 'B')]) })).toEqual([
      '1|A||||',
      '2|B||||',
      '3|C||||đã sửa',
    ])
  })
})
