import type { DeskRoom } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { exportFile } from './export-file.ts'
import type { ListFormat } from './list-address.ts'

/** What a room shows at this address, as a file; null: it is not to be had there. */
export async function exportRoom(
  ctx: Ctx,
  room: DeskRoom,
  asked: { rest: string; search: URLSearchParams },
  format: ListFormat,
): Promise<(() => Promise<Response>) | null> {
  const sheet = await room.sheet?.(ctx, asked)
  if (!sheet) return null
  const { title, headings, lines, objects } = sheet
  const source = {
    ...{ path: room.path, title, headings },
    async *lines() {
      yield* lines
    },
    async *objects() {
      yield* objects
    },
  }
  return exportFile(ctx, source, format)
}
