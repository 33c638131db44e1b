import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../src/campaign/plan.ts'
import type { Ctx, Outcome } from '../../src/contract/feature.ts'
import { mayReadFile } from '../../src/contract/may-read-file.ts'
import type { Answers, Params } from '../../src/conversation/field.ts'
import { relevantFields } from '../../src/conversation/form.ts'
import { dutiesMetBy } from '../../src/obligations/met-by.ts'
import { may } from '../../src/people/may.ts'
import { fold } from '../../src/reading/text.ts'
import { answersOf } from '../../src/records/answers.ts'
import type { RecordFeature } from '../../src/records/feature.ts'
import { recordsOf } from '../../src/records/feature.ts'
import { awaited, waitsFor } from '../../src/records/kind.ts'
import { Role } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Tree } from '../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'
import { sampleAnswers } from './sample-answers.ts'

/** Roles that work inside a unit; all others stand outside the head's gate. */
const inside: readonly Role[] = ['HEAD', 'WARD_CHAIR', 'CLERK']
const outside = Object.values(Role).filter(role => !inside.includes(role))

const anything = { q: '', filters: {}, page: 1, size: 50 }

/** What a kind needs in order to be played. */
interface Played {
  texts?: Tree
  plan?: Partial<Plan>
  /** What its forms are started with besides unit, record and version. */
  params?: Params
  /** The period of its duty, where it is owed one by one. */
  owedFor?: string
  /** Targets that apply to the unit, and that its duty is about. */
  targets?: readonly string[]
  /** Whose work it is, where that is no focal point's. */
  writer?: Role
  /** Who decides, where that is not the managing office: a role of the same unit. */
  decider?: Role
}

/** What holds for every kind of record: the promises of its life. */
export function recordContract(
  feature: RecordFeature,
  { params: startedWith = {}, targets = [], owedFor = '', writer = 'CLERK', decider = 'PNV', ...more }: Played = {},
): void {
  const { record: kind } = feature
  const common = recordsOf([feature])
  const { approve } = kind.rights
  const begins = kind.moves
  const waitsThen = waitsFor(kind, kind.handedIn)
  const [waits = ''] = kind.states[kind.handedIn]?.waits ?? []
  const [first, second] = ['Cán bộ một', 'Cán bộ hai']
  // Never decides on it: of the unit, or, where its head does, whose work it is.
  const bystander = decider === 'PNV' ? 'Thủ trưởng' : 'Đầu mối'
  const note = begins[waits]?.asks === 'note' ? 'Theo số liệu đã kiểm tra' : ''
  const returns = Object.keys(begins).find(name => begins[name]?.asks === 'return') ?? ''

  describe(`the life of «${kind.name}»`, () => {
    let world: ChatWorld
    let duty: string

    beforeAll(async () => {
      world = await chatWorld('2024-03-20T02:00:00Z', { features: [feature], ...more })
      await world.join('Đầu mối', writer, 'P1')
      await world.join('Thủ trưởng', 'HEAD', 'P1')
      for (const role of outside) await world.join(`Vai ${role}`, role, role === 'FOCAL' ? 'TCKH' : 'NV')
      for (const name of [first, second]) await world.join(name, decider, decider === 'PNV' ? 'NV' : 'P1')
      await world.join('Người phường khác', 'CLERK', 'P2')
      await world.applies('P1', ...targets)
      const subject = { topic: targets[0] ?? '', period: String(startedWith.period ?? '') }
      const [code = ''] = kind.meets ? dutiesMetBy(world.campaign.plan, kind.meets(subject)) : []
      duty = await world.owe('P1', code, targets, '2024-03-31', undefined, owedFor)
    })
    afterAll(() => world.close())

    /** Hands in as somebody; what the person was shown. */
    async function handIn(name: string, nth: 0 | 1, basedOn: number, record: string | null = null): Promise<Outcome> {
      return world.as(name, async ctx => {
        const answers: Answers = await sampleAnswers(ctx, kind.form, nth, startedWith)
        const entry = feature.forms?.find(({ form }) => form.id === kind.form.id)
        const params = { ...startedWith, unit: 'P1', record, basedOn }
        const submission = { answers, params, draftId: newId(ctx.now) }
        return entry ? entry.submit(ctx, submission) : { text: '' }
      })
    }

    const act = (
      name: string,
      id: string,
      action: string,
      reason = '',
      marks: { field: string; reason: string }[] = [],
    ) =>
      world.as(name, ctx => feature.page?.act(ctx, id, action, reason, marks) ?? Promise.reject(new Error('no page')))
    const detail = (name: string, id: string) => world.as(name, async ctx => feature.page?.detail(ctx, id) ?? null)
    const stored = (id: string) =>
      world.store.prisma.record.findUniqueOrThrow({
        where: { id },
        include: { versions: { orderBy: { version: 'asc' } }, moves: { orderBy: { seq: 'asc' } } },
      })
    const newest = async () =>
      (await world.store.prisma.record.findFirstOrThrow({ where: { kind: kind.name }, orderBy: { number: 'desc' } })).id
    const finds = async (ctx: Ctx, words: string) => (await common.finds?.(ctx, fold(words).split(' '))) ?? []
    const dutyState = async () => (await world.store.prisma.obligation.findUniqueOrThrow({ where: { id: duty } })).state
    const seesAnything = async (ctx: Ctx, id: string, fileIds: readonly string[]) => {
      const listed = await feature.page?.rows(ctx, anything)
      const reads = await Promise.all(fileIds.map(fileId => mayReadFile(ctx, [feature, common], fileId)))
      return [
        // It is the only one of its kind then: a count tells as much as a row.
        (listed?.total ?? 0) > 0 || (listed?.rows.some(row => row.id === id) ?? false),
        (await feature.page?.detail(ctx, id)) !== null,
        ((await common.waiting?.(ctx)) ?? []).some(({ go }) => go.args?.id === id),
        reads.includes(true),
        (await finds(ctx, (await ctx.tx.record.findUniqueOrThrow({ where: { id } })).code)).length > 0,
      ]
    }

    let id = ''

    if (approve)
      it('waits for the head behind a wall: no role outside sees it in a list, a page, a count or a file', async () => {
        await handIn('Đầu mối', 0, 0)
        id = await newest()
        const { versions, waitsFor, passedVersion } = await stored(id)
        expect({ waitsFor, passedVersion }).toEqual({ waitsFor: approve?.name, passedVersion: 0 })
        const fileIds = versions.flatMap(version => version.fileIds)
        for (const name of [...outside.map(role => `Vai ${role}`), 'Người phường khác'])
          expect([name, await world.as(name, ctx => seesAnything(ctx, id, fileIds))]).toEqual([
            name,
            [false, false, false, false, false],
          ])
        const head = await world.as('Thủ trưởng', ctx => seesAnything(ctx, id, fileIds))
        expect(head).toEqual([true, true, true, fileIds.length > 0, true])
        if (kind.meets) expect(await dutyState()).toBe('WITH_HEAD')
      })

    if (approve)
      it('passes with the head’s word, which is told with the head’s true role', async () => {
        expect((await act('Đầu mối', id, 'approve')).ok).toBe(false)
        expect((await act('Thủ trưởng', id, 'approve')).ok).toBe(true)
        const { state, moves } = await stored(id)
        expect(state).toBe(kind.handedIn)
        expect(moves.at(-1)).toMatchObject({ action: 'approve', role: 'HEAD', roleUnit: 'P1' })
        if (kind.meets) expect(await dutyState()).toBe('MET')
      })

    if (!approve)
      it('is handed in at once', async () => {
        await handIn('Đầu mối', 0, 0)
        id = await newest()
        expect((await stored(id)).state).toBe(kind.handedIn)
      })

    if (kind.isPersonal)
      it('of a person is seen by them and by those who decide on it, and by no colleague, focal point or office', async () => {
        await world.join('Đầu mối khác của đơn vị', 'CLERK', 'P1')
        await world.join('Cán bộ khác của đơn vị', 'OFFICIAL', 'P1')
        const { versions, topic } = await stored(id)
        const fileIds = versions.flatMap(version => version.fileIds)
        const ofUnit = ['Đầu mối', 'Thủ trưởng', 'Đầu mối khác của đơn vị', 'Cán bộ khác của đơn vị']
        for (const name of [...ofUnit, ...outside.map(role => `Vai ${role}`), 'Người phường khác']) {
          const isSeen = await world.as(name, async ctx => {
            const focalAgencies = kind.agencies?.(ctx, topic) ?? []
            const subject = { unitCode: 'P1', authorId: world.idOf('Đầu mối'), focalAgencies }
            return name === 'Đầu mối' || (kind.rights.see !== undefined && may(ctx.person, kind.rights.see, subject))
          })
          const seen = await world.as(name, ctx => seesAnything(ctx, id, fileIds))
          const mine = await world.as(name, async ctx => JSON.stringify(await common.routes?.records?.(ctx, {})))
          expect([name, seen.includes(true)]).toEqual([name, isSeen])
          expect([name, mine.includes(id)]).toEqual([name, name === 'Đầu mối'])
        }
        const table = feature.exports?.[kind.table ?? kind.name]
        const today = Temporal.PlainDate.from('2024-03-20')
        const at = async () => ({ campaign: world.campaign, today, day: null })
        const rows: object[] = []
        for await (const row of table?.records(world.store.prisma, at) ?? []) rows.push(row)
        expect(JSON.stringify(rows)).not.toContain(world.idOf('Đầu mối'))
        expect(rows).toMatchObject([{ answers: {} }])
      })

    it('waits for everybody who may act next, and for nobody on their own work', async () => {
      const { topic } = await stored(id)
      const waitingFor = (name: string) =>
        world.as(name, async ctx => ((await common.waiting?.(ctx)) ?? []).some(({ go }) => go.args?.id === id))
      for (const name of ['Đầu mối', 'Thủ trưởng', ...outside.map(role => `Vai ${role}`)]) {
        const mayAct = await world.as(name, async ctx =>
          awaited(kind, kind.handedIn).some(right =>
            may(ctx.person, right, { unitCode: 'P1', focalAgencies: kind.agencies?.(ctx, topic) ?? [] }),
          ),
        )
        expect([name, await waitingFor(name)]).toEqual([name, mayAct])
      }
      const ofAuthor = await world.as('Đầu mối', async ctx => ctx.person.id)
      const { authorId } = await stored(id)
      expect(authorId).toBe(ofAuthor)
    })

    it('tells the second of two people what the first did, and does nothing twice', async () => {
      expect(await act(first, id, waits, note)).toMatchObject({ ok: true, undo: { action: 'reopen' } })
      const late = await act(second, id, waits, note)
      expect(late).toMatchObject({ ok: false, say: expect.stringContaining(first) })
      expect((await stored(id)).moves.filter(({ action }) => action === waits)).toHaveLength(1)
    })

    it('takes a decision back with a reason, and everybody concerned is told', async () => {
      expect((await act(second, id, 'reopen', '')).ok).toBe(false)
      expect((await act(bystander, id, 'reopen', 'Không phải việc của tôi')).ok).toBe(false)
      const before = (await world.notices('Đầu mối')).length
      expect((await act(second, id, 'reopen', 'Xem sót một điểm')).ok).toBe(true)
      const { state, waitsFor, moves } = await stored(id)
      expect([state, waitsFor]).toEqual([kind.handedIn, waitsThen])
      expect(moves.at(-1)).toMatchObject({ action: 'reopen', reason: 'Xem sót một điểm' })
      const told = (await world.notices('Đầu mối')).slice(before).map(({ message }) => message.text)
      expect(told.join()).toContain('Xem sót một điểm')
    })

    it('comes back with named questions, opens the duty again, and asks only these', async () => {
      const { versions } = await stored(id)
      const answered = Object.keys(versions.at(-1)?.answers as object)
      const [one = '', two = ''] = kind.form.order.filter(name => answered.includes(name))
      const marks = [
        { field: one, reason: 'Chưa đúng mẫu' },
        { field: two, reason: 'Chưa khớp số' },
      ]
      expect((await act(first, id, returns, '', [])).ok).toBe(false)
      expect((await act(first, id, returns, '', marks)).ok).toBe(true)
      if (kind.meets) {
        const owed = await world.store.prisma.obligation.findUniqueOrThrow({ where: { id: duty } })
        expect([owed.state, owed.returnedOn]).toEqual(['OPEN', '2024-03-27'])
      }
      const told = (await world.notices('Đầu mối')).at(-1)?.message.text ?? ''
      expect(told).toContain('Chưa đúng mẫu')
      expect(told).toContain('Chưa khớp số')
      const asked = await world.pressNotice('Đầu mối')
      const isFiles = (name: string) => kind.form.fields[name]?.kind === 'files'
      // Files are looked at first: they stay, and are taken away one by one.
      const begun = [one, two].find(isFiles) ?? one
      expect(asked.text).toContain(marks.find(({ field }) => field === begun)?.reason)
      const draft = await world.store.prisma.draft.findFirstOrThrow({
        where: { form: kind.form.id, state: 'OPEN' },
        include: { answers: true },
      })
      expect(draft.position).toBe(begun)
      const last = versions.at(-1)
      const asks = relevantFields(kind.form, last ? answersOf(kind, last) : {}, draft.params as Params)
      const open = asks.filter(name => !draft.answers.some(({ field }) => field === name))
      expect(open).toEqual([one, two].filter(name => !isFiles(name)))
      await world.say('Đầu mối', 'hủy')
      await world.say('Đầu mối', '1')
    })

    it('keeps what was handed in before and shows the decider what has changed, question by question', async () => {
      const before = await stored(id)
      await handIn('Đầu mối', 1, before.version, id)
      if (approve) {
        const behind = await detail('Vai PNV', id)
        expect(behind?.changes).toEqual([])
        // Nor is it found by words that only the new version has.
        const { title, code } = await stored(id)
        const found = async (name: string, q: string) =>
          (await world.as(name, async ctx => feature.page?.rows(ctx, { ...anything, q })))?.total
        expect([await found('Vai PNV', title), await found('Thủ trưởng', title)]).toEqual([0, 1])
        expect(await found('Vai PNV', code)).toBe(1)
        const everywhere = (name: string, words: string) => world.as(name, ctx => finds(ctx, words))
        expect([(await everywhere('Vai PNV', title)).length, (await everywhere('Thủ trưởng', title)).length]).toEqual([
          0, 1,
        ])
        expect((await everywhere('Vai PNV', code)).map(one => one.title)).toEqual([code])
        await act('Thủ trưởng', id, 'approve')
      }
      const after = await stored(id)
      expect(after.versions.slice(0, -1)).toEqual(before.versions)
      expect(after.versions).toHaveLength(before.versions.length + 1)
      const seen = await detail(kind.isPersonal ? first : 'Vai PNV', id)
      expect(seen?.changes?.length).toBeGreaterThan(0)
      for (const change of seen?.changes ?? []) expect(change.before).not.toBe(change.after)
    })

    it('of a person stays that person’s: colleagues cannot correct it, the head can and then still decides', async () => {
      if (!kind.rights.edit) return
      await act(first, id, returns, 'Sửa lại toàn bộ')
      const before = await stored(id)
      await world.join('Đồng nghiệp', writer, 'P1')
      await handIn('Đồng nghiệp', 0, before.version, id)
      expect((await stored(id)).version).toBe(before.version)
      await handIn('Thủ trưởng', 0, before.version, id)
      const after = await stored(id)
      if (kind.rights.edit.powers.HEAD !== 'own') {
        expect(after.version).toBe(before.version)
        return
      }
      expect([after.version, after.authorId]).toEqual([before.version + 1, before.authorId])
      expect(after.versions.at(-1)?.authorId).not.toBe(before.authorId)
      expect(after.moves.at(-1)).toMatchObject({ action: 'handIn', role: 'HEAD', roleUnit: 'P1' })
      const offered = (await detail('Thủ trưởng', id))?.actions.map(({ name }) => name) ?? []
      const isDecision = (name: string) => begins[name]?.right.isDecision === true
      expect(offered.some(isDecision)).toBe(true)
      expect((await detail('Đầu mối', id))?.actions.some(({ name }) => isDecision(name))).toBe(false)
    })

    it('of which a unit may have many, meets its duty as long as one of them counts', async () => {
      if (kind.key || !kind.meets) return
      await handIn('Đầu mối', 1, 0)
      const other = await newest()
      if (approve) await act('Thủ trưởng', other, 'approve')
      const owed = () => world.store.prisma.obligation.findUniqueOrThrow({ where: { id: duty } })
      expect(await owed()).toMatchObject({ state: 'MET', recordId: id })
      await act(first, id, returns, 'Sửa lại toàn bộ')
      expect(await owed()).toMatchObject({ state: 'MET', recordId: other })
      await act(first, other, returns, 'Sửa lại toàn bộ')
      expect(await owed()).toMatchObject({ state: 'OPEN' })
    })

    if (kind.moves.withdraw)
      it('is withdrawn out of «hồ sơ của tôi» by whoever handed it in, with the reason, while it waits for the head too', async () => {
        await handIn('Đầu mối', 1, 0)
        const own = await newest()
        const open = common.routes?.['record.show']
        const shown = await world.as('Đầu mối', async ctx => (await open?.(ctx, { kind: kind.name, id: own })) ?? null)
        expect(JSON.stringify(shown)).toContain('"action":"withdraw"')
        expect((await act('Đầu mối', own, 'withdraw')).ok).toBe(false)
        expect((await act('Người phường khác', own, 'withdraw', 'Không phải của tôi')).ok).toBe(false)
        expect((await act('Đầu mối', own, 'withdraw', 'Gửi nhầm đơn vị')).ok).toBe(true)
        expect((await stored(own)).state).toBe(kind.moves.withdraw?.to)
      })

    it('gives every role on the desk a page or nothing, never a fault, whatever is asked for', async () => {
      const nonsense = ['', 'x', '%00', "'; DROP TABLE record; --", '00000000-0000-0000-0000-000000000000', '🙂']
      for (const name of [...outside.map(role => `Vai ${role}`), 'Đầu mối'])
        for (const wrong of nonsense) expect(await detail(name, wrong)).toBeNull()
      expect((await act(first, 'x', waits)).ok).toBe(false)
      expect((await act(first, id, 'no-such-move')).ok).toBe(false)
    })

    it('keeps both versions of a person and a colleague who was first; without a way to join them it tells and asks', async () => {
      // A person's own work is corrected by no colleague.
      if (!kind.key || kind.rights.edit) return
      await act(first, id, returns, 'Sửa lại toàn bộ')
      const { version } = await stored(id)
      await world.join('Đầu mối hai', 'CLERK', 'P1')
      await handIn('Đầu mối', 0, version)
      const outcome = await handIn('Đầu mối hai', 1, version)
      if (kind.over) {
        expect((await stored(id)).versions.slice(-2).map(one => one.version)).toEqual([version + 1, version + 2])
        return
      }
      expect('askAgain' in outcome && outcome.askAgain.join('\n')).toContain('Đầu mối')
      expect((await stored(id)).version).toBe(version + 1)
      await handIn('Đầu mối hai', 1, version + 1)
      expect((await stored(id)).versions.slice(-2).map(one => one.version)).toEqual([version + 1, version + 2])
    })
  })
}
