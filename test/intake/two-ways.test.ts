import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

const title = 'Trả kết quả tại nhà'
const problem = ['/sangkien', title, '2', '2', '3']
let world: ChatWorld
beforeEach(async () => {
  world = await chatWorld()
  await world.join('Đầu mối', 'CLERK', 'P1')
})
afterEach(() => world.close())

const typedOf = async () => {
  const rows = await world.store.prisma.answer.findMany({ orderBy: { field: 'asc' }, select: { typed: true } })
  return rows.map(({ typed }) => typed)
}
const states = async () => {
  const found = await world.store.prisma.draft.findMany({ where: { form: { not: 'join' } }, orderBy: { id: 'asc' } })
  return found.map(({ state }) => state)
}

describe('a draft is open for the same', () => {
  it.each(['tiếp tục', 'làm tiếp đi', 'bản cũ', 'tiep tuc nhe'])('«%s» goes on with it', async typed => {
    await world.talk('Đầu mối', '/sangkien', title, '/sangkien')
    expect((await world.say('Đầu mối', typed)).text).toContain('Mời anh/chị làm tiếp')
    expect(await states()).toEqual(['OPEN'])
  })

  it.each(['làm lại', 'bỏ đi', 'tạo mới'])('«%s» is asked about first', async typed => {
    await world.talk('Đầu mối', '/sangkien', title, '/sangkien')
    expect((await world.say('Đầu mối', typed)).text).toContain('Anh/chị chắc chứ?')
    expect(await states()).toEqual(['OPEN'])
  })

  it.each([
    ['đồng ý', ['CANCELLED', 'OPEN']],
    ['có', ['CANCELLED', 'OPEN']],
    ['thôi', ['OPEN']],
    ['không', ['OPEN']],
    ['giữ lại', ['OPEN']],
  ])('to «sure?» «%s» leaves the drafts %j', async (typed, left) => {
    await world.talk('Đầu mối', '/sangkien', title, '/sangkien', '2', typed)
    expect(await states()).toEqual(left)
  })
})

describe('a draft is to be cancelled', () => {
  it.each([
    ['có', 'CANCELLED'],
    ['dạ vâng', 'CANCELLED'],
    ['không', 'OPEN'],
    ['thôi', 'OPEN'],
    ['tiếp tục', 'OPEN'],
  ])('and «%s» leaves it %s, without an answer to the question behind', async (typed, state) => {
    await world.talk('Đầu mối', ...problem.slice(0, 4), 'hủy', typed)
    expect(await states()).toEqual([state])
    expect(await typedOf()).toHaveLength(3)
  })
})

describe('a short text was asked about', () => {
  it.each(['có', 'ok', 'vâng ạ', 'để nguyên', 'ghi thế', 'đúng rồi'])(
    'and «%s» writes it down as it is',
    async typed => {
      await world.talk('Đầu mối', ...problem, typed)
      expect(await typedOf()).toContain('3')
      expect(await typedOf()).not.toContain(typed)
    },
  )
})

describe('it was asked whether a command was meant', () => {
  it.each(['có', 'không', 'đúng', 'ok'])('and «%s» chooses neither, and is no title', async typed => {
    await world.talk('Đầu mối', '/sangkien', 'câu này bỏ qua nhé')
    const again = await world.say('Đầu mối', typed)
    expect(again.text).toContain('chọn giúp một trong các cách')
    expect(await typedOf()).toEqual([])
    await world.say('Đầu mối', 'ghi là câu trả lời')
    expect(await typedOf()).toEqual(['câu này bỏ qua nhé'])
  })
})
