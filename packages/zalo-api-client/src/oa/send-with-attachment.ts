import { ZaloError } from '../errors/zalo-error.ts'

/**
 * Sends with an attachment id that may have expired: on `attachment-expired` it uploads again and sends once more.
 * Answers the id that worked, to be kept for next time.
 */
export async function sendWithAttachment<Sent>(
  known: string | null,
  upload: () => Promise<string>,
  send: (attachmentId: string) => Promise<Sent>,
): Promise<{ readonly sent: Sent; readonly attachmentId: string }> {
  if (known !== null) {
    try {
      return { sent: await send(known), attachmentId: known }
    } catch (error) {
      if (!(error instanceof ZaloError) || error.errorClass !== 'attachment-expired') throw error
    }
  }
  const attachmentId = await upload()
  return { sent: await send(attachmentId), attachmentId }
}
