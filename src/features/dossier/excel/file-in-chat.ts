import { unitName } from '../../../campaign/names.ts'
import { periodName } from '../../../campaign/period-name.ts'
import type { Ctx, Outcome, Screen } from '../../../contract/feature.ts'
import { storeMade } from '../../../files/store-made.ts'
import { may } from '../../../people/may.ts'
import { shownOf } from '../figure-text.ts'
import { saysNow } from '../line.ts'
import { linesIn, type Opened } from '../opened.ts'
import { keepSheet } from '../store.ts'
import { putFile } from './put-file.ts'
import { readTemplate } from './read-template.ts'
import { writeTemplate } from './write-template.ts'

/** The unit's template as a file in the chat. */
export async function giveTemplate(ctx: Ctx, dossier: Opened): Promise<Outcome> {
  const { unit, period } = dossier
  const made = await writeTemplate(ctx, dossier)
  const fileId = await storeMade(ctx.tx, made, ctx.now)
  await ctx.tx.figureSheet.update({
    where: { campaignId_unitCode_period: { campaignId: ctx.campaign.id, unitCode: unit, period } },
    data: { fileId },
  })
  return {
    ...goOn(ctx, dossier),
    text: ctx.t('dossier.file.text', { unit: unitName(ctx.campaign, unit), period: periodName(period, ctx.t) }),
    attachments: [{ fileId, name: made.name }],
    links: [
      {
        label: ctx.t('dossier.file.grid'),
        url: `${ctx.publicUrl}/desk/so-lieu?${new URLSearchParams({ dv: unit, ky: period })}`,
      },
    ],
  }
}

/** A filled in template goes into the table, which is handed in when the person says so: what it changes is told, and each cell to mend. */
export async function takeFile(ctx: Ctx, dossier: Opened, { id, name }: { id: string; name: string }): Promise<Screen> {
  const stored = await ctx.tx.storedFile.findUnique({ where: { id }, include: { content: true } })
  const bytes = stored?.content?.bytes
  const read = await readTemplate(ctx, dossier, bytes ?? new Uint8Array())
  if (!read.ok)
    return { ...goOn(ctx, dossier), text: [ctx.t('dossier.file.refused', { file: name }), ...read.problems].join('\n') }
  const sheet = putFile(ctx, dossier, read.values)
  const [before, after] = [linesIn(ctx, dossier, dossier.stored.sheet), linesIn(ctx, dossier, sheet)]
  const revision = await keepSheet(ctx, dossier, dossier.stored, sheet)
  const changes = after.flatMap((line, at) => {
    const [was, is] = [saysNow(before[at], one => shownOf(ctx, one)), saysNow(line, one => shownOf(ctx, one))]
    const { n, name: called } = line.row
    const shown = (value: string) => (value === '' ? ctx.t('dossier.file.nothingBefore') : value)
    return was === is ? [] : [ctx.t('dossier.file.change', { n, name: called, before: shown(was), after: shown(is) })]
  })
  const problems =
    read.problems.length === 0
      ? []
      : [[ctx.t('dossier.file.problemsTitle', { count: read.problems.length }), ...read.problems].join('\n')]
  return {
    ...goOn(ctx, { ...dossier, stored: { ...dossier.stored, revision } }),
    text: [
      [ctx.t('dossier.file.some', { file: name, count: read.values.size }), ...changes].join('\n'),
      ...problems,
    ].join('\n\n'),
  }
}

function goOn(ctx: Ctx, { unit, period }: Opened): Pick<Screen, 'choices'> {
  return { choices: [{ label: ctx.t('dossier.file.goOn'), go: { to: 'dossier', args: { unit, period } } }] }
}

/** Whether the file is a template of a unit whose drafts this person sees: it holds what is not handed in yet. */
export async function mayReadTemplate(ctx: Ctx, fileId: string): Promise<boolean> {
  const sheets = await ctx.tx.figureSheet.findMany({ where: { fileId }, select: { unitCode: true } })
  return sheets.some(({ unitCode }) => may(ctx.person, 'unit.seeDrafts', { unitCode }))
}
