import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { wordText } from '../../../src/documents/signed-text.ts'
import { fillTemplate } from '../../../src/documents/word/fill.ts'
import { faultsOf, type Tags } from '../../../src/documents/word/tags.ts'
import { paperKind, paperKinds, templatedPapers } from '../../../src/features/papers/list.ts'
import { defaultTemplate, tagsOf, templateFaults } from '../../../src/features/papers/template.ts'
import { projectRoot } from '../../../src/project-root.ts'
import { contentOfTags } from './content-of-tags.ts'

const none = { unknown: [], missing: [], stuck: [] }
const saved = (code: string) =>
  readFile(join(projectRoot, 'test/features/papers/saved-elsewhere', `${code}.docx`)).then(
    bytes => new Uint8Array(bytes),
  )

describe.each(paperKinds.map(kind => [kind.code, kind] as const))('the template of %s', (code, kind) => {
  it('has a place for everything that is filled in, and no other', async () => {
    expect(await templateFaults(kind, await defaultTemplate(code))).toEqual(none)
  })

  it('is still one after another word processor has opened and saved it, and everything is filled in', async () => {
    const template = await saved(code)
    expect(await templateFaults(kind, template)).toEqual(none)
    const { content, texts } = contentOfTags(tagsOf(kind), 3)
    const words = wordText(await fillTemplate(template, content))
    expect(texts.filter(text => !words.includes(text))).toEqual([])
    expect(words).not.toMatch(/[{}]/)
  })
})

/** Certificates are no administrative papers: they have a layout of their own. */
const administrative = templatedPapers.filter(({ code }) => code !== 'DOC21')

describe.each(administrative.map(paper => [paper.code, paper] as const))('%s, filled in', (code, paper) => {
  let once: Promise<string> | undefined
  const made = () => {
    once ??= make()
    return once
  }
  const make = async () => {
    const bytes = await fillTemplate(await defaultTemplate(code), contentOfTags(tagsOf(paper), 90).content)
    return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  }

  it('is set as decree 30/2020 asks: A4, its margins, Times New Roman of 11 to 14, black', async () => {
    const document = await made()
    const pages = [...document.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size = '']) => size)
    for (const size of pages) {
      const [width, height] = ['w', 'h'].map(name => Number(new RegExp(`w:${name}="(\\d+)"`).exec(size)?.[1]))
      const isAcross = size.includes('landscape')
      expect(
        [isAcross ? height : width, isAcross ? width : height].map(twips => Math.round((twips ?? 0) / 56.7)),
      ).toEqual([210, 297])
    }
    for (const [, margins = ''] of document.matchAll(/<w:pgMar ([^>]*)\/>/g)) {
      const mm = (side: string) => Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) / 56.7
      for (const [side, least, most] of [
        ['top', 20, 25],
        ['bottom', 20, 25],
        ['left', 30, 35],
        ['right', 15, 20],
      ] as const) {
        expect(mm(side), side).toBeGreaterThan(least - 0.1)
        expect(mm(side), side).toBeLessThan(most + 0.1)
      }
    }
    expect([...new Set([...document.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font))]).toEqual([
      'Times New Roman',
    ])
    const runs = [...document.matchAll(/<w:r>.*?<\/w:r>/gs)]
      .map(([run]) => run)
      .filter(run => /<w:t(?: [^>]*[^/])?>[^<]+</.test(run))
    const sizes = runs.map(run => /<w:sz w:val="(\d+)"\/>/.exec(run) ?? [])
    const points = new Set(sizes.map(([, half]) => Number(half) / 2))
    expect([...points].filter(size => size < 11 || size > 14)).toEqual([])
    expect(document).not.toContain('<w:color')
  })

  it('has its page number in the top margin, in the middle, and none on the first page', async () => {
    const parts = unzipSync(await defaultTemplate(code))
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:titlePg/>')
    const headers = Object.entries(parts).flatMap(([name, part]) =>
      /word\/header\d/.test(name) ? [strFromU8(part)] : [],
    )
    expect(headers.filter(header => header.includes('PAGE') && header.includes('w:jc w:val="center"'))).not.toEqual([])
    expect(headers.filter(header => !header.includes('PAGE'))).not.toEqual([])
  })

  it('counts its parts without a gap, and is titled', async () => {
    const text = wordText(await defaultTemplate(code))
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    const parts = [...text.matchAll(/^([IVX]+)\. /gm)].map(([, number]) => number)
    expect(parts).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'].slice(0, parts.length))
    expect(text).toMatch(
      /^(?:V\/v |BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|DANH SÁCH|DANH MỤC|TỜ TRÌNH|BIÊN BẢN|PHIẾU Ý KIẾN|QUYẾT ĐỊNH)/m,
    )
  })

  it('repeats the heading of a table on each page, tears no row and wastes no width', async () => {
    for (const [table] of (await made()).matchAll(/<w:tbl>(?:(?!<w:tbl>).)*?<\/w:tbl>/gs)) {
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
      expect(rows.filter(row => !row.includes('<w:cantSplit/>'))).toEqual([])
      if (rows.length > 1) expect(rows[0]).toContain('<w:tblHeader/>')
      const widths = [...(rows[0] ?? '').matchAll(/<w:tcW w:type="pct" w:w="(\d+)%?"/g)].map(([, width]) =>
        Number(width),
      )
      expect([100, 5_000]).toContain(widths.reduce((sum, width) => sum + width, 0))
    }
  })

  it('keeps its last words and the signature on one page', async () => {
    const document = await made()
    const foot = document.lastIndexOf('<w:tbl>', document.search(/Nơi nhận:|THƯ KÝ/))
    const before = [...document.slice(0, foot).matchAll(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?<\/w:p>/gs)].slice(-2)
    expect(before.map(([paragraph]) => paragraph.includes('<w:keepNext/>'))).toEqual([true, true])
    expect(before.map(([paragraph]) => /<w:t[ >][^<]*[^<\s]/.test(paragraph))).toEqual([true, false])
  })
})

describe('a template that somebody has changed', () => {
  const kind = paperKind('DOC04')
  if (!kind) throw new Error('no DOC04')

  it('is told what nothing fills in, and what it leaves out', async () => {
    const { unit: _, ...known } = tagsOf(kind)
    const tags: Tags = { ...known, besides: 'text' }
    expect(await faultsOf(await defaultTemplate('DOC04'), tags)).toEqual({
      unknown: ['unit'],
      missing: ['besides'],
      stuck: [],
    })
  })

  it('is no template when it is no Word file', async () => {
    expect(await templateFaults(kind, new TextEncoder().encode('chữ'))).toBeNull()
  })
})
