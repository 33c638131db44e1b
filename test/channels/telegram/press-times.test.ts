import { expect, test } from 'vitest'
import { inboundOf } from '../../../src/channels/telegram/inbound.ts'
import { pressTimes } from '../../../src/channels/telegram/press-times.ts'
import { telegramUpdate } from '../../../src/channels/telegram/update.ts'
import { DATE, messageUpdate, pressUpdate, textUpdate } from '../../support/telegram/updates.ts'

const names = { photo: String, video: String, document: String }
const press = (id: number) => telegramUpdate.parse(pressUpdate(id, 42, '7:1'))
const back = new Date((DATE + 3_600) * 1_000)

test('a press is no later than any message that Telegram has numbered after it, whoever sent it and in whatever order they come', () => {
  const batch = [
    messageUpdate(9, 44, { text: 'c', date: DATE + 30 }),
    pressUpdate(7, 42, '7:1'),
    messageUpdate(8, 43, { text: 'b', date: DATE + 60 }),
    textUpdate(6, 43, 'a'),
    pressUpdate(10, 42, '8:1'),
  ]
  const times = pressTimes(batch)
  expect([...times.keys()]).toEqual([7])
  expect(times.get(7)).toEqual(new Date((DATE + 30) * 1_000 + 999))
})

test('the time of an edited message is that of its first writing and proves nothing', () => {
  const { message } = textUpdate(8, 43, 'b')
  expect(pressTimes([pressUpdate(7, 42, '7:1'), { update_id: 8, edited_message: message }]).size).toBe(0)
})

test('a press has the latest time that is certain, and as a claim the earliest that is possible', () => {
  const asked = new Date(DATE * 1_000)
  expect(inboundOf(press(7), names, back)).toMatchObject({ at: back, claimedAt: asked })
  const by = new Date((DATE + 30) * 1_000)
  expect(inboundOf(press(7), names, back, { by })).toMatchObject({ at: by, claimedAt: asked })
  const from = new Date((DATE + 3_590) * 1_000)
  expect(inboundOf(press(7), names, back, { from })).toMatchObject({ at: back, claimedAt: from })
})
