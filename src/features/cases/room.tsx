import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { agreeToExport, askForExport, exportsAsked, takeExport } from './exports.ts'
import { CasePage, CasesPage } from './pages.tsx'
import { caseIn } from './posted.ts'
import { caseRights } from './rights.ts'
import { casesOf, keepCase, noteOf } from './store.ts'

/** «Hồ sơ vụ việc»: on the desk alone; each opening is written down. */
export const casesRoom: DeskRoom = {
  path: 'vu-viec',
  title: 'case.title',
  door: 'records',
  mayOpen: person => may(person, caseRights.see),

  answer: async (ctx, request) => {
    if (!may(ctx.person, caseRights.see)) return null
    const { rest, form } = request
    if (!form) return rest === '' ? listed(ctx, request) : opened(ctx, request)
    if (rest === 'xuat') return asked(ctx, request, form)
    if (rest === 'dong-y') return agreed(ctx, request, form)
    if (rest === 'tai') return taken(ctx, request, form)
    return may(ctx.person, caseRights.keep) ? kept(ctx, request, form) : null
  },
}

async function listed(ctx: Ctx, { address, csrf }: RoomRequest): Promise<RoomAnswer> {
  const cases = await casesOf(ctx)
  const wanted = await exportsAsked(ctx)
  if (cases.length > 0) await noteOf(ctx, 'case.list', 'all')
  return { title: ctx.t('case.title'), body: () => <CasesPage {...{ ctx, cases, wanted, address, csrf }} /> }
}

async function opened(ctx: Ctx, { rest, address, csrf }: RoomRequest): Promise<RoomAnswer | null> {
  const mayKeep = may(ctx.person, caseRights.keep)
  if (rest === 'moi' && mayKeep)
    return { title: ctx.t('case.new'), body: () => <CasePage {...{ ctx, known: null, mayKeep, address, csrf }} /> }
  const known = (await casesOf(ctx)).find(({ caseId }) => caseId === rest)
  if (!known) return null
  await noteOf(ctx, 'case.open', known.code)
  return { title: known.code, body: () => <CasePage {...{ ctx, known, mayKeep, address, csrf }} /> }
}

async function kept(ctx: Ctx, { rest, address }: RoomRequest, form: FormData): Promise<RoomAnswer | null> {
  const known = rest === 'moi' ? null : (await casesOf(ctx)).find(({ caseId }) => caseId === rest)
  if (known === undefined) return null
  const content = caseIn(ctx, form)
  const goTo = `${address}/${rest}`
  if (!content) return { goTo, isGood: false, say: ctx.t('case.incomplete') }
  const before = known && { ...known, version: Number(form.get('ban')) }
  const code = await keepCase(ctx, before, content)
  if (code === null) return { goTo, isGood: false, say: ctx.t('case.changedMeanwhile') }
  return { goTo: address, isGood: true, say: ctx.t('case.kept', { code }) }
}

async function asked(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const why = String(form.get('ly-do') ?? '').trim()
  if (why.length < 5) return { goTo: address, isGood: false, say: ctx.t('records.reasonNeeded') }
  await askForExport(ctx, why.slice(0, 500))
  return { goTo: address, isGood: true, say: ctx.t('case.export.asked') }
}

async function agreed(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const isDone = await agreeToExport(ctx, idIn(form))
  return { goTo: address, isGood: isDone, say: ctx.t(isDone ? 'case.export.agreed' : 'case.export.notYours') }
}

async function taken(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const bytes = await takeExport(ctx, idIn(form))
  if (!bytes) return { goTo: address, isGood: false, say: ctx.t('case.export.notAgreed') }
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { file: { name: `vu-viec-${ctx.today}.xlsx`, mime, bytes } }
}

/** An id that is none names nothing. */
function idIn(form: FormData): string {
  const id = String(form.get('id') ?? '')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000'
}
