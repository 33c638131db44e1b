import { mediaTypeOf, type UploadKind, uploadRules } from '../oa/upload-kinds.ts'
import { type FakeAnswer, type FakeRequest, ok } from './fake-http.ts'
import { newToken } from './fake-ids.ts'
import { oaError, success } from './oa-answer.ts'

export interface FakeUpload {
  readonly id: string
  readonly kind: UploadKind
  readonly name: string
  readonly bytes: Buffer
  readonly diesAt: number
}

// One source says that uploaded images live about 7 days; whether files do, too, is [unverified].
const lifetimeMs = 7 * 24 * 60 * 60_000

/** Uploads: a multipart part named `file`, checked by size and by its first bytes; ids that expire. */
export class FakeUploads {
  readonly #now: () => number
  readonly #byId = new Map<string, FakeUpload>()

  constructor(now: () => number) {
    this.#now = now
  }

  get all(): readonly FakeUpload[] {
    return [...this.#byId.values()]
  }

  /** `expired` also for ids that never were. */
  find(id: string, kinds: readonly UploadKind[]): FakeUpload | 'expired' | 'other-kind' {
    const upload = this.#byId.get(id)
    if (upload === undefined || upload.diesAt <= this.#now()) return 'expired'
    return kinds.includes(upload.kind) ? upload : 'other-kind'
  }

  async handle(kind: UploadKind, request: FakeRequest): Promise<FakeAnswer> {
    const file = await partNamedFile(request)
    if (file === null) return oaError(-201, 'file is invalid')
    if (file.bytes.byteLength > uploadRules[kind].maxBytes) return oaError(-210, 'file is too large')
    if (mediaTypeOf(kind, file.name, file.bytes) === null) return oaError(-201, 'We only support png and jpeg')
    const id = newToken('file')
    this.#byId.set(id, { id, kind, ...file, diesAt: this.#now() + lifetimeMs })
    return ok(success(kind === 'file' ? { token: id } : { attachment_id: id }))
  }
}

async function partNamedFile(request: FakeRequest): Promise<{ name: string; bytes: Buffer } | null> {
  const type = request.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  try {
    const bytes = new Uint8Array(request.body)
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    if (file === null || typeof file === 'string') return null
    return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
  } catch {
    return null
  }
}
