import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { storeBytes } from '../../files/store-bytes.ts'
import { may, mayEver } from '../../people/may.ts'
import { keepIssue, keepPaper, keepSigned } from './keep.ts'
import type { PaperKind, Wanted } from './kind.ts'
import { paperKind } from './list.ts'
import { makeWord } from './make.ts'
import { choicesFor, NewPaper } from './new-paper.tsx'
import { PaperPage } from './paper-page.tsx'
import { PapersPage } from './papers-page.tsx'
import { makePaper } from './rights.ts'
import { type PaperWithFiles, paperFor, papersFor } from './store.ts'
import { type Asked, wantedIn } from './wanted.ts'

/** Papers: what can be made, what was made, and what became of each. */
export const papersRoom: DeskRoom = {
  path: 'van-ban',
  title: 'papers.title',
  door: 'papers',
  mayOpen: person => mayEver(person, makePaper),

  answer: async (ctx, request) => {
    if (request.rest === '') {
      const [made, choices] = [await papersFor(ctx), await choicesFor(ctx)]
      return {
        title: ctx.t('papers.title'),
        body: () => <PapersPage {...{ ctx, made, choices, address: request.address }} />,
      }
    }
    if (request.rest === 'moi') return makeOne(ctx, request)
    const paper = await paperFor(ctx, request.rest)
    if (!paper) return null
    return request.form ? changed(ctx, request, paper, request.form) : shown(ctx, request, paper, null)
  },
}

function askedIn(from: { get(name: string): unknown; getAll(name: string): unknown[] }): Asked {
  const word = (name: string) => String(from.get(name) ?? '').slice(0, 40)
  return {
    ...{ unit: word('don-vi'), period: word('ky'), day: word('ngay') },
    units: from.getAll('gui').map(code => String(code).slice(0, 40)),
  }
}

/** Looked at before it is made: what it will lack is told first. */
async function makeOne(ctx: Ctx, request: RoomRequest): Promise<RoomAnswer | null> {
  const from = request.form ?? request.search
  const kind = paperKind(String(from.get('van-ban') ?? ''))
  const asked = askedIn(from)
  if (kind?.of === 'unit' && !ctx.campaign.units.has(asked.unit))
    return { goTo: request.address, isGood: false, say: ctx.t('papers.problems.unit') }
  if (!kind || !mayMake(ctx, kind, asked)) return null
  const wanted = wantedIn(ctx, kind, asked)
  if ('problem' in wanted) return { goTo: request.address, isGood: false, say: ctx.t(wanted.problem) }
  if (await kind.isEmpty?.(ctx, wanted))
    return { goTo: request.address, isGood: false, say: ctx.t(`papers.${kind.code}.nothing`) }
  const made = await makeWord(ctx, kind, wanted)
  if (!request.form) return preview(ctx, request, kind, wanted, made)
  const id = await keepPaper(ctx, kind, wanted, made)
  const say = ctx.t(made.gaps.length > 0 ? 'papers.madeWithGaps' : 'papers.made', { count: made.gaps.length })
  return { goTo: `${request.address}/${id}`, isGood: made.gaps.length === 0, say }
}

function mayMake({ person }: Ctx, { of }: PaperKind, { unit }: Asked): boolean {
  return may(person, makePaper, of === 'unit' ? { unitCode: unit } : {})
}

function preview(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  kind: PaperKind,
  wanted: Wanted,
  { figures, gaps }: Awaited<ReturnType<typeof makeWord>>,
): RoomAnswer {
  return {
    title: ctx.t(`papers.${kind.code}.name`),
    body: () => <NewPaper {...{ ctx, kind, wanted, address, csrf, figures, gaps }} />,
  }
}

async function shown(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  paper: PaperWithFiles,
  problem: string | null,
): Promise<RoomAnswer> {
  return {
    title: ctx.t(`papers.${paper.code}.name`),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <PaperPage {...{ ctx, paper, address, csrf, problem }} />,
  }
}

async function changed(ctx: Ctx, request: RoomRequest, paper: PaperWithFiles, form: FormData): Promise<RoomAnswer> {
  const here = `${request.address}/${paper.id}`
  if (form.get('viec') === 'so') {
    const number = String(form.get('so') ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, 60)
    const issuedOn = String(form.get('ngay') ?? '')
    const isRight = /\d/.test(number) && /^\d{4}-\d\d-\d\d$/.test(issuedOn) && issuedOn <= ctx.today.toString()
    if (!isRight) return shown(ctx, request, paper, ctx.t('papers.problems.issue'))
    await keepIssue(ctx, paper, number, issuedOn)
    return { goTo: here, isGood: true, say: ctx.t('papers.issued', { number }) }
  }
  return signed(ctx, request, paper, form.get('tep'))
}

async function signed(ctx: Ctx, request: RoomRequest, paper: PaperWithFiles, given: unknown): Promise<RoomAnswer> {
  if (!(given instanceof File) || given.size === 0) return shown(ctx, request, paper, ctx.t('papers.problems.file'))
  const bytes = new Uint8Array(await given.arrayBuffer())
  const stored = await storeBytes(
    ctx.tx,
    { name: given.name, bytes, accountId: ctx.account.id, channel: 'web' },
    ctx.now,
  )
  if ('refused' in stored) return shown(ctx, request, paper, ctx.t(`web.upload.${stored.refused}`))
  const count = await keepSigned(ctx, paper, { id: stored.id, bytes }).catch(() => undefined)
  if (count === undefined) return shown(ctx, request, paper, ctx.t('papers.problems.unreadable'))
  const say = ctx.t(
    count === null ? 'papers.signed.scan' : count === 0 ? 'papers.signed.same' : 'papers.signed.differs',
    {
      count: count ?? 0,
    },
  )
  return { goTo: `${request.address}/${paper.id}`, isGood: count === 0, say }
}
