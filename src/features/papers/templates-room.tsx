import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { TagFaults } from '../../documents/word/tags.ts'
import { storeBytes } from '../../files/store-bytes.ts'
import { storeMade } from '../../files/store-made.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, may } from '../../people/may.ts'
import type { TemplatedPaper } from './kind.ts'
import { templatedPaper, templatedPapers } from './list.ts'
import { changeTemplate } from './rights.ts'
import { templateFaults, templateOf } from './template.ts'
import { TemplatePage, TemplatesPage } from './template-pages.tsx'

/** The templates that the office edits in Word: looked at, changed, given back to the one that comes with the product. */
export const templatesRoom: DeskRoom = {
  path: 'mau-van-ban',
  title: 'papers.templates.title',
  door: 'papers',
  mayOpen: person => may(person, changeTemplate),

  answer: async (ctx, request) => {
    if (request.rest === '') {
      const own = await ctx.tx.paperTemplate.findMany({ include: { changedBy: { select: { fullName: true } } } })
      return {
        title: ctx.t('papers.templates.title'),
        body: () => <TemplatesPage {...{ ctx, kinds: templatedPapers, own, address: request.address }} />,
      }
    }
    const kind = templatedPaper(request.rest)
    if (!kind) return null
    return request.form ? changed(ctx, request, kind, request.form) : shown(ctx, request, kind, null, null)
  },
}

async function shown(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  kind: TemplatedPaper,
  faults: TagFaults | null,
  problem: string | null,
): Promise<RoomAnswer> {
  const own = await ctx.tx.paperTemplate.findUnique({ where: { code: kind.code } })
  return {
    title: ctx.t('papers.templates.of', { paper: ctx.t(`papers.${kind.code}.name`) }),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <TemplatePage {...{ ctx, kind, isOwn: own !== null, address, csrf, faults, problem }} />,
  }
}

async function changed(ctx: Ctx, request: RoomRequest, kind: TemplatedPaper, form: FormData): Promise<RoomAnswer> {
  const { t, tx, now, person } = ctx
  const here = `${request.address}/${kind.code}`
  const desk = request.address.slice(0, request.address.lastIndexOf('/desk/'))
  switch (form.get('viec')) {
    case 'tai': {
      const bytes = await templateOf(tx, kind)
      const own = await tx.paperTemplate.findUnique({ where: { code: kind.code } })
      const fileId = own?.fileId ?? (await storeMade(tx, { name: `mau-${kind.code}.docx`, bytes }, now))
      return { goTo: `${desk}/files/${fileId}`, isGood: true, say: t('papers.templates.downloaded') }
    }
    case 'mac-dinh':
      await tx.paperTemplate.deleteMany({ where: { code: kind.code } })
      await audited(ctx, kind, 'paper.templateBack')
      return { goTo: here, isGood: true, say: t('papers.templates.back') }
  }
  const given = form.get('tep')
  if (!(given instanceof File) || given.size === 0) return shown(ctx, request, kind, null, t('papers.problems.file'))
  const bytes = new Uint8Array(await given.arrayBuffer())
  const faults = await templateFaults(kind, bytes)
  if (!faults) return shown(ctx, request, kind, null, t('papers.templates.unreadable'))
  if (faults.stuck.length > 0) return shown(ctx, request, kind, faults, t('papers.templates.stuck'))
  if (faults.unknown.length > 0) return shown(ctx, request, kind, faults, t('papers.templates.unknown'))
  const isKnown = form.get('van-dung') === '1'
  if (faults.missing.length > 0 && !isKnown) return shown(ctx, request, kind, faults, t('papers.templates.missing'))
  const stored = await storeBytes(tx, { name: given.name, bytes, accountId: ctx.account.id, channel: 'web' }, now)
  if ('refused' in stored) return shown(ctx, request, kind, null, t(`web.upload.${stored.refused}`))
  const row = { fileId: stored.id, changedById: person.id, changedAt: now }
  await tx.paperTemplate.upsert({ where: { code: kind.code }, create: { code: kind.code, ...row }, update: row })
  await audited(ctx, kind, 'paper.template')
  return { goTo: here, isGood: true, say: t('papers.templates.changed') }
}

async function audited({ tx, now, person }: Ctx, { code }: TemplatedPaper, action: string): Promise<void> {
  const actorRole = givingRole(person, changeTemplate, {})?.role ?? 'GUEST'
  await writeAudit(tx, { actorId: person.id, actorRole, action, subjectType: 'paper', subjectId: code }, now)
}
