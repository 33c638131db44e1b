import type { Ctx } from '../../contract/feature.ts'
import { changedFigures } from '../../documents/changed-figures.ts'
import { signedText, wordText } from '../../documents/signed-text.ts'
import { storeMade } from '../../files/store-made.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import type { Paper } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { PaperKind, Wanted } from './kind.ts'
import type { MadePaper } from './make.ts'
import { makePaper } from './rights.ts'

/** Keeps a paper as it was made, with its register of figures. Gives its id back. */
export async function keepPaper(ctx: Ctx, kind: PaperKind, wanted: Wanted, made: MadePaper): Promise<string> {
  const { tx, now, today, campaign, person } = ctx
  const id = newId(now)
  const asOf = (wanted.day ?? today).toString()
  const name = [kind.code, wanted.unitCode, wanted.period, asOf].filter(Boolean).join('-')
  const fileId = await storeMade(tx, { name: `${name}.docx`, bytes: made.bytes }, now)
  const { unitCode, period } = wanted
  await tx.paper.create({
    data: {
      ...{ id, campaignId: campaign.id, code: kind.code, unitCode, period, asOf, fileId },
      ...{ figures: made.figures.map(figure => ({ ...figure })), gaps: [...made.gaps] },
      ...{ madeById: person.id, madeAt: now },
    },
  })
  await audited(ctx, { id, unitCode }, 'paper.make', kind.code)
  return id
}

/** Number and day, as they were given where it was issued. */
export async function keepIssue(ctx: Ctx, paper: Paper, number: string, issuedOn: string): Promise<void> {
  await ctx.tx.paper.update({ where: { id: paper.id }, data: { number, issuedOn } })
  await audited(ctx, paper, 'paper.issue', number)
}

/** What the signed file says otherwise: null where it has no words to read. */
export async function keepSigned(
  ctx: Ctx,
  paper: Paper,
  file: { id: string; bytes: Uint8Array },
): Promise<number | null> {
  const { tx, now } = ctx
  const made = await tx.storedFile.findUniqueOrThrow({ where: { id: paper.fileId }, include: { content: true } })
  const signed = await signedText(file.bytes)
  const differences =
    signed === null || !made.content
      ? null
      : changedFigures(wordText(made.content.bytes), signed, issueWords(ctx, paper)).map(one => ({ ...one }))
  await tx.signedPaper.upsert({
    where: { paperId: paper.id },
    create: { paperId: paper.id, fileId: file.id },
    update: { fileId: file.id },
  })
  await tx.paper.update({
    where: { id: paper.id },
    data: { signedAt: now, ...(differences === null ? {} : { differences }) },
  })
  await audited(ctx, paper, 'paper.sign', differences === null ? '' : String(differences.length))
  return differences?.length ?? null
}

/** What is filled in by hand when it is issued. */
function issueWords({ t, campaign }: Ctx, { number, issuedOn }: Paper): string[] {
  if (issuedOn === null) return [number]
  const [year = '', month = '', day = ''] = issuedOn.split('-')
  const { place } = campaign.plan.identity
  return [number, t('papers.frame.issuedDate', { place, day, month, year }), String(Number(day)), String(Number(month))]
}

async function audited(
  ctx: Ctx,
  { id, unitCode }: Pick<Paper, 'id' | 'unitCode'>,
  action: string,
  to: string,
): Promise<void> {
  const subject = unitCode === null ? {} : { unitCode }
  const actorRole = givingRole(ctx.person, makePaper, subject)?.role ?? 'GUEST'
  const entry = { actorId: ctx.person.id, actorRole, action, subjectType: 'paper', subjectId: id, to } as const
  await writeAudit(ctx.tx, entry, ctx.now)
}
