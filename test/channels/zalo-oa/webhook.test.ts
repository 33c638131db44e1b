import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/clock.ts'
import { OaWorld, until } from './oa-world.ts'

describe('the webhook of the OA', () => {
  let world: OaWorld
  let user: string
  beforeEach(async () => {
    world = await OaWorld.open()
    user = world.writer()
  })
  afterEach(() => world.close())

  const event = (text = 'Chào OA') => world.fake.people.writes(user, text)
  const signed = (body: ReturnType<typeof event>, key?: string) => world.fake.oaWebhook.sign(body, key)
  const nothing = () => expect(world.received).toEqual([])

  test('a signed event is stored, then answered with 200', async () => {
    expect(await world.post(signed(event('Xin chào anh/chị')))).toBe(200)
    expect(world.received).toMatchObject([
      { channel: 'zalo-oa', account: user, content: { type: 'text', text: 'Xin chào anh/chị' }, at: world.clock.now() },
    ])
  })

  test('a forged, an unsigned and a tampered event are refused: 401', async () => {
    expect(await world.post(signed(event(), 'another-key'))).toBe(401)
    expect(await world.post({ ...signed(event()), headers: {} })).toBe(401)
    const { headers } = signed(event())
    expect(await world.post({ rawBody: signed({ ...event(), extra: 1 }).rawBody, headers })).toBe(401)
    nothing()
  })

  test('an event that is replayed days later is refused: 401', async () => {
    const old = signed(event())
    world.clock.advance(3 * 86_400_000)
    expect(await world.post(old)).toBe(401)
    nothing()
  })

  test('a truncated body and one that is no JSON are refused: 400', async () => {
    const { rawBody, headers } = signed(event())
    expect(await world.post({ rawBody: rawBody.subarray(0, 40), headers })).toBe(400)
    expect(await world.post({ rawBody: Buffer.from('<html>'), headers })).toBe(400)
    expect(await world.post({ rawBody: Buffer.alloc(0), headers })).toBe(400)
    expect(await world.post({ rawBody: Buffer.from([0xff, 0xfe, 0x00]), headers })).toBe(400)
    nothing()
  })

  test('a body over the limit is refused: 413, also when it does not say its length', async () => {
    expect(await world.post({ ...signed(event()), rawBody: Buffer.alloc(300_000, 'x') })).toBe(413)
    const endless = new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(100_000)) })
    const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit
    expect((await world.channel.handleWebhook(new Request('https://x/', init))).status).toBe(413)
    nothing()
  })

  test('the unsigned probe of Zalo, receipts, echoes and unknown events are answered with 200 and leave nothing', async () => {
    expect(await world.post({ rawBody: Buffer.from('{}'), headers: {} })).toBe(200)
    for (const name of ['oa_send_text', 'user_received_message', 'user_dances', 'anonymous_send_text'])
      expect(await world.post(signed({ ...event(), event_name: name }))).toBe(200)
    nothing()
  })

  test('a group and a visitor of a web page are told once where we talk; nothing is kept of them', async () => {
    world.fake.oa.groups.add('9000000000000000001')
    const inGroup = () => ({
      ...event('đăng ký sáng kiến'),
      event_name: 'user_send_group_text',
      recipient: { id: '9000000000000000001' },
    })
    const visitor = () => {
      const body = event('cho hỏi')
      const message = { ...(body.message as object), conversation_id: 'c1' }
      return { ...body, event_name: 'anonymous_send_text', sender: { id: 'a1' }, message }
    }
    for (const body of [inGroup(), visitor(), inGroup(), visitor()]) expect(await world.post(signed(body))).toBe(200)
    await world.channel.stop()
    expect(world.fake.oa.sent.all.map(({ userId, text }) => [userId, text])).toEqual([
      ['9000000000000000001', expect.stringContaining('trò chuyện riêng')],
      ['a1', expect.stringContaining('Quan tâm')],
    ])
    nothing()
  })

  test('a failure that will pass is 500, so that Zalo delivers again; then it is stored once', async () => {
    let isDown = true
    world.onReceive = () => {
      if (isDown) throw new Error('Connection terminated')
    }
    const one = signed(event())
    expect(await world.post(one)).toBe(500)
    isDown = false
    expect(await world.post(one)).toBe(200)
    expect(world.received).toHaveLength(1)
  })

  test('what could not be stored is never acknowledged, however often it comes', async () => {
    world.onReceive = () => {
      throw new Error('bug')
    }
    const one = signed(event())
    const answers: number[] = []
    for (let n = 0; n < 8; n += 1) answers.push(await world.post(one))
    expect(answers).toEqual(Array(8).fill(500))
  })

  test('a tap on a button comes in as the choice that it stands for', async () => {
    await world.channel.send({
      key: 'k',
      account: user,
      kind: 'REPLY',
      message: { text: '?', choices: ['Có'], prompt: '7' },
    })
    const [sent] = world.fake.oa.sent.all
    await world.post(signed(world.fake.people.writes(user, String(sent?.buttons[0]?.payload))))
    expect(world.received.at(-1)?.content).toEqual({ type: 'choice', prompt: '7', number: 1 })
  })

  test('the name of the person is asked for once, after the event is stored', async () => {
    await world.post(signed(event()))
    await until(() => world.names.has(user))
    expect(world.names.get(user)).toBe('Nguyễn Văn An')
  })

  test('in a simulation events that bear the real time are taken, too', async () => {
    world.clock.set('2024-03-20T02:00:00Z')
    const timestamp = String(systemClock.now().getTime())
    expect(await world.post(signed({ ...event(), timestamp }))).toBe(200)
    expect(world.received).toHaveLength(1)
  })

  test('after the stop nothing is taken, so that Zalo delivers to the next start', async () => {
    const one = signed(event())
    await world.channel.stop()
    expect(await world.post(one)).toBe(503)
    nothing()
  })
})
