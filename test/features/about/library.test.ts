import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayReadFile } from '../../../src/contract/may-read-file.ts'
import { aboutCampaign } from '../../../src/features/about/feature.ts'
import { libraryRoom } from '../../../src/features/about/library-room.tsx'
import { askedDocument } from '../../../src/features/about/question.ts'
import { searchRoom } from '../../../src/features/search/room.tsx'
import { pdfNamed } from '../../support/journey.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

describe('a question about a document', () => {
  it.each([
    ['Nghị quyết 05-NQ/TU là gì?', 'nghi quyet', '05-nq/tu'],
    ['cho xem quyết định 3322', 'quyet dinh', '3322'],
    ['cho em hỏi chỉ thị số 09/CT-UBND nói gì ạ', 'chi thi', '09/ct-ubnd'],
    ['xem nghi dinh 73/2023/ND-CP', 'nghi dinh', '73/2023/nd-cp'],
    ['Đề án 06 là gì', 'de an', '06'],
    ['Chỉ thị 09/CT-UBND là gì', 'chi thi', '09/ct-ubnd'],
    ['chị cho xem kết luận 14-KL/TW', 'ket luan', '14-kl/tw'],
    ['nghi quyet 05 la gi', 'nghi quyet', '05'],
    ['05-NQ/TU là gì?', '', '05-nq/tu'],
    ['Cho xem 73/2023/NĐ-CP', '', '73/2023/nd-cp'],
  ])('«%s» is one', (text, type, number) => {
    expect(askedDocument(text)).toEqual({ to: 'about.document', args: { type, number } })
  })

  it.each(['Quyết định 3322/QĐ-UBND', 'Căn cứ Nghị quyết 05-NQ/TU', 'quyết định', 'Số 12/QĐ-UBND ngày 20/3', 'là gì?'])(
    '«%s» is none: it may be an answer',
    text => {
      expect(askedDocument(text)).toBeUndefined()
    },
  )
})

describe('a question about a matter', () => {
  it.each([
    ['Tìm văn bản về chỉ số hài lòng', 'chi so hai long'],
    ['văn bản nào nói về giải ngân?', 'giai ngan'],
    ['có quyết định nào quy định về một cửa không ạ', 'mot cua'],
    ['tra cuu nghi quyet lien quan den chuyen doi so', 'chuyen doi so'],
  ])('«%s» is one', (text, words) => {
    expect(askedDocument(text)).toEqual({ to: 'about.search', args: { words } })
  })

  it.each(['Văn bản về giải ngân', 'Ban hành văn bản nào', 'Tìm hiểu văn bản về một cửa', '12/BC-UBND', '45/50'])(
    '«%s» is none: it may be an answer',
    text => {
      expect(askedDocument(text)).toBeUndefined()
    },
  )
})

describe('the library', () => {
  let world: PlanWorld
  beforeAll(async () => {
    world = await planWorld('2024-04-02T02:00:00Z')
    await world.join('Công chức', 'OFFICIAL', 'UB-P-QT')
    await world.join('Cán bộ', 'PNV', 'UB-NV')
  })
  afterAll(() => world.close())

  const found = (who: string, words: string) =>
    world.as(who, async ctx => {
      const asked = { rest: '', search: new URLSearchParams({ q: words }), form: null, csrf: 'c' }
      const pages = []
      for (const [room, path] of [
        [searchRoom([aboutCampaign]), 'tim'],
        [libraryRoom, 'thu-vien'],
      ] as const) {
        const answer = await room.answer(ctx, { ...asked, address: `/desk/${path}` })
        if (!answer || !('body' in answer)) throw new Error('no page')
        pages.push(String(await answer.body()))
      }
      return pages
    })

  it('shows the purposes of the campaign to who asks what it is', async () => {
    const { text } = await world.say('Công chức', 'giới thiệu')
    expect(text).toContain('Mục đích')
    const purposes = await world.as('Công chức', async ({ campaign }) => campaign.plan.purposes)
    for (const purpose of purposes) expect(text).toContain(purpose)
  })

  it('tells any of the staff what a document is, by whom, of when', async () => {
    const { text } = await world.say('Công chức', 'Nghị quyết 05-NQ/TU là gì?')
    expect(text).toContain('Nghị quyết 05-NQ/TU ngày 09/04/2021')
    expect(text).toContain('Đảng bộ tỉnh')
    expect(text).not.toContain('124/NQ-HĐND')
    expect((await world.say('Công chức', 'cho xem quyết định 3322')).text).toContain('Quyết định 3322/QĐ-UBND')
    expect((await world.say('Công chức', 'đề án 06 là gì?')).text).toContain('Đề án 06')
  })

  it('finds every document that the plan cites by its number', async () => {
    const numbers = await world.as('Cán bộ', async ({ campaign }) =>
      campaign.plan.legalBases.flatMap(({ documentType, number }) => (number ? [`${documentType} ${number}`] : [])),
    )
    expect(numbers).toHaveLength(12)
    for (const name of numbers) expect((await world.say('Công chức', `${name} là gì?`)).text).toContain(name)
  })

  it('gives file or link of a document and papers of the campaign, where an officer has added them', async () => {
    const post = (who: string, rest: string, fields: Record<string, string | File>) =>
      world.as(who, ctx => {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.append(name, value)
        const request = { rest, form, search: new URLSearchParams(), csrf: 'c', address: '/desk/thu-vien' }
        return libraryRoom.answer(ctx, request)
      })
    const pdf = new File([pdfNamed('nghi-quyet.pdf')], 'nghi-quyet.pdf')
    expect(await post('Công chức', 'them', { 'van-ban': 'L-01', tep: pdf })).toBeNull()
    expect(await post('Cán bộ', 'them', { 'van-ban': 'L-01', 'lien-ket': 'javascript:alert(1)' })).toMatchObject({
      isGood: false,
    })
    await post('Cán bộ', 'them', { 'van-ban': 'L-01', tep: pdf, 'lien-ket': 'https://uongbi.example/nq05' })
    await post('Cán bộ', 'them', { ten: 'Hướng dẫn số 12/HD-NV về chấm điểm', 'lien-ket': 'https://uongbi.example/hd' })
    const asked = await world.say('Công chức', 'Nghị quyết 05-NQ/TU là gì?')
    expect(asked.attachments?.map(({ name }) => name)).toEqual(['nghi-quyet.pdf'])
    expect(asked.links?.map(({ url }) => url)).toEqual(['https://uongbi.example/nq05'])
    const fileId = asked.attachments?.[0]?.fileId ?? ''
    expect(await world.as('Công chức', ctx => mayReadFile(ctx, [aboutCampaign], fileId))).toBe(true)
    const own = await world.say('Công chức', 'cho xem văn bản 12/HD-NV')
    expect([own.text, own.links?.map(({ url }) => url)]).toEqual([
      '• Hướng dẫn số 12/HD-NV về chấm điểm',
      ['https://uongbi.example/hd'],
    ])
    const [, page = ''] = await found('Cán bộ', 'nghi quyet 05')
    expect(page).toContain(`/files/${fileId}`)
    const { id } = await world.store.prisma.libraryPaper.findFirstOrThrow({ where: { basis: 'L-01' } })
    expect(await post('Cán bộ', 'bo', { id })).toMatchObject({ isGood: true })
    expect((await world.say('Công chức', 'Nghị quyết 05-NQ/TU là gì?')).attachments ?? []).toEqual([])
  })

  it('is searched by words, with and without accents, and by a number alone where no question is open', async () => {
    const told = async (line: string) => (await world.say('Công chức', line)).text
    for (const line of ['văn bản nào nói về giải ngân?', 'van ban ve giai ngan', 'giải ngân kế hoạch vốn'])
      expect([line, await told(line)]).toEqual([line, expect.stringContaining('79/KH-UBND')])
    expect(await told('9362/QĐ-UBND')).toContain('Quyết định 9362/QĐ-UBND')
    expect(await told('3322')).not.toContain('3322/QĐ-UBND')
    expect(await told('tìm văn bản về chỉ số hài lòng')).toContain('không có văn bản nào nói về nội dung này')
    // What is in no document is as little understood as before.
    expect(await told('chỉ số hài lòng')).toContain('chưa hiểu')
    await world.as('Cán bộ', ctx => {
      const form = new FormData()
      form.append('ten', 'Hướng dẫn số 15/HD-NV về đo lường Chỉ số hài lòng')
      form.append('lien-ket', 'https://uongbi.example/hai-long')
      const request = { rest: 'them', form, search: new URLSearchParams(), csrf: 'c', address: '/desk/thu-vien' }
      return libraryRoom.answer(ctx, request)
    })
    for (const line of ['chỉ số hài lòng', 'chi so hai long la gi', 'Tìm văn bản về hài lòng']) {
      const { text, links = [] } = await world.say('Công chức', line)
      expect([line, text, links.length]).toEqual([line, expect.stringContaining('15/HD-NV'), 1])
    }
  })

  it('takes an answer for an answer where a question is open', async () => {
    await world.say('Công chức', '/sangkien')
    await world.say('Công chức', 'Giải ngân kế hoạch vốn')
    expect(JSON.stringify(await world.store.prisma.draft.findMany({ include: { answers: true } }))).toContain(
      'Giải ngân kế hoạch vốn',
    )
    await world.store.prisma.draft.deleteMany()
  })

  it('says that a document is not there', async () => {
    expect((await world.say('Công chức', 'quyết định 9999/QĐ-UBND là gì?')).text).toContain('không có văn bản số 9999')
  })

  it('answers within a form, and the question stays', async () => {
    await world.say('Công chức', '/sangkien')
    const { text } = await world.say('Công chức', 'Kết luận 14-KL/TW là gì?')
    expect(text).toContain('14-KL/TW')
    expect(await world.store.prisma.draft.count()).toBe(1)
    expect(JSON.stringify(await world.store.prisma.draft.findFirstOrThrow())).not.toContain('14-KL')
  })

  it('is found by the one search box and on its own page, without accents', async () => {
    const [all = '', page = ''] = await found('Cán bộ', 'nghi quyet 124')
    expect(all).toContain('href="/desk/thu-vien#vb-2"')
    expect(page).toContain('<li id="vb-2">')
    expect(page).toContain('124/NQ-HĐND')
    expect(page.split('<form class="compose"')[0]).not.toContain('3322/QĐ-UBND')
  })
})
