import { createTransport } from 'nodemailer'
import type { RoomAnswer } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { PaperWithFiles } from './store.ts'

/** A draft that a mail program opens: the paper enclosed, the address left to who sends it. Nothing is sent from here. */
export async function letterFile(ctx: Ctx, paper: PaperWithFiles): Promise<RoomAnswer | null> {
  if (paper.number === '') return null
  const { id, name } = paper.signed?.file ?? paper.file
  const stored = await ctx.tx.storedFile.findUnique({ where: { id }, select: { content: true } })
  if (!stored?.content) return null
  const title = ctx.t(`papers.${paper.code}.name`)
  const draft = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    subject: ctx.t('papers.letter.subject', { title, number: paper.number }),
    text: ctx.t('papers.letter.text', { title, number: paper.number }),
    attachments: [{ filename: name, content: Buffer.from(stored.content.bytes) }],
    headers: { 'X-Unsent': '1' },
    date: ctx.now,
    messageId: `<${paper.id}@${new URL(ctx.publicUrl).host}>`,
  })
  if (!(draft.message instanceof Uint8Array)) return null
  return { file: { name: `${paper.code}.eml`, mime: 'message/rfc822', bytes: draft.message } }
}
