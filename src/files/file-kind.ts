import { fileTypeFromBuffer } from 'file-type'
import { MAX_FILE_BYTES } from './file-limits.ts'

/** What the bytes of a file are; its name may say something else. */
export interface FileKind {
  mime: string
  extension: string
}

/** Why a file is not taken; names a sentence of locales/<locale>/files.json. */
export type FileRefusal = (typeof refusals)[number]
const refusals = ['tooLarge', 'empty', 'type', 'secretStamp', 'secretIdentity'] as const

export function isFileRefusal(why: string | null): why is FileRefusal {
  return refusals.some(refusal => refusal === why)
}

/** Documents, tables, slides, photos, video. Nothing that a browser would run, no archives: nobody can see what is in them. */
const takenKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'video/mp4': 'mp4',
}

/** Tells by the bytes what a file is and whether it is taken. The name only decides between kinds of plain text. */
export async function fileKind(name: string, bytes: Uint8Array): Promise<FileKind | { refused: FileRefusal }> {
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > MAX_FILE_BYTES) return { refused: 'tooLarge' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.mime === 'application/x-cfb') return oldOffice(bytes) ?? { refused: 'type' }
  const extension = found ? takenKinds[found.mime] : undefined
  if (found && extension) return { mime: found.mime, extension }
  return (found ? null : plainText(name, bytes)) ?? { refused: 'type' }
}

/** Endings of all that is taken, those of the old Office and of plain text included. */
export const takenExtensions = [...Object.values(takenKinds), 'jpeg', 'doc', 'xls', 'ppt', 'txt', 'csv']

/** Archives and what a machine would run: whatever is in them, they are not taken. */
const refusedEndings = new Set(
  (
    'zip rar 7z tar gz tgz bz2 tbz xz txz zst cab iso img dmg jar war exe msi bat cmd com scr pif ps1 vbs vbe js mjs jse wsf ' +
    'hta lnk reg dll sys apk ipa deb rpm sh bin html htm xhtml svg docm xlsm pptm'
  ).split(' '),
)

/** Why a file is not even fetched, told by what the channel says of it; null when its bytes must tell. */
export function refusedAtOnce({ name, size }: { name: string; size?: number }): FileRefusal | null {
  if (size !== undefined && size > MAX_FILE_BYTES) return 'tooLarge'
  const ending = /\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && refusedEndings.has(ending) ? 'type' : null
}

/** The container of the old Office also holds installers: the names of the streams in it tell what it is. */
function oldOffice(bytes: Uint8Array): FileKind | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'))
  if (holds('WordDocument')) return { mime: 'application/msword', extension: 'doc' }
  if (holds('Workbook')) return { mime: 'application/vnd.ms-excel', extension: 'xls' }
  if (holds('PowerPoint Document')) return { mime: 'application/vnd.ms-powerpoint', extension: 'ppt' }
  return null
}

function plainText(name: string, bytes: Uint8Array): FileKind | null {
  const extension = /\.(txt|csv)$/i.exec(name)?.[1]?.toLowerCase()
  if (!extension || bytes.includes(0)) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (/^\s*</.test(text)) return null
  } catch {
    return null
  }
  return { mime: extension === 'csv' ? 'text/csv' : 'text/plain', extension }
}

/** The sender's name of the file, with the ending that its bytes call for: nothing opens as something that it is not. */
export function honestName(name: string, { extension }: FileKind): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()
  const isHonest = ending === extension || (extension === 'jpg' && ending === 'jpeg')
  return isHonest ? name : `${name}.${extension}`
}
