import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedFigures } from '../../../src/documents/changed-figures.ts'
import { signedText, wordText } from '../../../src/documents/signed-text.ts'
import { projectRoot } from '../../../src/project-root.ts'

/** A paper of six pages as it was made, and printed to PDF by a word processor. */
const file = async (name: string) =>
  new Uint8Array(await readFile(join(projectRoot, 'test/features/papers/signed', name)))

describe('a signed PDF', () => {
  it('of the same paper has the same figures, page numbers and loose accents notwithstanding', async () => {
    expect(
      changedFigures(wordText(await file('made.docx')), (await signedText(await file('signed.pdf'))) ?? ''),
    ).toEqual([])
  })

  it('with other figures than were made is found out', async () => {
    const made = wordText(await file('made.docx')).replace('34,04 tỷ', '34,40 tỷ')
    const found = changedFigures(made, (await signedText(await file('signed.pdf'))) ?? '')
    expect(found).toMatchObject([{ made: '34,40', signed: '34,04' }])
  })

  it('that is broken is refused', async () => {
    await expect(signedText((await file('signed.pdf')).slice(0, 900))).rejects.toThrow()
  })
})
