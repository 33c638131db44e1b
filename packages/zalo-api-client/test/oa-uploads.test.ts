import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OaClient } from '../src/oa/oa-client.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'
import { docxBytes, gifBytes, jpegBytes, pdfBytes, pngBytes } from './sample-files.ts'

let world: FakeWorld

beforeEach(async () => {
  world = await fakeWorld()
})

afterEach(() => world.fake.stop())

test('a file arrives as the multipart part `file`, with its name and every byte', async () => {
  const { oa, fake } = world
  const bytes = new Uint8Array(700_000).map((_, at) => at % 251)
  bytes.set(pngBytes)
  const { attachmentId } = await oa.uploadImage({ name: 'Ảnh hội nghị.png', bytes })
  const stored = fake.oa.uploads.all[0]
  expect(stored).toMatchObject({ id: attachmentId, kind: 'image', name: 'Ảnh hội nghị.png' })
  expect(stored?.bytes.equals(bytes)).toBe(true)
})

const big = (magic: Uint8Array, size: number) => {
  const bytes = new Uint8Array(size)
  bytes.set(magic)
  return bytes
}
const mb = 1024 * 1024

test.each([
  ['oa.image.bytes', 'uploadImage', 'a.jpg', big(jpegBytes, mb + 1)],
  ['oa.image.bytes', 'uploadImage', 'a.jpg', new Uint8Array()],
  ['oa.image.type', 'uploadImage', 'a.gif', gifBytes],
  ['oa.image.type', 'uploadImage', 'a.jpg', pdfBytes],
  ['oa.image.type', 'uploadImage', 'a', jpegBytes],
  ['oa.gif.bytes', 'uploadGif', 'a.gif', big(gifBytes, 5 * mb + 1)],
  ['oa.gif.type', 'uploadGif', 'a.jpg', jpegBytes],
  ['oa.file.bytes', 'uploadFile', 'a.pdf', big(pdfBytes, 5 * mb + 1)],
  ['oa.file.type', 'uploadFile', 'a.xlsx', docxBytes],
] satisfies [string, keyof OaClient, string, Uint8Array][])(
  '%s is checked before uploading and named (%s %s)',
  async (limit, method, name, bytes) => {
    const { oa, fake } = world
    await expect(oa[method]({ name, bytes })).rejects.toMatchObject({ name: 'ZaloLimitError', limit })
    expect(fake.oa.uploads.all).toEqual([])
  },
)

test('files of exactly the allowed size go up', async () => {
  const { oa, fake } = world
  await oa.uploadImage({ name: 'a.JPEG', bytes: big(jpegBytes, mb) })
  await oa.uploadGif({ name: 'a.gif', bytes: big(gifBytes, 5 * mb) })
  await oa.uploadFile({ name: 'a.docx', bytes: big(docxBytes, 5 * mb) })
  expect(fake.oa.uploads.all.map(({ kind }) => kind)).toEqual(['image', 'gif', 'file'])
})
