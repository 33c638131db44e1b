import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TelegramChannel } from '../../../src/channels/telegram/telegram.ts'
import { DATE, pressUpdate, textUpdate } from '../../support/telegram/updates.ts'
import { TelegramWorld, until } from './telegram-world.ts'

const transient = () => Object.assign(new Error('Connection terminated unexpectedly'))

describe('polling Telegram', () => {
  let world: TelegramWorld
  let channel: TelegramChannel
  beforeEach(async () => {
    world = await TelegramWorld.open()
    channel = world.channel()
  })
  afterEach(async () => {
    await channel.stop()
    expect(world.telegram.recorder.problems).toEqual([])
  })

  test('starts by taking a webhook out of the way, keeps what waits there, and shows the commands', async () => {
    await channel.start()
    await until(() => world.telegram.recorder.of('getUpdates').length > 0)
    const methods = world.telegram.recorder.requests.map(({ method }) => method)
    expect(methods.indexOf('deleteWebhook')).toBeLessThan(methods.indexOf('getUpdates'))
    expect(world.telegram.recorder.of('deleteWebhook')[0]).toEqual({ drop_pending_updates: false })
    expect(world.telegram.recorder.of('setMyCommands')).toHaveLength(1)
    expect(channel.health()).toEqual({ state: 'up' })
    expect(channel.username()).toBe('thidua_bot')
  })

  test('asks for the kinds of updates that it reads, each time', async () => {
    await channel.start()
    world.telegram.deliver(textUpdate(1, 42, 'a'))
    await until(() => world.telegram.recorder.of('getUpdates').length > 1)
    for (const { allowed_updates } of world.telegram.recorder.of('getUpdates'))
      expect(allowed_updates).toEqual(['message', 'edited_message', 'callback_query', 'my_chat_member'])
  })

  test('an update is confirmed only after it is stored', async () => {
    let store: () => void = () => undefined
    world.onReceive = () =>
      new Promise<void>(resolve => {
        store = resolve
      })
    await channel.start()
    world.telegram.deliver(textUpdate(1, 42, 'a'))
    await until(() => world.telegram.recorder.of('getUpdates').length === 1)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(world.telegram.confirmed).toEqual([])
    store()
    await until(() => world.telegram.confirmed.length === 1)
    expect(world.telegram.confirmed).toEqual([1])
  })

  test('what could not be stored comes again, and what follows in its chat waits for it', async () => {
    let failures = 2
    world.onReceive = ({ eventId }) => {
      if (eventId === '1' && failures > 0) {
        failures -= 1
        throw transient()
      }
    }
    world.telegram.deliver(textUpdate(1, 42, 'a'), textUpdate(2, 42, 'b'), textUpdate(3, 43, 'c'))
    await channel.start()
    await until(() => world.eventIds.includes('2'))
    expect(world.eventIds.filter(id => id !== '3')).toEqual(['1', '2'])
    expect(world.eventIds[0]).toBe('3')
    expect(world.pauses.slice(0, 2)).toEqual([1_000, 2_000])
  })

  test('a press that waited is no later than the message after it; one that comes alone counts from its receipt', async () => {
    world.clock.advance(1_200_000)
    world.telegram.deliver(pressUpdate(1, 42, '7:1'), textUpdate(2, 43, 'a'))
    await channel.start()
    await until(() => world.eventIds.length === 2)
    const times = (id: string) => world.received.find(({ eventId }) => eventId === id)
    expect(times('1')?.at).toEqual(new Date(DATE * 1_000 + 999))
    const polled = world.telegram.recorder.of('getUpdates').length
    await until(() => world.telegram.recorder.of('getUpdates').length > polled || world.telegram.confirmed.length === 2)
    world.clock.advance(60_000)
    world.telegram.deliver(pressUpdate(3, 42, '8:1'))
    await until(() => world.eventIds.includes('3'))
    expect(times('3')?.at).toEqual(world.clock.now())
    // The poll before would have brought an earlier one.
    expect(times('3')?.claimedAt).toEqual(new Date((DATE + 1_200) * 1_000))
  })

  test('what failed and comes again is as old as when it came first', async () => {
    let failures = 2
    world.onReceive = () => {
      world.clock.advance(3_600_000)
      failures -= 1
      if (failures >= 0) throw transient()
    }
    world.telegram.deliver(pressUpdate(1, 42, '7:1'))
    await channel.start()
    await until(() => world.eventIds.includes('1'))
    expect(world.received[0]).toMatchObject({ at: new Date(DATE * 1_000), seenAt: new Date(DATE * 1_000) })
  })

  test('whatever could not be stored is waited for without end', async () => {
    let tries = 0
    world.onReceive = ({ eventId }) => {
      if (eventId !== '1') return
      tries += 1
      if (tries <= 20) throw tries % 2 ? transient() : new Error('bug')
    }
    world.telegram.deliver(textUpdate(1, 42, 'a'), textUpdate(2, 42, 'b'))
    await channel.start()
    await until(() => world.eventIds.includes('2'))
    expect(tries).toBe(21)
    expect(world.eventIds).toEqual(['1', '2'])
  })

  test('a slow chat does not hold up another one', async () => {
    let finish: () => void = () => undefined
    world.onReceive = ({ account }) =>
      account === '42'
        ? new Promise<void>(resolve => {
            finish = resolve
          })
        : undefined
    world.telegram.deliver(textUpdate(1, 42, 'a'), textUpdate(2, 43, 'b'), textUpdate(3, 43, 'c'))
    await channel.start()
    await until(() => world.received.length === 2)
    expect(world.eventIds).toEqual(['2', '3'])
    finish()
  })

  test('what another one writes while a chat is not through is asked for and stored at once, and nothing twice', async () => {
    let finish: () => void = () => undefined
    world.onReceive = ({ eventId }) =>
      eventId === '1'
        ? new Promise<void>(resolve => {
            finish = resolve
          })
        : undefined
    await channel.start()
    world.telegram.deliver(textUpdate(1, 42, 'a'), textUpdate(2, 42, 'b'))
    await until(() => world.telegram.recorder.of('getUpdates').length > 1)
    world.telegram.deliver(textUpdate(3, 43, 'c'))
    await until(() => world.eventIds.includes('3'))
    expect(world.telegram.confirmed).toEqual([])
    finish()
    await until(() => world.telegram.confirmed.length === 3)
    expect(world.eventIds).toEqual(['3', '1', '2'])
  })

  test('after a press the button stops spinning and the answered question loses its buttons, once it is stored', async () => {
    world.onReceive = () => expect(world.telegram.recorder.of('answerCallbackQuery')).toEqual([])
    world.telegram.deliver(pressUpdate(1, 42, '12:3', 77))
    await channel.start()
    await until(() => world.telegram.recorder.of('editMessageReplyMarkup').length === 1)
    expect(world.telegram.recorder.of('answerCallbackQuery')).toEqual([{ callback_query_id: 'q1' }])
    expect(world.telegram.recorder.of('editMessageReplyMarkup')).toEqual([{ chat_id: 42, message_id: 77 }])
  })

  test('presses on the buttons of a notice, stale and strange ones are answered too, and nothing depends on that', async () => {
    world.telegram.fails('answerCallbackQuery', 400, 'Bad Request: query is too old')
    world.telegram.deliver(pressUpdate(1, 42, 'n5:1'), pressUpdate(2, 42, 'rubbish'))
    await channel.start()
    await until(() => world.telegram.recorder.of('answerCallbackQuery').length === 2)
    expect(world.eventIds).toEqual(['1', '2'])
    expect(world.telegram.recorder.of('editMessageReplyMarkup')).toEqual([])
    expect(channel.health().state).toBe('up')
  })

  test('a wrong token ends the start with a clear error', async () => {
    world.telegram.fails('getMe', 401, 'Unauthorized')
    await expect(channel.start()).rejects.toMatchObject({ name: 'TelegramTokenRefused', key: 'telegram.tokenRefused' })
  })

  test('without a connection it starts all the same, says so, and goes on trying', async () => {
    for (let n = 0; n < 3; n += 1) world.telegram.breaks('getMe', 'ENOTFOUND')
    await channel.start()
    expect(channel.health()).toEqual({ state: 'down', why: 'ENOTFOUND' })
    await until(() => channel.health().state === 'up')
    world.telegram.deliver(textUpdate(1, 42, 'a'))
    await until(() => world.received.length === 1)
  })

  test('a second poller is an alarm; it keeps trying and recovers', async () => {
    world.telegram.fails('getUpdates', 409, 'Conflict: terminated by other getUpdates request')
    let healthThen: unknown
    const pausing = world.channel(
      { kind: 'polling' },
      {
        pause: async () => {
          healthThen ??= pausing.health()
        },
      },
    )
    await pausing.start()
    world.telegram.deliver(textUpdate(1, 42, 'a'))
    await until(() => world.received.length === 1)
    expect(healthThen).toMatchObject({ state: 'down', why: expect.stringContaining('409') })
    expect(pausing.health().state).toBe('up')
    await pausing.stop()
  })

  test('only the instance that holds the turn polls', async () => {
    let isMine = false
    const waiting = world.channel(
      { kind: 'polling' },
      { turn: { hold: async () => isMine, release: async () => undefined } },
    )
    await waiting.start()
    await until(() => world.pauses.length > 2)
    expect(world.telegram.recorder.of('getUpdates')).toEqual([])
    isMine = true
    await until(() => world.telegram.recorder.of('getUpdates').length > 0)
    await waiting.stop()
  })

  test('a stop finishes what is in hand, confirms it, and takes nothing more', async () => {
    let store: () => void = () => undefined
    world.onReceive = () =>
      new Promise<void>(resolve => {
        store = resolve
      })
    await channel.start()
    world.telegram.deliver(textUpdate(1, 42, 'a'))
    await until(() => world.telegram.recorder.of('getUpdates').length === 1)
    await new Promise(resolve => setTimeout(resolve, 5))
    const stopped = channel.stop()
    store()
    await stopped
    world.telegram.deliver(textUpdate(2, 42, 'b'))
    expect(world.eventIds).toEqual(['1'])
    expect(world.telegram.confirmed).toEqual([1])
  })
})
