import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelName, FetchResult } from '../../src/channels/channel.ts'
import { steppedClock } from '../../src/clock.ts'
import { waitingSender } from '../../src/intake/send-waiting.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { executable } from '../files/sample-bytes.ts'
import { type Chat, chatIn, filesOf } from '../support/chat.ts'
import { freshEmbedded } from '../support/database.ts'
import { pdfNamed } from '../support/journey.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

const unit = 'UB-P-QT'
const channels = ['telegram', 'zalo-oa', 'zalo-bot', 'web'] as const
/** 23:50 on the last day of the launch documents. */
const evening = '2024-03-31T16:50:00Z'
const confirmedAt = '2024-03-31T16:58:00Z'
const afterMidnight = '2024-03-31T17:20:00Z'

let store: Store
let clock: ReturnType<typeof steppedClock>
let system: System
beforeEach(async () => {
  store = await freshEmbedded()
  clock = steppedClock(evening)
  system = await testSystem(store, clock)
})
afterEach(() => store.close())

const stored = (name: string): FetchResult => ({ result: 'fetched', bytes: pdfNamed(name) })
const notYet = (): FetchResult => ({ result: 'retry', why: 'not yet' })
const later = () => clock.advance(3_600_000)

async function joined(channel: ChannelName, role: string, key: string, deliveries = 1): Promise<Chat> {
  const chat = chatIn(system, channel, `${key}@${channel}`, { deliveries })
  await chat.say(`/start ${await inviteIn(system, role, unit)}`)
  for (const line of ['1', `Người Thử ${key}`, 'Công chức Văn phòng']) await chat.say(line)
  return chat
}

/** Up to the summary, with these files. */
async function filled(chat: Chat, ...names: string[]): Promise<void> {
  await chat.say('phát động')
  await chat.file(...names)
  for (const line of ['xong', '12/KH-UBND', '18/3', 'bỏ qua']) await chat.say(line)
}

const documents = async () => {
  const found = await store.prisma.record.findMany({ include: { versions: true } })
  return found.map(({ versions, ...record }) => ({ ...versions.at(-1), ...record }))
}
const duty = () => store.prisma.obligation.findFirstOrThrow({ where: { unitCode: unit, dutyCode: 'D02' } })
const draft = () => store.prisma.draft.findFirstOrThrow({ where: { form: 'launch' }, include: { answers: true } })
const filesAnswer = async () => (await draft()).answers.find(({ field }) => field === 'files')?.value

describe.each(channels)('a form confirmed while its file is on the way, on %s', channel => {
  it('waits, goes on by itself with the time of the confirmation, once, and the receipt comes to the chat', async () => {
    const chat = await joined(channel, 'HEAD', 'Một', 2)
    await filled(chat, 'ke-hoach.pdf')
    await chat.say('1')
    expect((await chat.last()).text).toContain('ke-hoach.pdf')
    expect((await chat.last()).text).toContain('31/03/2024 23:50')
    expect(await draft()).toMatchObject({ state: 'WAITING' })
    expect(await documents()).toEqual([])
    expect(await duty()).toMatchObject({ state: 'OPEN' })

    await filesOf(system, channel, notYet).turn()
    expect(await documents()).toEqual([])
    // Another process takes it up after midnight; two at once send it once.
    clock.set(afterMidnight)
    const restarted = await testSystem(store, clock)
    await filesOf(restarted, channel, stored).turn()
    await Promise.all([waitingSender(restarted).turn(), waitingSender(system).turn()])
    const [document, ...more] = await documents()
    expect(more).toEqual([])
    expect(document).toMatchObject({ state: 'SENT', isLate: false, sentAt: new Date(evening) })
    expect(document?.receivedAt).toEqual(new Date(afterMidnight))
    expect(await duty()).toMatchObject({ state: 'MET', isLate: false })
    expect(await draft()).toMatchObject({ state: 'SUBMITTED' })
    const receipts = (await chat.heard()).filter(({ kind }) => kind === 'NOTICE')
    expect(receipts.map(({ message }) => message.text)).toEqual([expect.stringContaining('Đã gửi văn bản phát động')])
  })

  it('opens again at the question of the file when that is refused: nothing is met, all other answers stay', async () => {
    const chat = await joined(channel, 'HEAD', 'Một')
    await filled(chat, 'ke-hoach.pdf', 'phu-luc.pdf')
    await chat.say('1')
    const give = (name: string): FetchResult =>
      name === 'phu-luc.pdf' ? { result: 'fetched', bytes: executable } : stored(name)
    await filesOf(system, channel, give).turn()
    expect(await documents()).toEqual([])
    expect(await duty()).toMatchObject({ state: 'OPEN', metAt: null })
    expect(await draft()).toMatchObject({ state: 'OPEN', position: 'files' })
    expect(await filesAnswer()).toEqual([expect.objectContaining({ name: 'ke-hoach.pdf' })])
    expect((await draft()).answers).toHaveLength(4)
    expect((await chat.last()).text).toMatch(/phu-luc\.pdf[\s\S]*mở lại ở câu gửi tệp/)
    // The chat goes on with it: a file sent now is taken, and the form is sent.
    await chat.file('phu-luc-2.pdf')
    await filesOf(system, channel, stored).turn()
    await chat.say('xong')
    await chat.say('1')
    expect(await documents()).toMatchObject([{ state: 'SENT', title: 'số 12/KH-UBND' }])
    expect((await documents())[0]?.fileIds).toHaveLength(2)
  })

  it('with scan.rar alone is never received: the name is refused at once, and the question stays open', async () => {
    const chat = await joined(channel, 'CLERK', 'Một')
    await chat.say('phát động')
    await chat.file('scan.rar')
    expect((await chat.last()).text).toContain('chưa nhận được tệp «scan.rar»')
    await chat.say('xong')
    for (const line of ['12/KH-UBND', '18/3', 'bỏ qua', '1']) await chat.say(line)
    expect(await store.prisma.storedFile.count()).toBe(0)
    expect(await documents()).toEqual([])
    expect(await duty()).toMatchObject({ state: 'OPEN' })
  })
})

describe('a file that is refused', () => {
  it('among good ones is named first, and the others are taken', async () => {
    const chat = await joined('telegram', 'HEAD', 'Một')
    await chat.say('phát động')
    await chat.file('scan.rar', 'ke-hoach.pdf')
    expect((await chat.last()).text).toMatch(/«scan\.rar»[\s\S]*Đã nhận tệp: ke-hoach\.pdf/)
    expect(await filesAnswer()).toEqual([expect.objectContaining({ name: 'ke-hoach.pdf' })])
  })

  it('leaves a draft that is still open at once; an answer typed meanwhile is not lost, and the question is asked again', async () => {
    const chat = await joined('telegram', 'HEAD', 'Một')
    await chat.say('phát động')
    await chat.file('ke-hoach.pdf')
    await chat.say('xong')
    await filesOf(system, 'telegram', () => ({ result: 'fetched', bytes: executable })).turn()
    expect(await filesAnswer()).toBeUndefined()
    for (const line of ['12/KH-UBND', '18/3', 'bỏ qua']) await chat.say(line)
    expect((await chat.last()).text).toContain('gửi tệp văn bản phát động')
    expect((await draft()).answers.map(({ field }) => field).sort()).toEqual(['note', 'number', 'signedOn'])
  })

  it('by a release before is found when the form is confirmed', async () => {
    const chat = await joined('telegram', 'HEAD', 'Một')
    await filled(chat, 'ke-hoach.pdf')
    await store.prisma.storedFile.updateMany({ data: { state: 'FAILED', why: 'gone' } })
    await chat.say('1')
    expect((await chat.last()).text).toContain('không tải được tệp «ke-hoach.pdf»')
    expect(await draft()).toMatchObject({ state: 'OPEN', position: 'files' })
    expect(await documents()).toEqual([])
  })
})

describe('a draft that waits for its file', () => {
  it('is seen under /nhap and /viec, keeps its matter, and can be taken back', async () => {
    const chat = await joined('telegram', 'HEAD', 'Một')
    await filled(chat, 'ke-hoach.pdf')
    await chat.say('1')
    await chat.say('/nhap')
    expect((await chat.last()).choices).toEqual([expect.stringContaining('đang chờ tải tệp')])
    await chat.say('/viec')
    expect((await chat.last()).choices?.some(label => label.includes('đang chờ tải tệp'))).toBe(true)
    // The same matter once more, begun anew: it is shown what waits, and nothing else begins.
    await chat.say('phát động')
    await chat.say('2')
    expect((await chat.last()).text).toContain('đang tải tệp')
    expect(await store.prisma.draft.count({ where: { form: 'launch' } })).toBe(1)
    await chat.say('1')
    expect(await draft()).toMatchObject({ state: 'OPEN', position: 'review', confirmedAt: null })
    await filesOf(system, 'telegram', stored).turn()
    expect(await documents()).toEqual([])
    await chat.say('1')
    expect(await documents()).toMatchObject([{ state: 'SENT' }])
  })

  it('cannot be taken back once it is sent', async () => {
    const chat = await joined('telegram', 'HEAD', 'Một')
    await filled(chat, 'ke-hoach.pdf')
    await chat.say('1')
    await filesOf(system, 'telegram', stored).turn()
    await chat.say('1')
    expect((await chat.last()).text).toContain('không còn chờ tệp')
    expect(await documents()).toMatchObject([{ state: 'SENT' }])
  })

  it('stays as it is when its feature fails, is told once, and goes on later with its own time', async () => {
    const chat = await joined('telegram', 'HEAD', 'Một')
    await filled(chat, 'ke-hoach.pdf')
    await chat.say('1')
    const broken = {
      ...system,
      registry: {
        ...system.registry,
        form: (id: string) => {
          const entry = system.registry.form(id)
          return entry && { ...entry, submit: () => Promise.reject(new Error('a fault')) }
        },
      },
    }
    await filesOf(broken, 'telegram', stored).turn()
    await waitingSender(broken).turn()
    expect(await draft()).toMatchObject({ state: 'WAITING' })
    const told = (await chat.heard()).filter(({ kind }) => kind === 'NOTICE')
    expect(told.map(({ message }) => message.text)).toEqual([expect.stringMatching(/mã L-\d{6}/)])
    later()
    await waitingSender(system).turn()
    expect(await documents()).toMatchObject([{ state: 'SENT', isLate: false }])
  })
})

describe.each(['telegram', 'zalo-oa', 'zalo-bot'] as const)(
  'a confirmation of 23:58 that comes in at 00:20 on %s',
  channel => {
    it('is on time; the head’s approval a day later does not make it late', async () => {
      const clerk = await joined(channel, 'CLERK', 'Một', 2)
      const head = await joined(channel, 'HEAD', 'Hai')
      await filled(clerk, 'ke-hoach.pdf')
      await filesOf(system, channel, stored).turn()
      clock.set(afterMidnight)
      await clerk.say('1', { at: confirmedAt })
      expect(await documents()).toMatchObject([
        { waitsFor: 'launch.approve', isLate: false, sentAt: new Date(confirmedAt) },
      ])
      clock.advance(86_400_000)
      for (const line of ['duyệt', '1', '1']) await head.say(line)
      expect(await documents()).toMatchObject([{ state: 'SENT', waitsFor: 'launch.decide', isLate: false }])
      expect(await duty()).toMatchObject({ state: 'MET', isLate: false })
    })

    it('of 00:02 is late', async () => {
      const head = await joined(channel, 'HEAD', 'Một')
      await filled(head, 'ke-hoach.pdf')
      await filesOf(system, channel, stored).turn()
      clock.set(afterMidnight)
      await head.say('1', { at: '2024-03-31T17:02:00Z' })
      expect(await documents()).toMatchObject([{ state: 'SENT', isLate: true }])
      expect(await duty()).toMatchObject({ state: 'MET', isLate: true })
    })
  },
)

describe('a confirmation on the web page', () => {
  it('counts by the receipt; the page’s clock is kept and shown to the officer, not believed', async () => {
    const head = await joined('web', 'HEAD', 'Một')
    const officer = await (async () => {
      const chat = chatIn(system, 'telegram', 'can-bo')
      await chat.say(`/start ${await inviteIn(system, 'PNV', 'UB-NV')}`)
      for (const line of ['1', 'Người Thử Ba', 'Chuyên viên']) await chat.say(line)
      return chat
    })()
    await filled(head, 'ke-hoach.pdf')
    await filesOf(system, 'web', stored).turn()
    clock.set(afterMidnight)
    await head.say('1', { claimedAt: confirmedAt })
    expect(await documents()).toMatchObject([{ isLate: true, claimedAt: new Date(confirmedAt) }])
    for (const line of ['duyệt', '1']) await officer.say(line)
    expect((await officer.last()).text).toContain('31/03/2024 23:58')
  })
})
