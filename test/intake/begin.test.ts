import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

let world: ChatWorld
beforeEach(async () => {
  world = await chatWorld()
  await world.join('Đầu mối', 'CLERK', 'P1')
})
afterEach(() => world.close())

const drafts = async () => {
  const found = await world.store.prisma.draft.findMany({
    where: { form: { not: 'join' } },
    orderBy: { id: 'asc' },
    include: { answers: true },
  })
  return found.map(({ state, answers }) => `${state} ${answers.length}`)
}
// With a slash: the bare words are an answer to the second question.
const begin = () => world.say('Đầu mối', '/sangkien')
const title = 'Trả kết quả tại nhà'

it('a form begun again before anything was answered takes the place of the first', async () => {
  const asked = await begin()
  const again = await begin()
  expect(again.text).toBe(asked.text)
  expect(await drafts()).toEqual(['CANCELLED 0', 'OPEN 0'])
})

it('a form begun again after an answer offers to go on, and goes on where it was', async () => {
  await begin()
  const second = await world.say('Đầu mối', title)
  const offered = await begin()
  expect(offered.choices).toEqual(['Làm tiếp bản nháp', 'Bỏ bản nháp, làm lại từ đầu'])
  expect(await drafts()).toEqual(['OPEN 1'])
  const resumed = await world.say('Đầu mối', '1')
  expect(resumed.text).toContain(second.text.split('\n').at(-1))
  expect(await drafts()).toEqual(['OPEN 1'])
})

it('what is typed meanwhile leaves the choice where it stands, and the menu where that is', async () => {
  await begin()
  await world.say('Đầu mối', title)
  const offered = await begin()
  const again = await world.say('Đầu mối', 'Trả kết quả tại nhà văn hóa')
  expect(again.choices).toEqual(offered.choices)
  expect(again.text).toContain('«menu»')
  expect((await world.say('Đầu mối', '1')).text).toContain('làm tiếp')
  const menu = await world.say('Đầu mối', '/menu')
  expect((await world.say('Đầu mối', 'Trả kết quả tại nhà văn hóa')).choices).toEqual(menu.choices)
})

it('or throws the first away and begins anew, when that is chosen and confirmed', async () => {
  const asked = await begin()
  await world.say('Đầu mối', title)
  await begin()
  const sure = await world.say('Đầu mối', '2')
  expect(sure.choices).toEqual(['Bỏ bản nháp cũ, làm lại từ đầu', 'Giữ bản nháp cũ, làm tiếp'])
  expect(await drafts()).toEqual(['OPEN 1'])
  const restarted = await world.say('Đầu mối', '1')
  expect(restarted.text).toBe(asked.text)
  expect(await drafts()).toEqual(['CANCELLED 1', 'OPEN 0'])
})

it('or keeps it after all, when that is chosen', async () => {
  await begin()
  await world.say('Đầu mối', title)
  await begin()
  await world.talk('Đầu mối', '2', '2')
  expect(await drafts()).toEqual(['OPEN 1'])
})

it('the label of an option answers, although it is a word of the menu', async () => {
  await begin()
  await world.talk('Đầu mối', title, 'Sáng kiến')
  expect(await drafts()).toEqual(['OPEN 2'])
  const kind = await world.store.prisma.answer.findFirstOrThrow({ where: { field: 'kind' } })
  expect(kind.value).toBe('INITIATIVE')
})

it('leaving by a word of the menu keeps the draft, says where it is, and a number then touches nothing of it', async () => {
  await begin()
  await world.say('Đầu mối', title)
  const menu = await world.say('Đầu mối', '/menu')
  expect(menu.text).toContain('/nhap')
  await world.say('Đầu mối', '2')
  expect((await drafts())[0]).toBe('OPEN 1')
})

it('a form that was cancelled or handed in is no longer in the way', async () => {
  await begin()
  await world.talk('Đầu mối', title, 'hủy', '1')
  expect(await drafts()).toEqual(['CANCELLED 1'])
  const asked = await begin()
  expect(asked.choices ?? []).not.toContain('Làm tiếp bản nháp')
  expect(await drafts()).toEqual(['CANCELLED 1', 'OPEN 0'])
})

it('a draft of another person is nobody else’s', async () => {
  await world.join('Người khác', 'CLERK', 'P1')
  await begin()
  await world.say('Đầu mối', title)
  await world.say('Người khác', 'sáng kiến')
  expect(await drafts()).toEqual(['OPEN 1', 'OPEN 0'])
})
