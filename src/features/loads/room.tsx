import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, may } from '../../people/may.ts'
import { asTrial, orNothing } from '../../store/trial.ts'
import { type Given, type Loaded, type LoadName, loaders, loadNames } from './loaders.ts'
import { LoadPage } from './page.tsx'
import { loadData } from './rights.ts'

/** Plan, units, calendar and ranks come in as they do on the command line: what would change first, then it is done. */
export const loadsRoom: DeskRoom = {
  path: 'nap-du-lieu',
  title: 'loads.title',
  door: 'house',
  mayOpen: person => may(person, loadData),

  answer: async (ctx, request) => {
    const { rest, form } = request
    if (!may(ctx.person, loadData)) return null
    if (rest === '' && !form) return showing(ctx, request, null)
    const name = loadNames.find(one => one === rest)
    if (!name || !form) return null
    const given = await givenIn(form)
    if (!given) return showing(ctx, request, { name, problems: [ctx.t('loads.noFile')] })
    return form.get('viec') === 'nap' ? loading(ctx, request, name, given) : previewing(ctx, request, name, given)
  },
}

/** What the page says of a file that was sent. */
export interface Looked {
  name: LoadName
  problems: readonly string[]
  /** What would change, with the file that comes back with the confirmation. */
  preview?: { lines: readonly string[]; given: Given }
}

function showing(ctx: Ctx, { address, csrf }: RoomRequest, looked: Looked | null): RoomAnswer {
  return {
    title: ctx.t('loads.title'),
    ...(looked && looked.problems.length > 0 ? { status: 422 as const } : {}),
    body: () => <LoadPage {...{ ctx, address, csrf, looked }} />,
  }
}

async function previewing(ctx: Ctx, request: RoomRequest, name: LoadName, given: Given): Promise<RoomAnswer> {
  const seen = await asTrial(ctx.tx, () => loaders[name](ctx, given))
  if (!seen.ok) return showing(ctx, request, { name, problems: seen.problems })
  return showing(ctx, request, { name, problems: [], preview: { lines: seen.lines, given } })
}

async function loading(ctx: Ctx, request: RoomRequest, name: LoadName, given: Given): Promise<RoomAnswer> {
  const { tx, now, person, t } = ctx
  const loaded: Loaded = await orNothing(tx, () => loaders[name](ctx, given))
  if (!loaded.ok) return showing(ctx, request, { name, problems: loaded.problems })
  const actorRole = givingRole(person, loadData, {})?.role ?? ('GUEST' as const)
  const what = { action: `data.load.${name}`, subjectType: 'data' as const, subjectId: name, to: given.file }
  await writeAudit(tx, { actorId: person.id, actorRole, ...what }, now)
  const last = loaded.lines.at(-1) ?? ''
  return { goTo: request.address, isGood: true, say: t('loads.done', { what: t(`loads.${name}.title`), last }) }
}

/** The file of the first form, or the one that the preview carried. */
async function givenIn(form: FormData): Promise<Given | null> {
  const said = (field: string) => String(form.get(field) ?? '').trim()
  const besides = { year: said('nam'), decision: said('quyet-dinh') }
  const file = form.get('tep')
  if (file instanceof File && file.size > 0)
    return { file: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ...besides }
  const carried = said('noi-dung')
  return carried === '' ? null : { file: said('ten'), bytes: Buffer.from(carried, 'base64'), ...besides }
}
