import type { Ctx } from '../../../contract/feature.ts'
import { qrPng } from '../../../documents/qr-picture.ts'
import { fillTemplate } from '../../../documents/word/fill.ts'
import { certificates as paper } from '../../papers/award-papers.ts'
import { templateOf } from '../../papers/template.ts'
import type { CertificateText } from './content.ts'

/** 30 mm, at 96 pixels an inch. */
const CODE_SIZE = 114

/** DOC21: one page a certificate, as a Word file that the office finishes on its printed blanks. */
export async function certificatesWord(
  { t, tx }: Pick<Ctx, 't' | 'tx'>,
  certificates: readonly CertificateText[],
): Promise<Uint8Array> {
  const template = await templateOf(tx, paper)
  const rows = await Promise.all(
    certificates.map(async ({ awardId: _, code, ...texts }) => ({
      ...texts,
      code: { png: await qrPng(code), width: CODE_SIZE, height: CODE_SIZE, words: t('awards.certificate.code') },
    })),
  )
  return fillTemplate(template, { certificates: rows })
}
