import { unreadableAnswer } from '../errors/api-error.ts'
import { idAt } from '../json/json-fields.ts'
import { LimitCheck } from '../limits/limit-check.ts'
import type { OaCaller } from './oa-caller.ts'
import { mediaTypeOf, type UploadKind, uploadRules } from './upload-kinds.ts'

export interface UploadedFile {
  /** With its ending, by which Zalo shows the file. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Uploads after checking size, ending and first bytes; answers the attachment id or the file token. */
export async function uploadFile(caller: OaCaller, kind: UploadKind, file: UploadedFile): Promise<string> {
  const operation = `upload-${kind}`
  const rule = uploadRules[kind]
  const check = new LimitCheck('oa', operation)
  check.bytes(`${kind}.bytes`, file.bytes.byteLength, rule.maxBytes)
  const type = mediaTypeOf(kind, file.name, file.bytes)
  const allowed = rule.types.flatMap(({ extensions }) => extensions).join(', ')
  check.holds(`${kind}.type`, type !== null, `only ${allowed}, by name and by content`)
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(file.bytes)], { type: type ?? '' }), file.name)
  const data = await caller.call({ operation, method: 'POST', path: rule.path, body })
  const id = idAt(data, 'attachment_id') ?? idAt(data, 'token')
  if (id === null) throw unreadableAnswer('oa', operation, 200)
  return id
}
