import { may, mayEver } from '../../people/may.ts'
import { unitsWhere } from '../../people/person.ts'
import { formatDate } from '../../reading/format.ts'
import type { Ctx, Outcome, Screen } from '../feature.ts'
import { fileNames } from '../file-names.ts'
import { timeLines } from '../three-times.ts'
import { launchPage } from './page.ts'
import { launchActions, mayHandIn, moveOf } from './rules.ts'
import { documentOf, unitName } from './store.ts'

/** `/phatdong`: start or correct the unit's launch document, or see how it stands. */
export async function launch(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  if (!mayEver(ctx.person, 'launch.write')) return { text: ctx.t('launch.notAllowed') }
  const units = unitsWhere(ctx.person, 'HEAD', 'WARD_CHAIR', 'CLERK')
  const unit = args.unit ?? (units.length === 1 ? units[0] : undefined)
  if (unit === undefined) {
    const choices = units.map(code => ({ label: unitName(ctx, code), go: { to: 'launch', args: { unit: code } } }))
    return { text: ctx.t('launch.whichUnit'), choices }
  }
  if (!may(ctx.person, 'launch.write', { unitCode: unit })) return { text: ctx.t('launch.notAllowed') }
  const document = await documentOf(ctx, unit)
  if (document && !mayHandIn(document)) return showDocument(ctx, document.id)
  return {
    start: 'launch',
    key: unit,
    params: { unit, unitName: unitName(ctx, unit), about: unitName(ctx, unit), today: ctx.today.toString() },
  }
}

/** One document with what this person may do with it. */
export async function showDocument(ctx: Ctx, id: string): Promise<Screen> {
  const document = await ctx.tx.launchDocument.findUnique({ where: { id } })
  const subject = { unitCode: document?.unitCode ?? '', authorId: document?.senderId ?? '' }
  if (!document || !may(ctx.person, 'unit.see', subject)) return { text: ctx.t('launch.gone') }
  const sender = await ctx.tx.person.findUnique({ where: { id: document.senderId } })
  const files = await ctx.tx.storedFile.findMany({ where: { id: { in: document.fileIds } } })
  const actions = launchActions.filter(action => {
    const move = moveOf(action, document)
    return move !== undefined && may(ctx.person, move.right, subject)
  })
  return {
    title: ctx.t('launch.showTitle', { unit: unitName(ctx, document.unitCode) }),
    text: [
      ctx.t('launch.show', {
        number: document.number,
        signedOn: formatDate(document.signedOn),
        state: ctx.t(document.awaitingHead ? 'launch.states.AWAITING_HEAD' : `launch.states.${document.state}`),
        sender: sender?.fullName ?? '',
        files: fileNames(ctx, files),
        note: document.note || ctx.t('conversation.none'),
      }),
      ...timeLines(ctx, document).map(({ label, value }) => `${label}: ${value}`),
      ...(document.isLate ? [ctx.t('launch.isLate')] : []),
      ...(actions.includes('accept') ? [ctx.t('launch.checklist')] : []),
    ].join('\n\n'),
    attachments: files.filter(file => file.state === 'STORED').map(({ id: fileId, name }) => ({ fileId, name })),
    ...(launchPage.mayOpen(ctx.person)
      ? { links: [{ label: ctx.t('launch.onDesk'), url: `${ctx.publicUrl}/desk/${launchPage.path}/${id}` }] }
      : {}),
    choices: actions.map(action => ({
      label: ctx.t(`launch.actions.${action}`),
      go: { to: 'launch.decide', args: { id, action } },
    })),
  }
}
