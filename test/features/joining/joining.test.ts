import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { steppedClock } from '../../../src/clock.ts'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { directDriver } from '../../support/direct-driver.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'

describe('joining', () => {
  let store: Store
  beforeEach(async () => {
    store = await freshEmbedded()
  })
  afterEach(() => store.close())

  const names = async () => (await store.prisma.person.findMany({ orderBy: { createdAt: 'asc' } })).map(p => p.fullName)

  test('takes every name: plain ones at once, others after one confirmation, in any of its ways', async () => {
    const system = await testSystem(store)
    const driver = directDriver(system, { deliveries: 1 })
    const people: [string[], string][] = [
      [['trương văn nam'], 'Trương Văn Nam'],
      [['Bàn Thị Hoa'], 'Bàn Thị Hoa'],
      [['Phó Đức Chính'], 'Phó Đức Chính'],
      [['Hạnh', '1'], 'Hạnh'],
      [['lành', 'lành'], 'Lành'],
      [['em là Dung', 'đúng rồi ạ'], 'Dung'],
      [["k'brơi", 'vâng'], "K'Brơi"],
      [['Trưởng phòng Nguyễn Văn Bắc'], 'Nguyễn Văn Bắc'],
      [['Đỗ Thị Thu (Phó phòng)'], 'Đỗ Thị Thu'],
      [['chị Thu', 'không', 'Lê Thị Thu Hà'], 'Lê Thị Thu Hà'],
    ]
    for (const [at, [typed]] of people.entries()) {
      const actor = await driver.actor(`a${at}`)
      await actor.type(`Mã mời: ${(await inviteIn(system, 'CLERK', 'UB-P-QT')).replaceAll('-', '–')} ạ`)
      await actor.type('1')
      for (const line of typed) await actor.type(line)
      await actor.type('Chuyên viên')
      expect((await actor.heard()).join('\n')).toContain('Chào mừng')
    }
    expect((await names()).sort()).toEqual(people.map(([, name]) => name).sort())
  })

  test('takes an invitation as people pass it on: links, other dashes, courtesy, invisible signs', async () => {
    const system = await testSystem(store)
    const driver = directDriver(system, { deliveries: 1 })
    const ways: ((code: string) => string)[] = [
      code => `https://t.me/thidua_bot?start=${code}`,
      code => `Anh chị bấm vào đây: https://thidua.example.vn/?ma=${code} để tham gia`,
      code => `dạ mã mời: ${code.replaceAll('-', '—')} ạ, em cảm ơn`,
      code => `\u{FEFF}${code.toLowerCase().replaceAll('-', '\u{200B}-')}`,
      code => code.replaceAll('-', ' '),
    ]
    const given = ['An', 'Bình', 'Cường', 'Dũng', 'Giang']
    for (const [at, way] of ways.entries()) {
      const actor = await driver.actor(`way ${at}`)
      for (const line of [way(await inviteIn(system, 'CLERK', 'UB-P-QT')), '1', `Trần Văn ${given[at]}`, 'Công chức'])
        await actor.type(line)
      expect((await actor.heard()).join('\n'), `way ${at}`).toContain('Chào mừng')
    }
    expect(await names()).toHaveLength(ways.length)
  })

  test('asks somebody with the name of a colleague who is here already, and joins nobody to an account on their word', async () => {
    const system = await testSystem(store)
    const driver = directDriver(system, { deliveries: 1 })
    const join = async (key: string, unit: string, ...lines: string[]) => {
      const actor = await driver.actor(key)
      for (const line of [
        `/start ${await inviteIn(system, 'CLERK', unit)}`,
        '1',
        'Nguyễn Văn An',
        'Chuyên viên',
        ...lines,
      ])
        await actor.type(line)
      return (await actor.heard()).join('\n')
    }
    expect(await join('first', 'UB-P-QT')).toContain('Chào mừng')
    expect(await join('elsewhere', 'UB-P-TS')).toContain('Chào mừng')
    expect(await join('second', 'UB-P-QT')).toContain('Đó có phải là anh/chị không?')
    expect(await join('third', 'UB-P-QT', '1')).toContain('Nối thêm kênh khác')
    expect(await names()).toHaveLength(2)
    expect(await join('fourth', 'UB-P-QT', '2')).toContain('Chào mừng')
    expect(await names()).toHaveLength(3)
  })

  test('brakes wrong codes of one chat after twenty, for a quarter of an hour, and nobody else', async () => {
    const clock = steppedClock('2024-03-20T01:30:00Z')
    const system = await testSystem(store, clock)
    const driver = directDriver(system, { deliveries: 1 })
    const [guesser, other] = [await driver.actor('guesser'), await driver.actor('other')]
    const heard = async () => (await guesser.heard()).join()
    for (let guess = 0; guess < 20; guess++) {
      await guesser.type(`/start WRNG-22${String(guess).padStart(2, '2')}-AAAA`)
      expect(await heard()).not.toContain(system.texts('vi')('joining.invalid.tooMany'))
    }
    const code = await inviteIn(system, 'CLERK', 'UB-P-QT')
    await guesser.type(`/start ${code}`)
    expect(await heard()).toContain(system.texts('vi')('joining.invalid.tooMany'))
    await other.type(`/start ${await inviteIn(system, 'CLERK', 'UB-P-QT')}`)
    expect((await other.heard()).join()).toContain('dữ liệu cá nhân')
    const logged = await store.prisma.audit.findMany({ where: { action: { startsWith: 'chatCode.' } } })
    expect(logged.map(({ action }) => action)).toEqual(['chatCode.wrong', 'chatCode.locked'])
    clock.advance(15 * 60_000)
    await guesser.type(`/start ${code}`)
    expect(await heard()).toContain('dữ liệu cá nhân')
  })
})
