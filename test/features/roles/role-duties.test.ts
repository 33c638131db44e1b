import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../../src/features/list.ts'
import { registryOf } from '../../../src/intake/registry.ts'
import type { System } from '../../../src/intake/system.ts'
import type { Store } from '../../../src/store/open.ts'
import { type Chat, chatIn } from '../../support/chat.ts'
import { freshEmbedded } from '../../support/database.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'

const { roleDuties } = defaultFiles().plan

let store: Store
let system: System
let head: Chat
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  head = chatIn(system, 'web', 'head')
  for (const line of [`/start ${await inviteIn(system, 'WARD_CHAIR', 'UB-P-QT')}`, '1', 'Trần Thị Thử', 'Chủ tịch'])
    await head.say(line)
})
afterAll(() => store.close())

describe('«việc theo vai»', () => {
  it('names every duty of the plan to its role (plan §3.3), each done by commands that there are', () => {
    const codes = (letters: string, count: number) => Array.from({ length: count }, (_, at) => `${letters}-${at + 1}`)
    expect(roleDuties.map(({ code }) => code).sort()).toEqual(
      [...codes('HD', 10), ...codes('NV', 5), ...codes('MT', 3), ...codes('AL', 6)].sort(),
    )
    const known = registryOf(features).commands.map(({ to }) => to)
    expect(roleDuties.flatMap(({ how }) => how).filter(name => !known.includes(name))).toEqual([])
  })

  it('shows the own role first, with how each duty is done and the ways to press; another role on asking', async () => {
    await head.say('việc theo vai')
    const own = await head.last()
    expect(own.title).toBe('Việc theo vai: Chủ tịch UBND phường, xã')
    expect(own.text).toContain('HD-3. ')
    expect(own.text).toContain('Gửi văn bản phát động (/phatdong)')
    expect(own.text).toContain('Đơn vị tự thực hiện')
    expect(own.choices?.[0]).toBe('Gửi văn bản phát động')
    const office = own.choices?.findIndex(word => word.includes('Phòng Nội vụ')) ?? -1
    await head.say(String(office + 1))
    expect((await head.last()).text).toContain('NV-5. ')
    await head.say('/vieccuavai')
    await head.say('1')
    expect((await head.last()).text).toContain('văn bản phát động')
  })

  it('offers staff nothing to press that only others may do', async () => {
    const staff = chatIn(system, 'web', 'staff')
    for (const line of [`/start ${await inviteIn(system, 'OFFICIAL', 'UB-P-QT')}`, '1', 'Lê Văn Thử', 'Công chức'])
      await staff.say(line)
    await staff.say('việc theo vai')
    const { text, choices = [] } = await staff.last()
    expect(text).toContain('Ghi hoạt động tuyên truyền (/hoatdong)')
    expect(choices).toContain('Đăng ký sáng kiến')
    expect(choices.filter(word => /hoạt động tuyên truyền|tổng kết/.test(word))).toEqual([])
  })
})
