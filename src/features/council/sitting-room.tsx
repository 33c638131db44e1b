import type { RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { CouncilVote } from '../../store/generated/client.ts'
import type { Done } from './done.ts'
import { namesOf } from './in-words.ts'
import { minutesWord } from './minutes.ts'
import { papersOf } from './nominees.ts'
import { SittingPage } from './pages/sitting-page.tsx'
import { posted } from './posted.ts'
import { type BallotPaper, opinionLength } from './sealed/ballot-paper.ts'
import { sittingFor, type WholeSitting } from './sitting.ts'
import { answerInvitation, notePresent } from './steps/attend.ts'
import { beginVote, closeVote } from './steps/begin.ts'
import { declareConflict } from './steps/declare.ts'
import { inviteMembers } from './steps/invite.ts'
import { concludeTie, confirmMinutes, readMinutes } from './steps/minutes.ts'
import { openBallots } from './steps/open.ts'
import { cancelSitting } from './steps/prepare.ts'
import { castBallots } from './steps/vote.ts'

export async function sittingAnswer(ctx: Ctx, request: RoomRequest, id: string): Promise<RoomAnswer | null> {
  const sitting = await sittingFor(ctx, id)
  if (!sitting) return null
  if (!request.form) return shown(ctx, request, sitting, null)
  const done = await step(ctx, sitting, request.form)
  if (done === null) return null
  return done.ok
    ? { goTo: `${request.address}/${id}`, isGood: true, say: done.say }
    : shown(ctx, request, (await sittingFor(ctx, id)) ?? sitting, done.say)
}

/** The minutes as they were confirmed; until then as they would read now. */
export async function minutesFile(ctx: Ctx, id: string): Promise<RoomAnswer | null> {
  const sitting = await sittingFor(ctx, id)
  if (!sitting || (sitting.state !== 'OPENED' && sitting.state !== 'CONFIRMED')) return null
  const kept =
    sitting.minutesFileId === null
      ? null
      : await ctx.tx.storedFile.findUnique({ where: { id: sitting.minutesFileId }, include: { content: true } })
  const bytes = kept?.content?.bytes ?? (await minutesWord(ctx, sitting)).bytes
  return { file: { name: `DOC14-${sitting.code}.docx`, mime: wordMime, bytes } }
}

const wordMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function step(ctx: Ctx, sitting: WholeSitting, form: FormData): Promise<Done | null> {
  const { id } = sitting
  const caseId = posted(form, 'ho-so', 36)
  const why = posted(form, 'ly-do', 500)
  switch (form.get('viec')) {
    case 'moi':
      return inviteMembers(ctx, id)
    case 'se-du':
      return answerInvitation(ctx, id, 'COMING')
    case 'vang':
      return answerInvitation(ctx, id, 'ABSENT', why.slice(0, 200))
    case 'toi-co-mat':
      return notePresent(ctx, id, ctx.person.id)
    case 'co-mat':
      return notePresent(ctx, id, posted(form, 'nguoi', 36))
    case 'loi-ich':
      return declareConflict(ctx, id, caseId, why.slice(0, 200))
    case 'bat-dau':
      return beginVote(ctx, id)
    case 'bo-phieu':
      return castBallots(ctx, id, papersIn(form, sitting))
    case 'dong':
      return closeVote(ctx, id)
    case 'mo-phieu':
      return openBallots(ctx, id, posted(form, 'cum', 60))
    case 'quyet':
      return concludeTie(ctx, id, caseId, { isAgreed: form.get('ket-qua') === 'co', why })
    case 'da-doc':
      return readMinutes(ctx, id, posted(form, 'y-kien', 1_000))
    case 'xac-nhan':
      return confirmMinutes(ctx, id)
    case 'huy':
      return cancelSitting(ctx, id, why)
  }
  return null
}

/** What the member has marked; nominees without a mark are left for later. */
function papersIn(form: FormData, { cases }: WholeSitting): ReadonlyMap<string, BallotPaper> {
  return new Map(
    cases.flatMap(({ id }) => {
      const vote = Object.values(CouncilVote).find(known => known === form.get(`phieu-${id}`))
      return vote ? [[id, { vote, opinion: posted(form, `y-kien-${id}`, opinionLength) }] as const] : []
    }),
  )
}

async function shown(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  sitting: WholeSitting,
  problem: string | null,
): Promise<RoomAnswer> {
  const names = await namesOf(ctx.tx, sitting)
  const papers = await papersOf(ctx, sitting.cases)
  return {
    title: ctx.t('council.sittingTitle', { code: sitting.code }),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <SittingPage {...{ ctx, address, csrf, sitting, names, papers, problem }} />,
  }
}
