import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { qrPng } from '../../../documents/qr-picture.ts'
import { fillTemplate } from '../../../documents/word/fill.ts'
import { projectRoot } from '../../../project-root.ts'
import type { Translate } from '../../../texts.ts'
import type { CertificateText } from './content.ts'

/** 30 mm, at 96 pixels an inch. */
const CODE_SIZE = 114

/** DOC21: one page a certificate, as a Word file that the office finishes on its printed blanks. */
export async function certificatesWord(certificates: readonly CertificateText[], t: Translate): Promise<Uint8Array> {
  const template = new Uint8Array(await readFile(join(projectRoot, 'prisma', 'templates', 'DOC21.docx')))
  const rows = await Promise.all(
    certificates.map(async ({ awardId: _, code, ...texts }) => ({
      ...texts,
      code: { png: await qrPng(code), width: CODE_SIZE, height: CODE_SIZE, words: t('awards.certificate.code') },
    })),
  )
  return fillTemplate(template, { certificates: rows })
}
