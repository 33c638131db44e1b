import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { calendarNotes } from '../campaign/calendar-notes.ts'
import { readPlan } from '../campaign/plan-file.ts'
import { Complaint } from '../complaint.ts'
import { fileKind } from '../files/file-kind.ts'
import { storeMade } from '../files/store-made.ts'
import { loadPlan } from '../loading/load-plan.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import { presentCampaign } from './present-campaign.ts'
import { problemLines } from './problem-lines.ts'
import type { Work } from './work.ts'

/**
 * `plan load FILE [--year Y] [--document PDF]`: shows what changes; twice changes nothing; what was collected stays. The document is
 * what «giới thiệu» opens: the plan as it was signed.
 */
export const planLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const plan = readPlan(args.file ?? '', args.year === undefined ? {} : { year: Number(args.year) })
  if (!plan.ok) throw new Complaint(...problemLines(plan.problems, t))
  const now = system.clock.now()
  const document = args.document === undefined ? null : await readDocument(args.document, t)
  const loaded = await inTransaction(system.prisma, async tx => {
    const done = await loadPlan(tx, plan.value, now)
    if (document && !done.isClosed) await keepDocument(tx, plan.value.code, document, now)
    return done
  })
  if (loaded.isClosed) throw new Complaint(t('cli.planClosed', { code: plan.value.code }))
  const key = loaded.isChanged ? 'cli.planLoaded' : 'cli.planUnchanged'
  const { calendar } = await presentCampaign(system, system.prisma)
  const notes = calendarNotes(calendar, [plan.value.year], t)
  const lines = [
    ...loaded.changes,
    t(key, { code: plan.value.code, year: plan.value.year, ...loaded.counts }),
    ...(document ? [t('cli.planDocument', { name: document.name })] : []),
    ...notes,
  ]
  return { output: `${lines.join('\n')}\n` }
}

async function readDocument(file: string, t: Translate): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await readFile(file).catch(() => null)
  const name = basename(file)
  if (bytes === null || 'refused' in (await fileKind(name, bytes)))
    throw new Complaint(t('cli.planDocumentRefused', { file }))
  return { name, bytes }
}

async function keepDocument(
  tx: Tx,
  code: string,
  document: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<void> {
  const { id: campaignId } = await tx.campaign.findUniqueOrThrow({ where: { code } })
  const fileId = await storeMade(tx, document, now)
  const data = { fileId, loadedAt: now }
  await tx.planDocument.upsert({ where: { campaignId }, create: { campaignId, ...data }, update: data })
}
