import { describe, expect, it } from 'vitest'
import { joinedGroup, telegramUpdate } from '../../../src/channels/telegram/update.ts'

const put = (type: string, before: string, after: string) =>
  joinedGroup(
    telegramUpdate.parse({
      update_id: 1,
      my_chat_member: {
        chat: { id: -5, type, title: 'Nhóm' },
        from: { id: 42, first_name: 'Lan' },
        date: 1_710_900_000,
        old_chat_member: { status: before },
        new_chat_member: { status: after },
      },
    }),
  )

describe('a group', () => {
  it.each([
    ['group', 'left', 'member'],
    ['supergroup', 'kicked', 'member'],
    ['channel', 'left', 'administrator'],
  ])('into which the bot is put (%s) is told once', (type, before, after) => {
    expect(put(type, before, after)).toBe(-5)
  })

  it.each([
    ['group', 'member', 'administrator'],
    ['group', 'member', 'left'],
    ['private', 'left', 'member'],
  ])('is not told again, nor when it is left, nor a person (%s: %s → %s)', (type, before, after) => {
    expect(put(type, before, after)).toBeNull()
  })
})
