import { oaLimits } from '../limits/oa-limits.ts'

export type UploadKind = 'image' | 'gif' | 'file'

interface UploadRule {
  readonly path: string
  readonly maxBytes: number
  readonly types: readonly FileType[]
}

/** A type is known by its first bytes, which is what Zalo looks at, and sent under this name. */
interface FileType {
  readonly mediaType: string
  readonly extensions: readonly string[]
  readonly magic: readonly number[]
}

const jpeg: FileType = { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], magic: [0xff, 0xd8, 0xff] }
const png: FileType = { mediaType: 'image/png', extensions: ['png'], magic: [0x89, 0x50, 0x4e, 0x47] }
const gif: FileType = { mediaType: 'image/gif', extensions: ['gif'], magic: [0x47, 0x49, 0x46, 0x38] }
const pdf: FileType = { mediaType: 'application/pdf', extensions: ['pdf'], magic: [0x25, 0x50, 0x44, 0x46] }
const doc: FileType = { mediaType: 'application/msword', extensions: ['doc'], magic: [0xd0, 0xcf, 0x11, 0xe0] }
const docx: FileType = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['docx'],
  magic: [0x50, 0x4b, 0x03, 0x04],
}

/** Types that two or more clients agree on. Some guides list more; they are refused here until shown to work. */
export const uploadRules: Readonly<Record<UploadKind, UploadRule>> = {
  image: { path: '/v2.0/oa/upload/image', maxBytes: oaLimits.imageBytes, types: [jpeg, png] },
  gif: { path: '/v2.0/oa/upload/gif', maxBytes: oaLimits.gifBytes, types: [gif] },
  file: { path: '/v2.0/oa/upload/file', maxBytes: oaLimits.fileBytes, types: [pdf, doc, docx] },
}

/** The media type of a file of this kind, or `null` when its bytes or its name's ending are of another. */
export function mediaTypeOf(kind: UploadKind, fileName: string, bytes: Uint8Array): string | null {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  const type = uploadRules[kind].types.find(
    ({ magic, extensions }) => extensions.includes(extension) && magic.every((byte, at) => bytes[at] === byte),
  )
  return type?.mediaType ?? null
}
