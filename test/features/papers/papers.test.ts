import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { changedFigures } from '../../../src/documents/changed-figures.ts'
import { wordText } from '../../../src/documents/signed-text.ts'
import { papers } from '../../../src/features/papers/feature.ts'
import { paperKind } from '../../../src/features/papers/list.ts'
import { makeWord } from '../../../src/features/papers/make.ts'
import { planBases } from '../../../src/features/papers/plan-bases.ts'
import { papersRoom } from '../../../src/features/papers/room.tsx'
import { papersFor } from '../../../src/features/papers/store.ts'
import { templatesRoom } from '../../../src/features/papers/templates-room.tsx'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const { identity, recipients, signature, legalBases, commendation, theme } = defaultFiles().plan

const group = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-04-20T02:00:00Z', {
    features: [papers],
    plan: {
      ...{ identity, recipients, signature, legalBases, commendation, theme, managingOffices: ['NV'] },
      ...{ startsOn: '2024-03-15', endsOn: '2024-12-31', participants: { collectives: [group], people: [] } },
    },
  })
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Đầu mối Một', 'CLERK', 'P1')
  await world.join('Đầu mối Hai', 'CLERK', 'P2')
  await world.owe('P1', 'D02', [], '2024-03-29')
})
afterAll(() => world.close())

function ask(
  who: string,
  room: typeof papersRoom,
  rest: string,
  given: Record<string, string | File> | null,
  search = '',
) {
  return world.as(who, async ctx => {
    const form = given && new FormData()
    for (const [name, value] of Object.entries(given ?? {})) form?.append(name, value)
    const address = `http://localhost/desk/${room.path}`
    return room.answer(ctx, { rest, search: new URLSearchParams(search), form, address, csrf: 'c' })
  })
}

const gone = (answer: RoomAnswer | null) => (answer && 'goTo' in answer ? answer : null)

describe('a paper', () => {
  it('names every late unit with what it owes, and nobody who is not late', async () => {
    const text = await world.as('Cán bộ', async ctx => {
      const kind = paperKind('DOC09')
      if (!kind) throw new Error('no DOC09')
      const made = await makeWord(ctx, kind, { unitCode: null, period: '2024', day: null, units: null })
      return wordText(made.bytes)
    })
    expect(text).toContain('UBND phường Một')
    expect(text).toContain('29/3/2024')
    expect(text).toContain('22 ngày')
    expect(text).not.toContain('UBND phường Hai')
  })

  it('offers the legal bases of the plan, each as it is cited, before it is made and when it is there', async () => {
    const cited = legalBases.filter(({ isBasis, number }) => isBasis && number !== null)
    expect(cited.map(({ code }) => code)).toEqual(['L-01', 'L-02', 'L-03', 'L-04', 'L-05', 'L-06', 'L-07'])
    const asked = { 'van-ban': 'DOC01', 'don-vi': 'P1' }
    const before = await ask('Đầu mối Một', papersRoom, 'moi', null, String(new URLSearchParams(asked)))
    const made = gone(await ask('Đầu mối Một', papersRoom, 'moi', asked))
    const after = await ask('Đầu mối Một', papersRoom, made?.goTo.split('/').at(-1) ?? '', null)
    for (const answer of [before, after]) {
      const page = answer && 'body' in answer ? String(await answer.body()) : ''
      for (const { number } of cited) expect(page).toContain(`số ${number}`)
    }
  })

  it('of the launch document begins with them, and holds what applies to the unit (DOC01)', async () => {
    const read = (unitCode: string) =>
      world.as('Đầu mối Một', async ctx => {
        const kind = paperKind('DOC01')
        const wanted = { unitCode, period: '2024', day: null, units: null }
        return kind ? wordText((await makeWord(ctx, kind, wanted)).bytes) : ''
      })
    const before = await read('P1')
    for (const { number, isBasis } of legalBases)
      if (isBasis && number !== null) expect(before).toContain(`số ${number} ngày`)
    expect(before).toContain('Thực hiện Kế hoạch số 114/KH-UBND ngày 15/3/2024')
    expect(before).toContain(theme.text)
    expect(before).not.toContain('100% kết quả giải quyết được số hóa')
    await world.applies('P1', 'C09')
    expect(await read('P1')).toContain('100% kết quả giải quyết được số hóa')
    expect(await read('P2')).not.toContain('100% kết quả giải quyết được số hóa')
  })

  it('cites no basis that is not yet signed or can no longer be cited', () =>
    world.as('Cán bộ', async ctx => {
      const [one, two, three, ...others] = legalBases.filter(({ isBasis }) => isBasis)
      if (!one || !two || !three) throw new Error('no bases')
      const bases = [
        { ...one, date: '2024-04-21' },
        { ...two, validTo: '2024-04-19' },
        { ...three, validTo: '2024-04-20' },
      ]
      const cited = planBases({
        ...ctx,
        campaign: { ...ctx.campaign, plan: { ...ctx.campaign.plan, legalBases: bases } },
      })
      expect(cited).toEqual([expect.stringContaining(`số ${three.number}`)])
      expect(cited[0]).toMatch(/\.$/)
      expect(others).not.toEqual([])
    }))

  it('says in a table of none that there is none, and breaks the name of a committee before its place', async () => {
    const made = await world.as('Cán bộ', async ctx => {
      const kind = paperKind('DOC12')
      if (!kind) throw new Error('no DOC12')
      return makeWord(ctx, kind, { unitCode: null, period: '2024', day: null, units: null })
    })
    const text = wordText(made.bytes)
    expect(text).toMatch(/Tình trạng\s+Không có\s/)
    expect(text).toContain(identity.issuer.replace('thành phố Uông Bí', 'thành\u00a0phố\u00a0Uông\u00a0Bí'))
  })

  it('says where a figure is missing, in the paper and beside it', async () => {
    const made = await world.as('Đầu mối Một', async ctx => {
      const kind = paperKind('DOC05')
      if (!kind) throw new Error('no DOC05')
      return makeWord(ctx, kind, { unitCode: 'P1', period: '2024-Q1', day: null, units: null })
    })
    expect(made.gaps).toEqual(['Tỷ lệ giải ngân gần nhất'])
    expect(wordText(made.bytes)).toContain('chưa có số liệu')
  })

  it('names each missing figure on the page before the file can be taken, and on the page of the paper', async () => {
    const asked = { 'van-ban': 'DOC05', 'don-vi': 'P1', ky: '2024-Q1' }
    const before = await ask('Đầu mối Một', papersRoom, 'moi', null, String(new URLSearchParams(asked)))
    const id =
      gone(await ask('Đầu mối Một', papersRoom, 'moi', asked))
        ?.goTo.split('/')
        .at(-1) ?? ''
    const after = await ask('Đầu mối Một', papersRoom, id, null)
    for (const page of [before, after]) {
      const html = page && 'body' in page ? String(await page.body()) : ''
      expect(html).toContain('<h2>1 chỗ chưa có số liệu</h2><ul><li>Tỷ lệ giải ngân gần nhất</li></ul>')
    }
  })

  it('is seen by the office and by its own unit only, with its file', async () => {
    const made = gone(
      await ask('Đầu mối Một', papersRoom, 'moi', { 'van-ban': 'DOC04', 'don-vi': 'P1', ky: '2024-Q1' }),
    )
    const id = made?.goTo.split('/').at(-1) ?? ''
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const fileId = await world.store.prisma.paper.findUniqueOrThrow({ where: { id } }).then(paper => paper.fileId)
    for (const [who, sees] of [
      ['Đầu mối Một', true],
      ['Cán bộ', true],
      ['Đầu mối Hai', false],
    ] as const) {
      expect((await ask(who, papersRoom, id, null)) !== null, who).toBe(sees)
      expect(await world.as(who, async ctx => (await papers.mayReadFile?.(ctx, fileId)) ?? false), who).toBe(sees)
      expect(
        (await world.as(who, papersFor)).some(paper => paper.id === id),
        who,
      ).toBe(sees)
    }
  })

  it('of another unit, or of the office, is not made by a unit', async () => {
    for (const given of [{ 'van-ban': 'DOC04', 'don-vi': 'P1', ky: '2024-Q1' }, { 'van-ban': 'DOC12' }])
      expect(await ask('Đầu mối Hai', papersRoom, 'moi', given)).toBeNull()
  })

  it('refuses a period, a day or a unit that is none, with a sentence', async () => {
    const wrong: Record<string, string>[] = [
      { 'van-ban': 'DOC04', 'don-vi': 'P1', ky: '1999-Q9' },
      { 'van-ban': 'DOC04', 'don-vi': 'P9', ky: '2024-Q1' },
      { 'van-ban': 'DOC12', ngay: '2024-02-31' },
      { 'van-ban': 'DOC12', ngay: '2024-12-31' },
    ]
    for (const given of wrong) {
      const answer = gone(await ask('Cán bộ', papersRoom, 'moi', given))
      expect(answer).toMatchObject({ isGood: false })
      expect(answer?.say).not.toContain('papers.')
    }
  })
})

describe('the signed file', () => {
  const sign = async (id: string, bytes: Uint8Array<ArrayBuffer>, name: string) =>
    gone(await ask('Cán bộ', papersRoom, id, { viec: 'da-ky', tep: new File([bytes], name) }))

  it('is compared with what was made: the same, and with one digit changed', async () => {
    const made = gone(await ask('Cán bộ', papersRoom, 'moi', { 'van-ban': 'DOC09' }))
    const id = made?.goTo.split('/').at(-1) ?? ''
    const { file } = await world.store.prisma.paper.findUniqueOrThrow({
      where: { id },
      include: { file: { include: { content: true } } },
    })
    const bytes = new Uint8Array(file.content?.bytes ?? [])
    expect(await sign(id, bytes, 'da-ky.docx')).toMatchObject({ isGood: true })
    expect(await sign(id, await withOtherDigits(bytes, '22 ngày', '23 ngày'), 'da-ky.docx')).toMatchObject({
      isGood: false,
    })
    const { differences } = await world.store.prisma.paper.findUniqueOrThrow({ where: { id } })
    expect(differences).toMatchObject([{ made: '22', signed: '23' }])
  })

  it('with any one digit changed, in running text or in a table, is found out', async () => {
    const { bytes } = await world.as('Cán bộ', async ctx => {
      const kind = paperKind('DOC12')
      if (!kind) throw new Error('no DOC12')
      return makeWord(ctx, kind, { unitCode: null, period: '2024', day: null, units: null })
    })
    const made = wordText(bytes)
    const isInTable = (text: string) => /^\d+$/.test(text)
    const tried = { table: 0, text: 0 }
    const paragraphs = made.split('\n')
    for (const [at, paragraph] of paragraphs.entries())
      for (const { index } of paragraph.matchAll(/\d/g)) {
        const other = String((Number(paragraph[index]) + 1) % 10)
        const signed = paragraphs.with(at, paragraph.slice(0, index) + other + paragraph.slice(index + 1)).join('\n')
        expect(changedFigures(made, signed), `${paragraph}, ${index}`).not.toEqual([])
        tried[isInTable(paragraph) ? 'table' : 'text'] += 1
      }
    expect(tried.table).toBeGreaterThan(30)
    expect(tried.text).toBeGreaterThan(30)
  })

  it('that cannot be read is refused, and nothing changes', async () => {
    const paper = await world.store.prisma.paper.findFirstOrThrow({ where: { code: 'DOC09' } })
    const answer = await ask('Cán bộ', papersRoom, paper.id, { viec: 'da-ky', tep: new File(['PK'], 'hong.docx') })
    expect(answer).toMatchObject({ status: 422 })
    const after = await world.store.prisma.paper.findUniqueOrThrow({ where: { id: paper.id } })
    expect(after.differences).toEqual(paper.differences)
  })
})

describe('templates', () => {
  it('are changed by the office alone; one with an unknown place is refused by its name', async () => {
    expect(await world.as('Đầu mối Một', async ({ person }) => templatesRoom.mayOpen(person))).toBe(false)
    const other = await paperFile('DOC11')
    const answer = await ask('Cán bộ', templatesRoom, 'DOC09', { tep: new File([other], 'mau.docx') })
    expect(answer).toMatchObject({ status: 422 })
    expect(await world.store.prisma.paperTemplate.count()).toBe(0)
  })

  it('are used from then on, until the one of the product is taken again', async () => {
    const own = await withOtherDigits(await paperFile('DOC09'), 'DANH SÁCH NỘI DUNG QUÁ HẠN', 'PHỤ LỤC CỦA CƠ QUAN')
    expect(gone(await ask('Cán bộ', templatesRoom, 'DOC09', { tep: new File([own], 'mau.docx') }))).toMatchObject({
      isGood: true,
    })
    const made = () =>
      world.as('Cán bộ', async ctx => {
        const kind = paperKind('DOC09')
        if (!kind) throw new Error('no DOC09')
        return wordText((await makeWord(ctx, kind, { unitCode: null, period: '2024', day: null, units: null })).bytes)
      })
    expect(await made()).toContain('PHỤ LỤC CỦA CƠ QUAN')
    await ask('Cán bộ', templatesRoom, 'DOC09', { viec: 'mac-dinh' })
    expect(await made()).not.toContain('PHỤ LỤC CỦA CƠ QUAN')
  })
})

async function paperFile(code: string): Promise<Uint8Array<ArrayBuffer>> {
  const { defaultTemplate } = await import('../../../src/features/papers/template.ts')
  return new Uint8Array(await defaultTemplate(code))
}

async function withOtherDigits(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array<ArrayBuffer>> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const parts = unzipSync(bytes)
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  if (!document.includes(from)) throw new Error(`«${from}» is not in one piece`)
  return new Uint8Array(zipSync({ ...parts, 'word/document.xml': strToU8(document.replace(from, to)) }))
}
