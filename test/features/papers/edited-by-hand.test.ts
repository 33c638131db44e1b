import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordText } from '../../../src/documents/signed-text.ts'
import { fillTemplate } from '../../../src/documents/word/fill.ts'
import { papers } from '../../../src/features/papers/feature.ts'
import type { PaperKind } from '../../../src/features/papers/kind.ts'
import { paperKind } from '../../../src/features/papers/list.ts'
import { makeWord } from '../../../src/features/papers/make.ts'
import { defaultTemplate, tagsOf, templateFaults } from '../../../src/features/papers/template.ts'
import { templatesRoom } from '../../../src/features/papers/templates-room.tsx'
import { projectRoot } from '../../../src/project-root.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { contentOfTags } from './content-of-tags.ts'

const none = { unknown: [], missing: [], stuck: [] }
const { identity, recipients, signature, legalBases, commendation, theme } = defaultFiles().plan
const group = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-10-20T02:00:00Z', {
    features: [papers],
    plan: {
      ...{ identity, recipients, signature, legalBases, commendation, theme, managingOffices: ['NV'] },
      ...{ startsOn: '2024-03-15', endsOn: '2024-12-31', participants: { collectives: [group], people: [] } },
    },
  })
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Đầu mối Một', 'CLERK', 'P1')
  await world.owe('P1', 'D02', [], '2024-03-29')
  await world.applies('P1', 'C09')
})
afterAll(() => world.close())

/** What was done to the template in LibreOffice, and words that the hand wrote into it. */
const edited = [
  [
    'DOC01',
    'a paragraph pasted with its accents apart',
    ['Quán triệt sâu rộng', 'Văn phòng, điện thoại …', 'KẾ HOẠCH'],
  ],
  ['DOC02', 'rows above and below those of the list', ['(1)', '(4)', 'Cộng: ', 'DANH SÁCH']],
  ['DOC04', 'other fonts, parts of tags bold, slanted and red', ['BÁO CÁO', '1. Kết quả thực hiện']],
  ['DOC05', 'tags moved to other cells', [' → ', '(ngày ', '1. Kết quả']],
  [
    'DOC09',
    'a footer with the number of the page, a break within the text',
    ['V/v đôn đốc', 'DANH SÁCH NỘI DUNG QUÁ HẠN'],
  ],
  ['DOC10', 'changes tracked', ['mô hình, giải pháp, sáng kiến tiêu biểu', 'Tác giả: ', 'Tổng cộng danh mục có']],
  ['DOC11', 'a part of it across the page, a note at its foot', ['III. KẾT QUẢ THỰC HIỆN', 'IV. MÔ HÌNH']],
  [
    'DOC12',
    'comments in the middle of tags, paragraphs before and within a list',
    ['Các căn cứ:', ' (còn hiệu lực)', 'PHỤ LỤC'],
  ],
  ['DOC13', 'a column more, a bookmark, a link and another language within tags', ['Ghi chú', 'TỜ TRÌNH']],
  ['DOC15', 'paragraphs within what is told of each', ['Sơ lược (do đơn vị tự khai):', 'tự viết và chịu trách nhiệm']],
] as const

const ofHand = async (code: string) =>
  new Uint8Array(await readFile(join(projectRoot, 'test/features/papers/edited-in-libreoffice', `${code}.docx`)))

/** All that is written in any part of a file but its styles, with the text of what was struck out. */
function written(file: Uint8Array): string {
  const parts = Object.entries(unzipSync(file)).filter(([name]) =>
    /^word\/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml$/.test(name),
  )
  return parts
    .map(([, part]) =>
      strFromU8(part)
        .replaceAll(/<\/w:p>/g, '\n')
        .replaceAll(/<[^>]*>/g, ''),
    )
    .join('\n')
}

function kindOf(code: string): PaperKind {
  const kind = paperKind(code)
  if (!kind) throw new Error(`no ${code}`)
  return kind
}

describe.each(edited)('the template of %s with %s', (code, _, words) => {
  it('has its places, each is filled in, and nothing is left of them', async () => {
    const kind = kindOf(code)
    expect(await templateFaults(kind, await ofHand(code))).toEqual(none)
    const { content, texts } = contentOfTags(tagsOf(kind), 3)
    const paper = await fillTemplate(await ofHand(code), content)
    const text = wordText(paper)
    expect(texts.filter(one => !text.includes(one))).toEqual([])
    expect(written(paper)).not.toMatch(/[{}]/)
    expect(words.filter(one => !text.includes(one))).toEqual([])
  })

  it('is taken, and the paper of a unit is made with it', async () => {
    await world.as('Cán bộ', async ctx => {
      const form = new FormData()
      form.set('tep', new File([await ofHand(code)], `${code}.docx`))
      const address = 'http://localhost/desk/mau-van-ban'
      const given = { rest: code, search: new URLSearchParams(), form, address, csrf: 'c' }
      expect(await templatesRoom.answer(ctx, given)).toMatchObject({ isGood: true })
    })
    const isOfUnit = kindOf(code).of === 'unit'
    const made = await world.as(isOfUnit ? 'Đầu mối Một' : 'Cán bộ', ctx =>
      makeWord(ctx, kindOf(code), { unitCode: isOfUnit ? 'P1' : null, period: '2024', day: null, units: null }),
    )
    const text = wordText(made.bytes)
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain(isOfUnit ? 'UBND phường Một' : 'Nơi nhận:')
    expect(written(made.bytes)).not.toMatch(/[{}]/)
  })
})

it('a paper shows neither what was struck out nor who remarked upon what', async () => {
  for (const code of ['DOC10', 'DOC12']) {
    const { content } = contentOfTags(tagsOf(kindOf(code)), 1)
    const parts = unzipSync(await fillTemplate(await ofHand(code), content))
    expect(Object.keys(parts).filter(name => name.includes('comments'))).toEqual([])
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).not.toMatch(/<w:(?:ins|del|comment)/)
    for (const part of Object.values(parts)) expect(strFromU8(part)).not.toContain('comments.xml')
  }
})

describe('a template that cannot be filled in is not taken, and the place is told', () => {
  const row = '{/rows}'
  it.each([
    ['half a tag', '{period}', '{period', 'Tiến độ thực hiện các chỉ tiêu thi đua, {period'],
    ['the other half', '{period}', 'period}', 'Tiến độ thực hiện các chỉ tiêu thi đua, period}'],
    ['a list that nobody ends', row, '', '{#rows}'],
    ['a list that nobody begins', '{#rows}', '', '{/rows}'],
    ['a bracket too many', '{unit}', '{{unit}}', '} báo cáo tiến độ'],
  ])('%s', async (_, from, to, place) => {
    const parts = unzipSync(await defaultTemplate('DOC04'))
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const file = zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(from, to)) })
    const page = await world.as('Cán bộ', async ctx => {
      const form = new FormData()
      form.set('tep', new File([new Uint8Array(file)], 'mau.docx'))
      const address = 'http://localhost/desk/mau-van-ban'
      const given = { rest: 'DOC04', search: new URLSearchParams(), form, address, csrf: 'c' }
      const answer = await templatesRoom.answer(ctx, given)
      return answer && 'body' in answer ? String(await answer.body()) : ''
    })
    expect(page).toContain('Mẫu có chỗ không điền được')
    expect(page).toContain(place)
  })

  it('a tag in a note at the foot of a page', async () => {
    const parts = unzipSync(await ofHand('DOC11'))
    const notes = strFromU8(parts['word/footnotes.xml'] ?? new Uint8Array()).replace('cơ quan thường trực', '{office}')
    const file = zipSync({ ...parts, 'word/footnotes.xml': strToU8(notes) })
    expect(await templateFaults(kindOf('DOC11'), file)).toEqual({ ...none, stuck: ['Theo xác nhận của {office}.'] })
  })
})
