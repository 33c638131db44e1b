import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { givingRole, may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import type { AnyKind } from '../../records/kind.ts'
import { readAsked, readCarried } from './asked.ts'
import { PreviewPage } from './preview-page.tsx'
import { type Ordered, preview, reorganise, takeBack } from './reorganise.ts'
import { reorganiseUnits } from './rights.ts'
import { type Past, StartPage } from './start-page.tsx'
import { storedReorganisations } from './stored.ts'
import { stuckOn } from './stuck.ts'
import { faultInWords } from './words.ts'

/** Units are reorganised: a list or a few lines, the preview with its choices, and what was done, to be undone within a day. */
export const reorganisationRoomOver = (kinds: readonly AnyKind[]): DeskRoom => ({
  path: 'sap-xep-don-vi',
  title: 'reorganisation.title',
  door: 'house',
  mayOpen: person => may(person, reorganiseUnits),

  answer: async (ctx, request) => {
    const { rest, form } = request
    if (!may(ctx.person, reorganiseUnits)) return null
    if (!form) return rest === '' ? starting(ctx, request, []) : null
    switch (rest) {
      case 'xem-truoc':
        return previewing(ctx, kinds, request, form)
      case 'thuc-hien':
        return doing(ctx, kinds, request, form)
      case 'hoan-tac':
        return undoing(ctx, request, String(form.get('ma') ?? ''))
      default:
        return null
    }
  },
})

async function starting(
  ctx: Ctx,
  { address, csrf, form }: RoomRequest,
  problems: readonly string[],
): Promise<RoomAnswer> {
  const past: Past[] = []
  for (const stored of await storedReorganisations(ctx.tx)) past.push({ stored, stuck: await stuckOn(ctx, stored) })
  return {
    title: ctx.t('reorganisation.title'),
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    body: () => <StartPage {...{ ctx, address, csrf, problems, past, typed: form }} />,
  }
}

/** The first look at it, and every look with other choices. */
async function previewing(
  ctx: Ctx,
  kinds: readonly AnyKind[],
  request: RoomRequest,
  form: FormData,
): Promise<RoomAnswer> {
  const carried = readCarried(form)
  const asked = carried ? { ok: true as const, ordered: carried } : await readAsked(ctx, form)
  if (!asked.ok) return starting(ctx, request, asked.problems)
  return show(ctx, kinds, request, asked.ordered)
}

async function show(ctx: Ctx, kinds: readonly AnyKind[], request: RoomRequest, ordered: Ordered): Promise<RoomAnswer> {
  const { address, csrf } = request
  const seen = await preview(ctx, kinds, ordered)
  if (!seen.ok)
    return starting(
      ctx,
      request,
      seen.faults.map(fault => faultInWords(ctx, fault)),
    )
  return {
    title: ctx.t('reorganisation.previewTitle'),
    body: () => <PreviewPage {...{ ctx, address, csrf, ordered, carried: seen.carried }} />,
  }
}

async function doing(ctx: Ctx, kinds: readonly AnyKind[], request: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const { t, person } = ctx
  const ordered = readCarried(form)
  const role = givingRole(person, reorganiseUnits, {})?.role
  if (!ordered || !role) return starting(ctx, request, [t('reorganisation.lost')])
  const done = await reorganise(ctx, kinds, ordered, { id: person.id, role })
  if (!done.ok)
    return starting(
      ctx,
      request,
      done.faults.map(fault => faultInWords(ctx, fault)),
    )
  const counts = { count: done.carried?.units.length ?? 0, people: done.carried?.places.people.length ?? 0 }
  const say = done.isLater
    ? t('reorganisation.planned', { day: formatDate(ordered.what.effectiveOn) })
    : t('reorganisation.done', counts)
  return { goTo: request.address, isGood: true, say }
}

async function undoing(ctx: Ctx, { address }: RoomRequest, id: string): Promise<RoomAnswer | null> {
  const { t, person } = ctx
  const role = givingRole(person, reorganiseUnits, {})?.role
  if (!role) return null
  const done = await takeBack(ctx, id, { id: person.id, role })
  if (done.ok) return { goTo: address, isGood: true, say: t('reorganisation.undone') }
  if (done.why === 'tooLate') return { goTo: address, isGood: false, say: t('reorganisation.tooLate') }
  const what = done.rests.map(({ what: of, count }) => t(`reorganisation.rests.${of}`, { count })).join(', ')
  return { goTo: address, isGood: false, say: t('reorganisation.restsOn', { what }) }
}
