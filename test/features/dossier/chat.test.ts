import { afterEach, describe, expect, it } from 'vitest'
import { type DossierWorld, dossierWorld, ward } from './dossier-world.ts'

let world: DossierWorld
afterEach(() => world.close())

describe('x', () => {
  it('y', async () => {
    world = await dossierWorld()
    await world.join('Đầu mối', 'CLERK', ward)
    await world.join('Thủ trưởng', 'HEAD', ward)
    console.log(
      world.system.prisma &&
        (await world.system.prisma.applicability.findMany({ where: { unitCode: ward } }))
          .map(a => a.targetCode + a.state)
          .join(' '),
    )
    await world.settled(ward)
    const show = (m: any) => console.log(m.title, '\n', m.text, '\n', m.choices, m.words)
    show(await world.say('Đầu mối', 'báo cáo quý I'))
    show(
      await world.say(
        'Đầu mối',
        'C07 20/20; C08 18/20; đã dùng thanh toán điện tử\nsố hóa 15\nC19 5/6; trao đổi văn bản điện tử 85%; Quý II: C10a 3/4',
      ),
    )
    show(await world.say('Đầu mối', 'sửa 3: 19/20'))
    show(await world.say('Đầu mối', 'gửi'))
    show(await world.pressNotice('Thủ trưởng'))
    show(await world.say('Thủ trưởng', 'trả lại câu 3: xem lại số'))
    show(await world.say('Thủ trưởng', '1'))
    show(await world.pressNotice('Đầu mối'))
  })
})
