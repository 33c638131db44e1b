import { createTransport } from 'nodemailer'
import type { Ctx } from '../../contract/feature.ts'
import { newId } from '../../store/new-id.ts'
import type { Recipient } from './recipients.ts'
import type { Sendable } from './sendable.ts'

/** What a mail program opens, or null: the bytes of the file are gone. */
export type Letter = { name: string; mime: string; bytes: Uint8Array } | null

/**
 * A draft that a mail program opens: addressed to these recipients in its words, the file enclosed. Nothing is sent from here; `address`
 * is what the officer knows of their addresses, '' leaves it to the mail program.
 */
export async function letterTo(ctx: Ctx, sent: Sendable, to: readonly Recipient[], address: string): Promise<Letter> {
  const stored = await ctx.tx.storedFile.findUnique({ where: { id: sent.fileId }, select: { content: true } })
  if (!stored?.content) return null
  const names = to.map(({ name }) => `- ${name}`).join('\n')
  const draft = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    ...(address === '' ? {} : { to: address }),
    subject: sent.title,
    text: ctx.t('deliveries.letter', { title: sent.title, names, issuer: ctx.campaign.plan.identity.issuer }),
    attachments: [{ filename: sent.fileName, content: Buffer.from(stored.content.bytes) }],
    headers: { 'X-Unsent': '1' },
    date: ctx.now,
    messageId: `<${newId(ctx.now)}@${new URL(ctx.publicUrl).host}>`,
  })
  if (!(draft.message instanceof Uint8Array)) return null
  return { name: 'thu-gui-van-ban.eml', mime: 'message/rfc822', bytes: draft.message }
}
