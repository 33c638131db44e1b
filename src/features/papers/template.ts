import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultsOf, type TagFaults, type Tags } from '../../documents/word/tags.ts'
import { projectRoot } from '../../project-root.ts'
import type { Tx } from '../../store/transaction.ts'
import { frameTags } from './frame.ts'
import type { TemplatedPaper } from './kind.ts'

/** All that a template of a paper may fill in. */
export function tagsOf({ tags, frame = frameTags }: TemplatedPaper): Tags {
  return { ...frame, ...tags }
}

/** The template in force: the office's own, else the one that comes with the product. */
export async function templateOf(tx: Tx, { code }: TemplatedPaper): Promise<Uint8Array> {
  const own = await tx.paperTemplate.findUnique({ where: { code }, include: { file: { include: { content: true } } } })
  return own?.file.content?.bytes ?? defaultTemplate(code)
}

export async function defaultTemplate(code: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(projectRoot, 'prisma', 'templates', `${code}.docx`)))
}

/** What is wrong with a file as the template of a paper; null: it cannot be read as a template at all. */
export async function templateFaults(kind: TemplatedPaper, bytes: Uint8Array): Promise<TagFaults | null> {
  try {
    return await faultsOf(bytes, tagsOf(kind))
  } catch {
    return null
  }
}
