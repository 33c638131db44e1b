import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import { whoMayAward } from '../../law/authorities.ts'
import { prizeFor } from '../../law/prizes.ts'
import { cautionInWords, whyInWords } from '../../law/words.ts'
import { givingRole, may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { normalise } from '../../reading/text.ts'
import type { AnyKind } from '../../records/kind.ts'
import { lockRecord } from '../../records/store.ts'
import { checkSheetsOf } from '../nominations/check-sheets.ts'
import type { Seams } from '../nominations/seams.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { decide } from './decide.ts'
import { decisionWord } from './decision-word.ts'
import { ListPage } from './list-page.tsx'
import { decisionsOf, publicDaysOf, publicList } from './live.ts'
import { answer } from './objections.ts'
import { changePublicDays, publish } from './publish.ts'
import { answerObjection, seeList, setPublicDays } from './rights.ts'
import { type Choice, type Problem, problemsOf, reasonsMissing } from './rules.ts'
import { addressOf, decidingRole, type Scope, scopesFor } from './scope.ts'
import { ScopesPage } from './scopes-page.tsx'
import { tellDecided } from './tell.ts'
import { undo } from './undo.ts'

/** Where the lists stand on the desk. */
export const AWARDING_PATH = 'quyet-dinh-khen'

/** The decision on a whole list: one page with every nominee and what the rules say of them (K11, K12). */
export function awardingRoom(kind: AnyKind, seams: Seams): DeskRoom {
  return {
    path: AWARDING_PATH,
    group: 'deciding',
    title: 'awarding.title',
    door: 'praise',
    mayOpen: person => person.roles.some(({ role }) => role in seeList.powers),

    answer: async (ctx, request) => {
      const scopes = scopesFor(ctx)
      const [where = '', what, id] = request.rest.split('/')
      const scope = scopes.find(one => addressOf(one) === where) ?? (scopes.length === 1 ? scopes[0] : undefined)
      if (request.rest === '' && scopes.length !== 1)
        return {
          title: ctx.t('awarding.title'),
          body: () => <ScopesPage {...{ ctx, scopes, address: request.address }} />,
        }
      if (!scope || ![addressOf(scope), ''].includes(where)) return null
      if (what !== undefined) return what === 'van-ban' && !request.form ? paperOf(ctx, scope, id) : null
      const here = { ctx, request, scope, kind, seams }
      return request.form ? posted(here, request.form) : shown(here)
    },
  }
}

interface Here {
  ctx: Ctx
  request: RoomRequest
  scope: Scope
  kind: AnyKind
  seams: Seams
}

interface Given {
  choices: readonly Choice[]
  number: string
  decidedOn: string
  hasPrizes: boolean
}

async function shown(here: Here, given: Given | null = null, problems: readonly string[] = []): Promise<RoomAnswer> {
  const { ctx, request, scope, seams } = here
  const { t } = ctx
  const candidates = await candidatesOf(ctx, scope)
  const ids = candidates.map(({ recordId }) => recordId)
  const sheets = await checkSheetsOf(ctx, ids, seams)
  const published = await publicList(ctx, scope)
  const kept = given?.choices ?? published?.choices ?? []
  const left = request.search.get('bo')
  const chosen = new Map(kept.map(one => [one.recordId, one]))
  const choices = candidates.map(
    one => chosen.get(one.recordId) ?? { recordId: one.recordId, isAwarded: left !== one.kind, reason: '' },
  )
  const props = {
    ...{ ctx, request, scope, candidates, sheets, choices, published, problems },
    ...{ number: given?.number ?? '', decidedOn: given?.decidedOn ?? ctx.today.toString() },
    ...{ hasPrizes: given?.hasPrizes ?? false, publicDays: await publicDaysOf(ctx.tx, scope) },
    decisions: await decisionsOf(ctx, scope),
    mayDecide: decidingRole(ctx, scope) !== null,
    mayAnswer: may(ctx.person, answerObjection, { unitCode: scope.unitCode ?? '' }),
    maySetDays: may(ctx.person, setPublicDays) || decidingRole(ctx, scope) !== null,
  }
  return {
    title: t('awarding.title'),
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    body: () => <ListPage {...props} />,
  }
}

async function posted(here: Here, form: FormData): Promise<RoomAnswer | null> {
  switch (form.get('viec')) {
    case 'cong-khai':
      return published(here, form)
    case 'quyet-dinh':
      return decided(here, form)
    case 'tra-loi':
      return answered(here, form)
    case 'so-ngay':
      return daysSet(here, form)
    case 'huy':
      return undone(here, form)
    default:
      return null
  }
}

function done({ ctx, request, scope }: Here, key: string, params: Record<string, string | number> = {}): RoomAnswer {
  return { goTo: `${request.address}/${addressOf(scope)}`, isGood: true, say: ctx.t(key, params) }
}

function not({ ctx, request, scope }: Here, key: string): RoomAnswer {
  return { goTo: `${request.address}/${addressOf(scope)}`, isGood: false, say: ctx.t(key) }
}

/** What was ticked for each that this person may decide on; who came after the page was opened waits for the next list. */
function givenIn(form: FormData, candidates: readonly Candidate[]): Given {
  const listed = new Set(form.getAll('dong').map(String))
  const ticked = new Set(form.getAll('chon').map(String))
  const choices = candidates
    .filter(({ recordId, isOwn }) => listed.has(recordId) && !isOwn)
    .map(({ recordId }) => ({
      ...{ recordId, isAwarded: ticked.has(recordId) },
      reason: normalise(String(form.get(`ly-do-${recordId}`) ?? '')).slice(0, reasonLength.max),
    }))
  return {
    choices,
    number: normalise(String(form.get('so') ?? '')).slice(0, 60),
    decidedOn: String(form.get('ngay') ?? ''),
    hasPrizes: form.get('thuong') === '1',
  }
}

function namesOf(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  return new Map(candidates.map(({ recordId, name }) => [recordId, name]))
}

async function published(here: Here, form: FormData): Promise<RoomAnswer> {
  const { ctx, scope } = here
  const held = decidingRole(ctx, scope)
  if (!held) return not(here, 'awarding.notAllowed')
  const candidates = await candidatesOf(ctx, scope)
  const given = givenIn(form, candidates)
  const problems = [
    ...(given.choices.length === 0 ? [{ code: 'empty' as const }] : []),
    ...reasonsMissing(given.choices, namesOf(candidates)),
  ]
  if (problems.length > 0) return shown(here, given, problemLines(ctx, problems))
  const until = await publish(ctx, scope, given.choices, held.role)
  return done(here, 'awarding.published', { until: formatDate(until) })
}

async function decided(here: Here, form: FormData): Promise<RoomAnswer> {
  const { ctx, scope, kind } = here
  const held = decidingRole(ctx, scope)
  if (!held) return not(here, 'awarding.notAllowed')
  for (const id of form.getAll('dong').map(String).sort()) await lockRecord(ctx.tx, ctx.campaign.id, id)
  const candidates = await candidatesOf(ctx, scope)
  const given = givenIn(form, candidates)
  const list = await publicList(ctx, scope)
  const inList = new Set((list?.choices ?? []).map(({ recordId }) => recordId))
  // What is decided on is what was public.
  const choices = list ? given.choices.filter(({ recordId }) => inList.has(recordId)) : given.choices
  const problems = problemsOf({
    ...{ ...given, choices, names: namesOf(candidates), today: ctx.today.toString() },
    publicDays: await publicDaysOf(ctx.tx, scope),
    published: list && {
      publicUntil: list.publicUntil ?? '',
      openObjections: list.objections.filter(({ answeredAt }) => answeredAt === null).length,
    },
  })
  const lines = [...problemLines(ctx, problems), ...(problems.length === 0 ? lawLines(ctx, scope, given) : [])]
  if (lines.length > 0) return shown(here, given, lines)
  const asked = { ...given, choices, scope, candidates, published: list, role: held.role }
  const { id, awards } = await decide(ctx, kind, asked)
  await tellDecided(ctx, { id, number: given.number, scope }, awards, candidates, choices)
  const law = whoMayAward(given.decidedOn, scope.level)
  const cautions = law.held ? law.cautions.map(caution => cautionInWords(caution, ctx.t)) : []
  const no = choices.length - awards.length
  const say = [ctx.t('awarding.decided', { number: given.number, yes: awards.length, no }), ...cautions].join(' ')
  return { goTo: `${here.request.address}/${addressOf(scope)}`, isGood: true, say }
}

/** What the law of the day says against it: who may award, what the prize is. */
function lawLines({ t }: Ctx, { level }: Scope, { decidedOn, hasPrizes }: Given): string[] {
  const who = whoMayAward(decidedOn, level)
  const prizes = hasPrizes
    ? (['COLLECTIVE', 'INDIVIDUAL'] as const).map(honoured => prizeFor(decidedOn, { level, honoured }))
    : []
  const refusals = [who, ...prizes].flatMap(held => (held.held ? [] : [whyInWords(held.why, t)]))
  return [...new Set(refusals)].map(why => t('awarding.problems.law', { why }))
}

function problemLines({ t }: Ctx, problems: readonly Problem[]): string[] {
  return problems.map(({ code, ...params }) => {
    const until = 'until' in params ? { until: formatDate(params.until) } : {}
    return t(`awarding.problems.${code}`, { ...params, ...until })
  })
}

async function answered(here: Here, form: FormData): Promise<RoomAnswer> {
  const { ctx, scope } = here
  const held = givingRole(ctx.person, answerObjection, { unitCode: scope.unitCode ?? '' })
  const list = await publicList(ctx, scope)
  const words = normalise(String(form.get('tra-loi') ?? '')).slice(0, reasonLength.max)
  if (!held || !list) return not(here, 'awarding.notAllowed')
  if (words.length < reasonLength.min) return not(here, 'awarding.objections.answerMissing')
  const isDone = await answer(ctx, list, String(form.get('kien-nghi') ?? ''), words, held.role)
  return isDone ? done(here, 'awarding.objections.answered') : not(here, 'awarding.objections.answeredBefore')
}

async function daysSet(here: Here, form: FormData): Promise<RoomAnswer> {
  const { ctx, scope } = here
  const held = givingRole(ctx.person, setPublicDays, {}) ?? decidingRole(ctx, scope)
  const days = String(form.get('so-ngay') ?? '')
  if (!held) return not(here, 'awarding.notAllowed')
  if (!/^\d{1,2}$/.test(days)) return not(here, 'awarding.problems.days')
  await changePublicDays(ctx, scope, Number(days), held.role)
  return done(here, 'awarding.daysSet', { count: Number(days) })
}

async function undone(here: Here, form: FormData): Promise<RoomAnswer> {
  const { ctx, scope, kind } = here
  const held = decidingRole(ctx, scope)
  const reason = normalise(String(form.get('ly-do') ?? '')).slice(0, reasonLength.max)
  const all = await decisionsOf(ctx, scope)
  const decision = all.find(({ id, state }) => id === form.get('quyet-dinh') && state === 'DECIDED')
  if (!held || !decision) return not(here, 'awarding.notAllowed')
  if (reason.length < reasonLength.min) return not(here, 'awarding.undo.reasonMissing')
  const against = await undo(ctx, kind, decision, reason, held.role)
  if (against) return { goTo: `${here.request.address}/${addressOf(scope)}`, isGood: false, say: against }
  return done(here, 'awarding.undo.done', { number: decision.number })
}

/** The decision as a Word file; null: there is no such one. */
async function paperOf(ctx: Ctx, scope: Scope, id = ''): Promise<RoomAnswer | null> {
  const decision = (await decisionsOf(ctx, scope)).find(one => one.id === id && one.state === 'DECIDED')
  if (!decision) return null
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { file: { ...(await decisionWord(ctx, scope, decision)), mime } }
}
