import type { Ctx, Outcome, Screen } from '../contract/feature.ts'
import type { Answers, Params } from '../conversation/field.ts'
import type { Form } from '../conversation/form.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import { changes, shown, shownAnswers } from './answers.ts'
import type { AnyKind } from './kind.ts'
import { nameOf, stateName } from './naming.ts'
import { versionOf } from './store.ts'
import type { Gate } from './tell.ts'

/** After handing in: the code, where it is now, who acts next. `gate`: for whom it waits; null: it needs no approval. */
export function receipt(ctx: Ctx, kind: AnyKind, record: StoredRecord, gate: Gate | null): Screen {
  const where = gate === null ? 'handedIn' : gate.heads > 0 ? 'withHead' : gate.isAboutHead ? 'aboutHead' : 'noHead'
  const said = ctx.t(`records.receipt.${where}`, {
    ...{ name: nameOf(ctx, ctx.t, kind, record), code: record.code },
    // Not everything is «sent»: a plan of one's own is made, an event noted.
    context: `${kind.name}_${kind.handedInFor?.(record.topic) ?? kind.handedIn}`,
  })
  const late = record.isLate ? [ctx.t('records.receipt.late')] : []
  const next = gate === null && kind.next ? [kind.next(ctx, record)] : []
  return {
    title: ctx.t('records.receipt.title', { code: record.code }),
    text: [[said, ...late].join(' '), ...next].join('\n'),
    choices: [
      { label: ctx.t('records.open'), go: { to: 'record.show', args: { kind: kind.name, id: record.id } } },
      ...(kind.key ? [] : [{ label: ctx.t('records.another'), go: { to: kind.route, args: { new: 'yes' } } }]),
      { label: ctx.t('records.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** Handed in before, and not to be handed in again as it stands. */
export function alreadyIn(ctx: Ctx, kind: AnyKind, record: StoredRecord): Screen {
  const state = stateName(ctx.t, kind, record, true)
  return {
    text: ctx.t('records.alreadyIn', { name: nameOf(ctx, ctx.t, kind, record), state }),
    choices: [{ label: ctx.t('records.open'), go: { to: 'record.show', args: { kind: kind.name, id: record.id } } }],
  }
}

/** Somebody else of the unit has handed in while this form was being filled in: told what, and asked. */
export async function overtaken(
  ctx: Ctx,
  kind: AnyKind,
  record: StoredRecord,
  { form, answers, params }: { form: Form; answers: Answers; params: Params },
): Promise<Outcome> {
  const version = await versionOf(ctx.tx, record.id, record.version)
  const author = await ctx.tx.person.findUnique({ where: { id: version.authorId }, select: { fullName: true } })
  const mine = shownAnswers(ctx, form, answers, params)
  const differing = changes(ctx.t, shown(ctx, kind, version), mine)
  const lines = differing.map(({ label, before, after }) => ctx.t('records.overtaken.line', { label, before, after }))
  return {
    askAgain: [
      ctx.t('records.overtaken.text', {
        who: author?.fullName ?? '',
        at: ctx.localTime(version.sentAt),
        name: nameOf(ctx, ctx.t, kind, record),
      }),
      ...(lines.length > 0 ? [lines.join('\n')] : [ctx.t('records.overtaken.same')]),
      ctx.t('records.overtaken.ask'),
    ],
    params: { record: record.id, basedOn: record.version },
  }
}
