import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { faultsOf, type Tags } from '../../../src/documents/word/tags.ts'
import { paperKind, paperKinds } from '../../../src/features/papers/list.ts'
import { defaultTemplate, tagsOf, templateFaults } from '../../../src/features/papers/template.ts'
import { projectRoot } from '../../../src/project-root.ts'

const none = { unknown: [], missing: [] }
const saved = (code: string) =>
  readFile(join(projectRoot, 'test/features/papers/saved-elsewhere', `${code}.docx`)).then(
    bytes => new Uint8Array(bytes),
  )

describe.each(paperKinds.map(kind => [kind.code, kind] as const))('the template of %s', (code, kind) => {
  it('has a place for everything that is filled in, and no other', async () => {
    expect(await templateFaults(kind, await defaultTemplate(code))).toEqual(none)
  })

  it('is still one after another word processor has opened and saved it', async () => {
    expect(await templateFaults(kind, await saved(code))).toEqual(none)
  })

  it('is set as decree 30/2020 asks: A4, Times New Roman, page numbers from the second page on', async () => {
    const parts = unzipSync(await defaultTemplate(code))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(/w:pgSz w:w="1190[56]" w:h="1683[78]"/.test(document)).toBe(true)
    expect(document.includes('<w:titlePg/>')).toBe(true)
    const fonts = new Set([...document.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font))
    expect([...fonts]).toEqual(['Times New Roman'])
    expect(document.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(true)
  })
})

describe('a template that somebody has changed', () => {
  const kind = paperKind('DOC04')
  if (!kind) throw new Error('no DOC04')

  it('is told what nothing fills in, and what it leaves out', async () => {
    const { unit: _, ...known } = tagsOf(kind)
    const tags: Tags = { ...known, besides: 'text' }
    expect(await faultsOf(await defaultTemplate('DOC04'), tags)).toEqual({ unknown: ['unit'], missing: ['besides'] })
  })

  it('is no template when it is no Word file', async () => {
    expect(await templateFaults(kind, new TextEncoder().encode('chữ'))).toBeNull()
  })
})
