import { historyOf } from '../../people/history.ts'
import { may, mayEver } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'
import { LaunchDocumentState } from '../../store/generated/client.ts'
import type { DeskPage, Tone } from '../desk-page.ts'
import type { Ctx } from '../feature.ts'
import { timeLines } from '../three-times.ts'
import { decideLaunch } from './decide.ts'
import { launchActions, moveOf, moves } from './rules.ts'
import { unitName } from './store.ts'

const tones: Record<LaunchDocumentState, Tone> = {
  NOT_SENT: 'neutral',
  SENT: 'waiting',
  RETURNED: 'bad',
  ACCEPTED: 'good',
}

/** Launch documents of the units this person may see. */
export const launchPage: DeskPage = {
  path: 'phat-dong',
  title: 'launch.page.title',
  mayOpen: person =>
    mayEver(person, 'launch.decide') || mayEver(person, 'launch.approve') || mayEver(person, 'campaign.see'),
  columns: ['launch.page.unit', 'launch.page.number', 'launch.page.signedOn', 'launch.page.sentAt'],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('launch.page.state'),
      options: Object.values(LaunchDocumentState).map(state => ({
        value: state,
        label: ctx.t(`launch.states.${state}`),
      })),
    },
    { name: 'late', label: ctx.t('launch.page.late'), options: [{ value: 'yes', label: ctx.t('launch.isLate') }] },
  ],

  rows: async (ctx, query) => {
    const state = Object.values(LaunchDocumentState).find(known => known === query.filters.state)
    const documents = await ctx.tx.launchDocument.findMany({
      where: {
        campaignId: ctx.campaign.id,
        ...(state ? { state } : {}),
        ...(query.filters.late === 'yes' ? { isLate: true } : {}),
      },
      orderBy: { updatedAt: 'desc' },
    })
    const wanted = fold(query.q)
    const seen = documents.filter(
      ({ unitCode, senderId, number }) =>
        may(ctx.person, 'unit.see', { unitCode, authorId: senderId }) &&
        fold(`${unitName(ctx, unitCode)} ${unitCode} ${number}`).includes(wanted),
    )
    const from = (query.page - 1) * query.size
    const rows = seen.slice(from, from + query.size).map(document => ({
      id: document.id,
      cells: [
        unitName(ctx, document.unitCode),
        document.number,
        formatDate(document.signedOn),
        document.sentAt ? ctx.localTime(document.sentAt) : ctx.t('launch.states.AWAITING_HEAD'),
      ],
      state: stateOf(ctx, document),
    }))
    return { rows, total: seen.length }
  },

  detail: async (ctx, id) => {
    const document = await ctx.tx.launchDocument.findUnique({ where: { id } })
    const subject = { unitCode: document?.unitCode ?? '', authorId: document?.senderId ?? '' }
    if (!document || !may(ctx.person, 'unit.see', subject)) return null
    const sender = await ctx.tx.person.findUnique({ where: { id: document.senderId } })
    const files = await ctx.tx.storedFile.findMany({ where: { id: { in: document.fileIds } } })
    return {
      title: ctx.t('launch.showTitle', { unit: unitName(ctx, document.unitCode) }),
      state: stateOf(ctx, document),
      fields: [
        { label: ctx.t('launch.page.number'), value: document.number },
        { label: ctx.t('launch.page.signedOn'), value: formatDate(document.signedOn) },
        { label: ctx.t('launch.page.sender'), value: sender?.fullName ?? '' },
        ...timeLines(ctx, document),
        { label: ctx.t('launch.page.note'), value: document.note || ctx.t('conversation.none') },
        { label: ctx.t('launch.page.checklist'), value: ctx.t('launch.checklist') },
      ],
      files: files.map(({ id: fileId, name, state }) => ({ id: fileId, name, state })),
      history: await historyOf(ctx, 'launch-document', id),
      actions: launchActions.flatMap(action => {
        const move = moveOf(action, document)
        if (!move || !may(ctx.person, move.right, subject)) return []
        const tone: Tone = move.needsReason ? 'bad' : 'good'
        return [{ name: action, label: ctx.t(`launch.actions.${action}`), needsReason: move.needsReason, tone }]
      }),
    }
  },

  act: async (ctx, id, name, reason) => {
    const action = launchActions.find(known => known === name)
    if (!action || !moves[action]) return { ok: false, say: ctx.t('launch.gone') }
    return decideLaunch(ctx, id, action, reason)
  },
}

function stateOf(ctx: Ctx, document: { state: LaunchDocumentState; awaitingHead: boolean; isLate: boolean }) {
  const name = ctx.t(document.awaitingHead ? 'launch.states.AWAITING_HEAD' : `launch.states.${document.state}`)
  const label = document.isLate ? `${name} · ${ctx.t('launch.late')}` : name
  return { label, tone: document.awaitingHead ? ('waiting' as const) : tones[document.state] }
}
