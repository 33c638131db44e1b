import { type OaClient, type OaMessage, oaLimits } from 'zalo-api-client'

/** How a stored file can go out through the OA; null: not at all, the person opens it on the web. */
export async function uploaded(client: OaClient, name: string, bytes: Uint8Array): Promise<OaMessage | null> {
  const kind = kindOf(name, bytes)
  if (kind === 'image') return { kind: 'image', image: await client.uploadImage({ name, bytes }) }
  if (kind === 'file') return { kind: 'file', token: (await client.uploadFile({ name, bytes })).token }
  return null
}

/** The types that the OA takes (zalo.md §4.4), by what the file begins with: names of files are somebody's word. */
function kindOf(name: string, bytes: Uint8Array): 'image' | 'file' | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const begins = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)
  const isImage =
    (['jpg', 'jpeg'].includes(ending) && begins(0xff, 0xd8, 0xff)) ||
    (ending === 'png' && begins(0x89, 0x50, 0x4e, 0x47))
  if (isImage) return bytes.length <= oaLimits.imageBytes ? 'image' : null
  const isDocument =
    (ending === 'pdf' && begins(0x25, 0x50, 0x44, 0x46)) ||
    (ending === 'doc' && begins(0xd0, 0xcf, 0x11, 0xe0)) ||
    (ending === 'docx' && begins(0x50, 0x4b, 0x03, 0x04))
  return isDocument && bytes.length <= oaLimits.fileBytes ? 'file' : null
}
