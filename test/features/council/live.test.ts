import { afterAll, beforeAll, expect, it } from 'vitest'
import { councilWeb } from './council-web.ts'
import { type CouncilWorld, councilWorld } from './council-world.ts'

const [chair, vice, secretary, one] = [
  'Chủ tịch phường',
  'Phó Chủ tịch phường',
  'Thư ký Hội đồng',
  'Ủy viên Một',
] as const

let world: CouncilWorld
let web: Awaited<ReturnType<typeof councilWeb>>
let sitting: string

beforeAll(async () => {
  world = await councilWorld()
  web = await councilWeb(world)
  await world.nominate('Bộ phận Một cửa')
  sitting = await world.invited(['Bộ phận Một cửa'])
})
afterAll(async () => {
  await web.close()
  await world.close()
})

async function listening(name: string) {
  const browser = await web.signedIn(name, sitting)
  const response = await browser.send(`/desk/hoi-dong/${sitting}/stream`, {})
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no stream')
  let text = ''
  return {
    until: async (values: string) => {
      while (!text.includes(values)) {
        const { done, value } = await reader.read()
        if (done) throw new Error('the stream has ended')
        text += value
      }
      return text
    },
    close: () => reader.cancel(),
  }
}

it('an open page is told who comes, how many ballots are in and what state it is in, and nothing of a ballot', async () => {
  const page = await listening(one)
  await page.until('"present":"0"')
  for (const name of [chair, vice, secretary, one]) await world.post(name, sitting, { viec: 'toi-co-mat' })
  await page.until('"present":"4"')
  await world.post(chair, sitting, { viec: 'bat-dau' })
  await page.until('"state":"VOTING"')
  await world.cast(vice, sitting, { 'Bộ phận Một cửa': 'DISAGREE' }, 'Ý kiến riêng')
  const id = await world.caseOf(sitting, 'Bộ phận Một cửa')
  const told = await page.until(`"cast-${id}":"1"`)
  expect(told).not.toContain('DISAGREE')
  expect(told).not.toContain('Ý kiến riêng')
  await page.close()
})

it('whoever may not see the sitting hears nothing', async () => {
  world.ids.set('Đầu mối khác', await world.join('Đầu mối khác', 'CLERK', 'UB-P-VD'))
  const stranger = await web.signedIn('Đầu mối khác', 'khoa').catch(() => null)
  expect(stranger).not.toBeNull()
  const response = await stranger?.send(`/desk/hoi-dong/${sitting}/stream`, {})
  expect(response?.status).toBe(404)
  expect((await web.app.request(`/desk/hoi-dong/${sitting}/stream`)).status).toBe(302)
})

it('thirty pages that hear of one change ask the database twice at most, together', async () => {
  const pages = []
  for (let page = 0; page < 30; page += 1) pages.push(await listening(one))
  await Promise.all(pages.map(page => page.until('"state":"VOTING"')))
  let asked = 0
  const { live } = await import('../../../src/features/council/room.tsx').then(({ councilRoom }) => councilRoom)
  if (!live) throw new Error('the room is not live')
  const look = live.look
  live.look = (...given) => {
    asked += 1
    return look(...given)
  }
  try {
    await world.post(chair, sitting, { viec: 'dong' })
    await Promise.all(pages.map(page => page.until('"state":"CLOSED"')))
  } finally {
    live.look = look
  }
  expect(asked).toBeLessThanOrEqual(2)
  for (const page of pages) await page.close()
})
