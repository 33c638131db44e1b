import { unitName } from '../../campaign/names.ts'
import { after } from '../../clock.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { inviteListed } from '../../people/invite-listed.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { openInvitations, renewInvitation, revokeInvitation } from '../../people/open-invitations.ts'
import type { ListedPerson } from '../../people/people-list.ts'
import { type Sorted, type Sorting, sortListed } from '../../people/sort-listed.ts'
import { waysIn } from '../../people/ways-in.ts'
import { tellPerson } from '../roles/tell.ts'
import { answersIn } from './answers-in.ts'
import { ComingPage } from './coming-page.tsx'
import { comings } from './comings.ts'
import { holdingDays } from './holding-days.ts'
import { invitableUnits } from './invitable.ts'
import { invitingAs, readCarried, readSent, readTyped, type Understood } from './listed.ts'
import { nudgeHeads } from './nudge.ts'
import { PreviewPage } from './preview-page.tsx'
import { invitePeople } from './rights.ts'
import { type Sheet, SheetsPage } from './sheets-page.tsx'
import { StartPage } from './start-page.tsx'
import { templateFile } from './template-file.ts'

/** Whole units are brought in: a list with a preview, invitations to print or to pass on, who has come and who has not. */
export const invitingRoom: DeskRoom = {
  path: 'moi-tham-gia',
  group: 'members',
  title: 'inviting.room.title',
  door: 'house',
  isFirst: true,
  mayOpen: person => mayEver(person, invitePeople),

  answer: async (ctx, request) => {
    const { rest, form } = request
    if (form) return posted(ctx, request, form)
    if (rest === '') return starting(ctx, request, [])
    if (rest === 'tep-mau') return { file: await templateFile(ctx) }
    if (rest === 'da-moi') return coming(ctx, request)
    return null
  },
}

const day = 24 * 3_600_000

async function posted(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer | null> {
  switch (request.rest) {
    case 'xem-truoc':
      return previewing(ctx, request, form)
    case 'gui':
      return inviting(ctx, request, form)
    case 'phieu':
      return printing(ctx, request, form)
    case 'thu-hoi':
      return revoking(ctx, request, String(form.get('ma') ?? ''))
    case 'nhac':
      return nudging(ctx, request, form)
    default:
      return null
  }
}

function starting(ctx: Ctx, { address, csrf }: RoomRequest, problems: readonly string[]): RoomAnswer {
  return {
    title: ctx.t('inviting.room.title'),
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    body: () => <StartPage {...{ ctx, address, csrf, problems }} />,
  }
}

async function previewing(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const understood = await read(ctx, form)
  if (understood === null) return starting(ctx, request, [ctx.t('inviting.room.noFile')])
  const { people, faults, unnamed } = understood
  if (people.length === 0) return starting(ctx, request, faults.length > 0 ? faults : [ctx.t('inviting.room.nobody')])
  const sorted = await sortListed(ctx.tx, people, sorting(ctx))
  return preview(ctx, request, { sorted, faults, unnamed }, false)
}

/** A file, or one person who was typed in. */
async function read(ctx: Ctx, form: FormData): Promise<Understood | null> {
  const file = form.get('tep')
  if (file instanceof File && file.size > 0) return readSent(ctx, file)
  const said = (name: string) => String(form.get(name) ?? '')
  if (said('ten').trim() === '') return null
  return readTyped(ctx, { unit: said('don-vi'), name: said('ten'), role: said('vai') })
}

interface Seen {
  sorted: readonly Sorted[]
  faults: readonly string[]
  unnamed: number
}

function preview(ctx: Ctx, { address, csrf }: RoomRequest, seen: Seen, isUnanswered: boolean): RoomAnswer {
  return {
    title: ctx.t('inviting.room.previewTitle'),
    ...(isUnanswered ? { status: 422 as const } : {}),
    body: () => <PreviewPage {...{ ctx, address, csrf, ...seen, isUnanswered }} />,
  }
}

/** Who has the name of somebody here is asked about; without an answer nobody is invited yet. */
async function inviting(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const { people, faults } = await readCarried(ctx, String(form.get('danh-sach') ?? ''))
  if (people.length === 0) return starting(ctx, request, [ctx.t('inviting.room.nobody')])
  const sorted = await sortListed(ctx.tx, people, sorting(ctx))
  const answers = answersIn(ctx, sorted, form)
  if (answers === null) return preview(ctx, request, { sorted, faults, unnamed: 0 }, true)
  const days = holdingDays.find(one => one === Number(form.get('han'))) ?? holdingDays[0]
  const expiresAt = after(ctx.now, days * day)
  const by = ({ unit, role }: ListedPerson) => invitingAs(ctx, unit.code, role)
  const invited = await inviteListed(ctx.tx, people, { ...sorting(ctx), expiresAt, by }, answers)
  const coded = invited.flatMap(row =>
    'code' in row
      ? [{ unitCode: row.unit.code, role: row.role, fullName: row.fullName, code: row.code, expiresAt }]
      : [],
  )
  let given = 0
  for (const row of invited) {
    if (!('personId' in row)) continue
    given += 1
    const change = { role: row.role, unit: row.unit.code, from: ctx.today.toString(), until: null }
    await tellPerson(ctx, row.personId, 'given', change)
  }
  return sheets(ctx, request, coded, { given, left: invited.length - coded.length - given })
}

async function printing(ctx: Ctx, request: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const wanted = form.getAll('don-vi').map(String)
  const units = invitableUnits(ctx).map(({ code }) => code)
  const chosen = form.get('tat-ca') === '1' ? units : units.filter(code => wanted.includes(code))
  const expiresAt = after(ctx.now, holdingDays[0] * day)
  const coded: Sheet[] = []
  for (const { id, unitCode, role, fullName } of await openInvitations(ctx.tx, chosen, ctx.now)) {
    const by = invitingAs(ctx, unitCode, role)
    const code = by && (await renewInvitation(ctx.tx, id, { expiresAt, now: ctx.now, by }))
    if (code) coded.push({ unitCode, role, fullName, code, expiresAt })
  }
  return sheets(ctx, request, coded, { given: 0, left: 0 })
}

async function sheets(
  ctx: Ctx,
  { address }: RoomRequest,
  coded: readonly Sheet[],
  counts: { given: number; left: number },
): Promise<RoomAnswer> {
  const ways = await waysIn(ctx.tx, ctx.publicUrl)
  return {
    title: ctx.t('inviting.sheets.title'),
    body: () => <SheetsPage {...{ ctx, address, coded, ways, counts }} />,
  }
}

async function coming(ctx: Ctx, { address, csrf, search }: RoomRequest): Promise<RoomAnswer> {
  const units = await comings(ctx)
  const shown = search.get('loc')
  return {
    title: ctx.t('inviting.coming.title'),
    body: () => <ComingPage {...{ ctx, address, csrf, units, shown }} />,
  }
}

async function revoking(ctx: Ctx, { address }: RoomRequest, id: string): Promise<RoomAnswer | null> {
  const units = invitableUnits(ctx).map(({ code }) => code)
  const found = (await openInvitations(ctx.tx, units, ctx.now)).find(one => one.id === id)
  const by = found && invitingAs(ctx, found.unitCode, found.role)
  const isDone = by ? await revokeInvitation(ctx.tx, id, ctx.now, by) : false
  const say = isDone ? ctx.t('inviting.coming.revoked', { name: found?.fullName }) : ctx.t('inviting.coming.notOpen')
  return { goTo: `${address}/da-moi`, isGood: isDone, say }
}

async function nudging(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const wanted = form.getAll('don-vi').map(String)
  const units = invitableUnits(ctx).filter(({ code }) => form.get('tat-ca') === '1' || wanted.includes(code))
  const { told, before, nobody } = await nudgeHeads(
    ctx,
    units.map(({ code }) => code),
  )
  const names = (codes: readonly string[]) => codes.map(code => unitName(ctx.campaign, code)).join('; ')
  const said = [
    ...(told.length > 0 ? [ctx.t('inviting.coming.nudged', { count: told.length })] : []),
    ...(before.length > 0 ? [ctx.t('inviting.coming.nudgedBefore', { units: names(before) })] : []),
    ...(nobody.length > 0 ? [ctx.t('inviting.coming.nobodyToNudge', { units: names(nobody) })] : []),
  ]
  const say = said.join(' ') || ctx.t('inviting.coming.nothingToNudge')
  return { goTo: `${address}/da-moi`, isGood: told.length > 0, say }
}

/** A unit hears of namesakes among its own people only. */
function sorting({ now, today, person }: Ctx): Sorting {
  const { isEverywhere, units } = reachOf(person, invitePeople)
  return {
    ...{ now, today: today.toString() },
    sees: ({ roles }) => isEverywhere || roles.some(({ unitCode }) => units.includes(unitCode)),
  }
}
