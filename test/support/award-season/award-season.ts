import { Cast } from './cast.ts'
import type { DeskVisitor } from './desk-visitor.ts'
import { linesFor, type Offered, type Proposed } from './nominees.ts'
import type { Stage } from './stage.ts'

interface Decision {
  /** By code. */
  not: Readonly<Record<string, string>>
  number: string
  day: string
  hasPrizes: boolean
}

/** What the seasons of all years are played with: one person after the other does one thing. */
export class AwardSeason {
  readonly stage: Stage
  readonly cast: Cast

  constructor(stage: Stage) {
    this.stage = stage
    this.cast = new Cast(stage)
  }

  /** Proposes in the chat of the focal point; the code that was given. */
  async propose(clerk: string, nominee: Proposed, options: Offered): Promise<string> {
    const lines = linesFor(nominee, options)
    if (nominee.is === 'person') {
      // Kind and level, then the people of the unit by their numbers.
      const offered = (await this.cast.say(clerk, ...lines.splice(0, 4))).split('\n')
      const first = offered.findIndex(line => /\(.+\)$/.test(line))
      lines.splice(0, 1, String(offered.findIndex(line => line.startsWith(nominee.name)) - first + 1))
    }
    const heard = await this.cast.say(clerk, ...lines)
    const code = /KT-\d{3}/.exec(heard)?.[0]
    if (code === undefined) throw new Error(`${nominee.name} was not proposed: ${heard}`)
    return code
  }

  /** The same decision on many nominations, on the list of the desk; who is not decided on is told. */
  async decideOn(who: string, codes: readonly string[], action: string, reason = ''): Promise<string> {
    const desk = await this.cast.desk(who)
    const records = await this.records(codes)
    const parts = []
    for (let from = 0; from < records.length; from += 20) {
      const chosen = records.slice(from, from + 20).map(({ id }) => ['chon', id] as const)
      parts.push(await desk.post('de-nghi-khen', [...chosen, ['action', action], ['reason', reason], ['chac', 'co']]))
    }
    return parts.join('\n')
  }

  async decide(who: string, code: string, action: string, reason = ''): Promise<string> {
    const [record] = await this.records([code])
    return (await this.cast.desk(who)).post(`de-nghi-khen/${record?.id}`, [
      ['action', action],
      ['reason', reason],
    ])
  }

  async decideRefused(who: string, code: string, action: string): Promise<string> {
    const [record] = await this.records([code])
    const fields = [
      ['action', action],
      ['reason', ''],
    ] as const
    return (await this.cast.desk(who)).refused(`de-nghi-khen/${record?.id}`, fields)
  }

  /** The unit takes one back, in the chat of its focal point. */
  async takeBack(clerk: string, code: string, reason: string): Promise<void> {
    await this.cast.say(clerk, code)
    await this.cast.press(clerk, 'Rút đề nghị')
    await this.cast.say(clerk, reason)
    const [record] = await this.records([code])
    if (record?.state !== 'WITHDRAWN') throw new Error(`${code} was not taken back: ${await this.cast.heard(clerk)}`)
  }

  /** The unit corrects what came back with one question marked, in the chat of its focal point: it waits for the head then. */
  async correct(clerk: string, code: string, words: string): Promise<void> {
    await this.cast.say(clerk, code)
    await this.cast.press(clerk, 'Sửa và gửi lại')
    await this.cast.say(clerk, words, '1')
    const [record] = await this.records([code])
    if (record?.version !== 2) throw new Error(`${code} was not corrected: ${await this.cast.heard(clerk)}`)
  }

  /** Gives one back with a question marked. */
  async giveBack(who: string, code: string, field: string, reason: string): Promise<void> {
    const [record] = await this.records([code])
    const fields = [
      ['action', 'return'],
      ['mark', field],
      [`why-${field}`, reason],
      ['reason', reason],
    ] as const
    await (await this.cast.desk(who)).post(`de-nghi-khen/${record?.id}`, fields)
  }

  records(codes: readonly string[]) {
    const where = { kind: 'nomination', code: { in: [...codes] } }
    return this.stage.prisma.record.findMany({ where, orderBy: { number: 'asc' } })
  }

  /** Nominations in a state, of a level where one is named. */
  async codesIn(state: string, more: { level?: string; unit?: string } = {}): Promise<string[]> {
    const { level, unit } = more
    const found = await this.stage.prisma.record.findMany({
      where: { kind: 'nomination', state, ...(level ? { topic: level } : {}), ...(unit ? { unitCode: unit } : {}) },
      orderBy: { number: 'asc' },
    })
    return found.map(({ code }) => code)
  }

  /** Makes a paper on the desk and gives it a number; its id. */
  async paper(
    who: string,
    code: string,
    { unit = '', number, day }: { unit?: string; number: string; day: string },
  ): Promise<string> {
    const desk = await this.cast.desk(who)
    await desk.warned('van-ban/moi', [
      ['van-ban', code],
      ['don-vi', unit],
    ])
    const { id } = await this.stage.prisma.paper.findFirstOrThrow({
      where: { code },
      orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    })
    await desk.post(`van-ban/${id}`, [
      ['viec', 'so'],
      ['so', number],
      ['ngay', day],
    ])
    return id
  }

  /** The number of the unit's submission on each of its dossiers that has none. */
  async number(who: string, unit: string, number: string): Promise<void> {
    const dossiers = await this.stage.prisma.awardDossier.findMany({
      where: { unitCode: unit, submissionNumber: '' },
      orderBy: { number: 'asc' },
    })
    for (const { id } of dossiers)
      await (await this.cast.desk(who)).post(`ho-so-khen-thuong/${id}/so`, [['so', number]])
  }

  /** The head lets through what the council agreed to; the submission is made and numbered, unless the unit forgets it. */
  async sign(
    { head, clerk, unit }: { head: string; clerk: string; unit: string },
    submission: { number: string; day: string } | null,
  ): Promise<void> {
    await this.decideOn(head, await this.codesIn('DRAFT', { unit }), 'approve')
    if (!submission) return
    await this.paper(clerk, 'DOC13', { unit, ...submission })
    await this.number(clerk, unit, submission.number)
  }

  /** A list that an agency gave on a day («16/12/2024»), looked at before it is taken in: name, unit, kind, last day. */
  async listStops(officer: string, day: string, rows: readonly (readonly string[])[]): Promise<void> {
    const heading = ['Họ và tên', 'Đơn vị', 'Loại việc', 'Có hiệu lực đến']
    const csv = [heading, ...rows].map(row => row.join(',')).join('\n')
    const desk = await this.cast.desk(officer)
    const shown = await desk.post('thong-tin-can-tro/xem', [
      ...([
        ['co-quan', 'Thanh tra (mẫu)'],
        ['ngay', day],
        ['den-ngay', rows[0]?.[3] ?? ''],
      ] as const),
      ['tep', new File([csv], 'danh-sach.csv', { type: 'text/csv' })],
    ])
    const kept = (name: string) => /value="([^"]*)"/.exec(shown.slice(shown.indexOf(`name="${name}" value`)))?.[1] ?? ''
    const list = kept('danh-sach').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    const taken = [
      ['co-quan', kept('co-quan')],
      ['ngay', kept('ngay')],
      ['danh-sach', list],
    ] as const
    await desk.post('thong-tin-can-tro/nap', taken)
  }

  /** How what an agency had listed of somebody has ended. */
  async concludeStop(officer: string, name: string, result: 'CLEARED' | 'VIOLATION', note: string): Promise<void> {
    const { id } = await this.stage.prisma.stopFact.findFirstOrThrow({ where: { name } })
    const fields = [
      ['id', id],
      ['kq', result],
      ['ket-luan', note],
    ] as const
    await (await this.cast.desk(officer)).post('thong-tin-can-tro/ket-luan', fields)
  }

  /** Hands over the certificates of a decision but for the second one, whose receiver is away. */
  async handOver(who: string, decisionNumber: string): Promise<void> {
    const awards = await this.stage.prisma.award.findMany({ where: { decisionNumber }, orderBy: { golden: 'asc' } })
    const handed = awards.filter(({ golden }) => golden !== 2).map(({ id }) => ['chon', id] as const)
    const desk = await this.cast.desk(who)
    await desk.post(`giay-khen/${awards[0]?.id}`, [...handed, ['ghi-chu', 'Trao tại hội nghị tổng kết (mẫu)']])
  }

  /** Decides on the whole list of a scope: those of `not` are not awarded, each with a reason. What is said then. */
  async award(who: string, scope: string, decision: Decision): Promise<string> {
    const desk = await this.cast.desk(who)
    return desk.post(`quyet-dinh-khen/${scope}`, await this.#decision(desk, scope, decision))
  }

  /** The same of a list that must not be decided on yet: why. */
  async awardRefused(who: string, scope: string, decision: Decision): Promise<string> {
    const desk = await this.cast.desk(who)
    return desk.refused(`quyet-dinh-khen/${scope}`, await this.#decision(desk, scope, decision))
  }

  async #decision(desk: DeskVisitor, scope: string, { not, number, day, hasPrizes }: Decision) {
    return [
      ...(await this.#list(desk, scope, not)),
      ...([
        ['viec', 'quyet-dinh'],
        ['so', number],
        ['ngay', day],
      ] as const),
      ...(hasPrizes ? [['thuong', '1'] as const] : []),
    ]
  }

  /** Makes the list of a scope public. */
  async publish(who: string, scope: string, not: Readonly<Record<string, string>>): Promise<string> {
    const desk = await this.cast.desk(who)
    return desk.post(`quyet-dinh-khen/${scope}`, [...(await this.#list(desk, scope, not)), ['viec', 'cong-khai']])
  }

  /** What a browser sends of the page with all its lines; `not` by code. */
  async #list(desk: DeskVisitor, scope: string, not: Readonly<Record<string, string>>) {
    const html = await desk.html(`quyet-dinh-khen/${scope}`)
    const ids = [...html.matchAll(/name="dong" value="([^"]+)"/g)].map(([, id = '']) => id)
    const records = await this.stage.prisma.record.findMany({ where: { id: { in: ids } } })
    const reasonOf = (id: string) => not[records.find(one => one.id === id)?.code ?? '']
    return ids.flatMap(id => {
      const reason = reasonOf(id)
      return [
        ['dong', id] as const,
        ...(reason === undefined ? [['chon', id] as const] : [[`ly-do-${id}`, reason] as const]),
      ]
    })
  }
}
