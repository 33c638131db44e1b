import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import { may } from '../../people/may.ts'
import type { AnyKind } from '../../records/kind.ts'
import { addReason, keptReasons, removeReason } from '../../records/reason-texts.ts'
import { ReasonsPage } from './reasons-page.tsx'
import { changeReasons } from './rights.ts'

const most = 200

/** The reasons of the office: by kind of record, added and taken away. */
export function reasonsRoom(kinds: readonly AnyKind[]): DeskRoom {
  return {
    path: 'ly-do-mau',
    title: 'reasonTexts.title',
    door: 'records',
    mayOpen: person => may(person, changeReasons),
    answer: async (ctx, request) => {
      if (!may(ctx.person, changeReasons)) return null
      if (request.form) return changed(ctx, request, kinds, request.form)
      return request.rest === '' ? shown(ctx, request, kinds, null) : null
    },
  }
}

async function changed(
  ctx: Ctx,
  request: RoomRequest,
  kinds: readonly AnyKind[],
  form: FormData,
): Promise<RoomAnswer | null> {
  const { t } = ctx
  if (request.rest === 'bo') {
    const isGone = await removeReason(ctx, String(form.get('id') ?? ''))
    return { goTo: request.address, isGood: true, say: t(isGone ? 'reasonTexts.removed' : 'reasonTexts.gone') }
  }
  if (request.rest !== 'them') return null
  const kind = String(form.get('loai') ?? '')
  const text = String(form.get('ly-do') ?? '')
    .normalize('NFC')
    .trim()
  const isKnown = kind === '' || kinds.some(({ name }) => name === kind)
  if (!isKnown || text.length < reasonLength.min || text.length > reasonLength.max)
    return shown(ctx, request, kinds, { say: t('reasonTexts.length', reasonLength), kind, text })
  if ((await keptReasons(ctx)).length >= most)
    return shown(ctx, request, kinds, { say: t('reasonTexts.tooMany', { most }), kind, text })
  const isNew = await addReason(ctx, kind, text)
  return { goTo: request.address, isGood: true, say: t(isNew ? 'reasonTexts.added' : 'reasonTexts.known') }
}

/** What was typed and could not be taken, with why. */
export interface RefusedReason {
  say: string
  kind: string
  text: string
}

async function shown(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  kinds: readonly AnyKind[],
  refused: RefusedReason | null,
): Promise<RoomAnswer> {
  const kept = await keptReasons(ctx)
  return {
    title: ctx.t('reasonTexts.title'),
    ...(refused ? { status: 422 as const } : {}),
    body: () => <ReasonsPage {...{ t: ctx.t, kinds, kept, address, csrf, refused }} />,
  }
}
