import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bell, createBell } from '../../src/channels/web/bell.ts'
import { webChannel } from '../../src/channels/web/channel.ts'
import type { Ctx } from '../../src/contract/feature.ts'
import { review } from '../../src/conversation/draft.ts'
import { activities } from '../../src/features/activities/feature.ts'
import { conditions } from '../../src/features/initiatives/classification.ts'
import { initiatives } from '../../src/features/initiatives/feature.ts'
import { works } from '../../src/features/works/feature.ts'
import { tallyOf } from '../../src/health/tally.ts'
import { watchOver } from '../../src/health/watch.ts'
import { receive } from '../../src/intake/receive.ts'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import type { RecordFeature } from '../../src/records/feature.ts'
import { handInRecord } from '../../src/records/hand-in.ts'
import type { Prisma } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import { type Listening, listen } from '../../src/web/listen.ts'
import { createWeb } from '../../src/web/server.ts'
import { webPartsOf } from '../../src/web-parts.ts'
import { sampleAnswers } from '../records/sample-answers.ts'
import { openChromium } from '../support/chromium.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'
import { deliverQueued } from '../web/a-web.ts'

/** What becomes of the records of each kind in this day: so many accepted in bulk, given back, opened. */
const kinds = [
  { feature: initiatives, question: 'expected', bulk: 12, back: 5, opened: 3, answer: 'Giảm một nửa thời gian chờ.' },
  { feature: works, question: 'content', bulk: 7, back: 2, opened: 1, answer: 'Nêu cách làm và người làm.' },
  { feature: activities, question: 'audience', bulk: 6, back: 3, opened: 1, answer: 'Cán bộ, công chức phường' },
] as const
const whole = { bulk: 25, back: 10, opened: 5 }

let browser: Browser
let world: PlanWorld
let server: Listening
let bell: Bell
const closing: (() => Promise<void>)[] = []
const links = { officer: '', staff: '' }
const url = (path: string) => `http://localhost:${server.port}${path}`

beforeAll(async () => {
  world = await planWorld('2024-03-20T00:30:00Z')
  const { system, store, clock } = world
  const { prisma } = store
  const staff = await world.join('Nguyễn Thị Bình', 'CLERK', 'UB-P-QT')
  await world.join('Nguyễn Thị Bình', 'PRESS', 'UB-TTVH')
  const officer = await world.join('Trần Văn Cường', 'PNV', 'UB-NV')
  for (const { feature, bulk, back, opened } of kinds)
    for (let nth = 1; nth <= bulk + back + opened; nth++) await handIn(world, feature, nth)
  bell = createBell()
  const channel = webChannel({ prisma, clock, bell })
  const ear = store.listen({ heard: bell.ring, missed: bell.ringAll })
  const tally = tallyOf(clock, async () => 'handled' as const)
  const watched = { prisma, clock, channels: [], tally, poolUse: store.poolUse, owner: 'test' }
  const parts = webPartsOf({
    ...{ system, bell, platforms: { telegram: null, 'zalo-oa': null, 'zalo-bot': null }, metricsToken: undefined },
    ...{ watch: watchOver(watched), demo: undefined, notStored: () => undefined, held: async () => null },
    receive: async inbound => {
      await receive(system, inbound)
      await deliverQueued(store, channel)
    },
  })
  server = await listen(createWeb(system, parts), 0, { letGo: () => bell.close() })
  closing.push(() => ear.close())
  links.officer = `/vao/${await linkToWeb(prisma, officer, clock.now())}`
  links.staff = `/vao/${await linkToWeb(prisma, staff, clock.now())}`
  browser = await openChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  bell?.close()
  await server?.close()
  for (const close of closing) await close()
  await world?.close()
})

async function handIn(world: PlanWorld, { record: kind }: RecordFeature, nth: number): Promise<void> {
  world.clock.advance(1_000)
  await world.as('Nguyễn Thị Bình', async (ctx: Ctx) => {
    const unit = kind.name === 'work' ? 'UB-TTVH' : 'UB-P-QT'
    const asked = { unit, unitName: unit, about: unit, today: ctx.today.toString(), record: null, basedOn: 0 }
    const params = { ...asked, ...(await kind.startedWith?.(ctx, unit)), similar: [] }
    const answers = {
      ...(await sampleAnswers(ctx, kind.form, 0, params)),
      ...(kind.form.fields.title ? { title: `Bản thử số ${nth}` } : {}),
      ...(kind.form.fields.selfCheck ? { selfCheck: conditions } : {}),
    }
    const draftId = newId(ctx.now)
    await ctx.tx.draft.create({
      data: {
        ...{
          id: draftId,
          personId: ctx.person.id,
          form: kind.form.id,
          formVersion: kind.form.version,
          position: review,
        },
        ...{ params: params as Prisma.InputJsonObject, state: 'SUBMITTED', createdAt: ctx.now, updatedAt: ctx.now },
      },
    })
    await handInRecord(ctx, kind, kind.form, { answers, params, draftId })
  })
}

/** Somebody in front of a wide screen whose every press of the mouse is counted. */
async function inFrontOf(link: string) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(url(link))
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/chat/)
  let clicks = 0
  const click = async (what: Locator) => {
    clicks += 1
    await what.click()
  }
  return { page, click, clicks: () => clicks }
}

type Somebody = Awaited<ReturnType<typeof inFrontOf>>

/** Accepts the most of a kind in bulk: all are chosen, then those not chosen that have to be looked at. */
async function acceptInBulk({ page, click }: Somebody, { feature, bulk, back, opened }: (typeof kinds)[number]) {
  const { path } = feature.record
  await click(page.locator('.doors a[href$="/bao-cao"]'))
  const way = page.locator(`.behind a[href$="/${path}"]`).first()
  if (!(await way.isVisible())) await click(page.locator('.more-behind summary'))
  await click(way)
  await click(page.locator('.chips a').nth(2))
  await click(page.locator('[data-choose-all]'))
  for (let nth = 0; nth < back + opened; nth++) await click(page.locator('[name=chon]').nth(nth))
  await click(page.locator('.actions button.primary'))
  await page.getByRole('heading', { name: /Xem trước/ }).waitFor()
  expect(await page.locator('.lines li').count()).toBe(bulk)
  expect(await page.locator('.lines li').first().textContent()).toContain('Báo cho: Nguyễn Thị Bình')
  await click(page.locator('.actions button.primary'))
  await page.getByRole('heading', { name: `Đã làm (${bulk})` }).waitFor()
  await click(page.locator('.crumbs a'))
}

/** Gives back with one question marked, and its reason; then accepts the rest one by one: the next is opened by itself. */
async function decideOneByOne({ page, click }: Somebody, { question, back, opened }: (typeof kinds)[number]) {
  await click(page.locator('a.open').first())
  for (let nth = 1; nth <= back; nth++) {
    await click(page.locator('.actions summary').filter({ hasText: 'Trả lại' }))
    await click(page.locator(`[name="why-${question}"]`).first())
    await page.keyboard.type(`Chưa rõ, đề nghị ghi cụ thể (${nth})`)
    await click(page.locator('.actions details[open] button'))
    await page.getByRole('status').first().waitFor()
  }
  for (let nth = 1; nth <= opened; nth++) {
    await click(page.locator('.actions button.primary').first())
    await page.getByRole('status').first().waitFor()
  }
}

/** What came back is corrected in the chat: only the marked question is asked. */
async function correctInChat({ page, click }: Somebody) {
  await page.goto(url('/chat'))
  for (const { feature, back, answer, opened, bulk } of kinds) {
    for (let nth = 0; nth < back; nth++) {
      const code = `${feature.record.letters}-${String(bulk + back + opened - nth).padStart(3, '0')}`
      const says = async (text: string, awaited: RegExp) => {
        await page.locator('textarea').fill(text)
        await page.keyboard.press('Enter')
        await expect.poll(() => page.locator('[role=log] > *').last().innerText(), { timeout: 15_000 }).toMatch(awaited)
      }
      await says(code, new RegExp(`${code}`))
      await click(page.locator('form.answers').last().locator('button').filter({ hasText: 'Sửa' }).first())
      await expect.poll(() => page.locator('[role=log] > *').last().innerText()).toContain('Chưa rõ')
      await says(answer, /Đúng, gửi đi/)
      await click(page.locator('form.answers').last().locator('button').filter({ hasText: 'Đúng, gửi đi' }).first())
      await expect.poll(() => page.locator('[role=log] > *').last().innerText()).toContain(code)
    }
  }
}

/** From the first page, one after the other: the difference to the version before is on the page. */
async function approveDifferences({ page, click }: Somebody) {
  await click(page.locator('.top nav a[href$="/desk"]'))
  expect(await page.locator('.waiting a').count()).toBe(whole.back)
  await click(page.locator('.waiting a').first())
  for (let nth = 1; nth <= whole.back; nth++) {
    expect(await page.locator('#thay-doi + dl > div').count()).toBe(1)
    expect(await page.locator('del').first().textContent()).not.toBe('')
    await click(page.locator('.actions button.primary').first())
    await page.getByRole('status').first().waitFor()
  }
  expect(page.url()).toMatch(/\/desk$/)
}

test('a whole day: 40 records of three kinds are decided with at most 120 clicks', { timeout: 300_000 }, async () => {
  const officer = await inFrontOf(links.officer)
  const staff = await inFrontOf(links.staff)
  const began = performance.now()
  await officer.page.goto(url('/desk'))
  expect(await officer.page.locator('.waiting a').count()).toBe(40)
  for (const kind of kinds) {
    await acceptInBulk(officer, kind)
    await decideOneByOne(officer, kind)
  }
  await correctInChat(staff)
  await approveDifferences(officer)
  const seconds = Math.round((performance.now() - began) / 1_000)
  process.stdout.write(
    `a whole day: ${officer.clicks()} clicks of the officer, ${staff.clicks()} of staff, ${seconds} s\n`,
  )
  expect(officer.clicks()).toBeLessThanOrEqual(120)
  const states = await world.store.prisma.record.groupBy({
    by: ['kind', 'state'],
    _count: { _all: true },
    orderBy: { kind: 'asc' },
  })
  expect(states.map(({ kind, state, _count }) => [kind, state, _count._all])).toEqual([
    ['activity', 'SEEN', 10],
    ['initiative', 'RECEIVED', 20],
    ['work', 'ACCEPTED', 10],
  ])
})
