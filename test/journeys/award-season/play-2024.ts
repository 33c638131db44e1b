import { loadAwards } from '../../../src/features/awards/load.ts'
import type { AwardSeason } from '../../support/award-season/award-season.ts'
import { type Council, seatCouncil, sit } from '../../support/award-season/council.ts'
import type { Offered } from '../../support/award-season/nominees.ts'
import { councilOf, nominees, peopleOf, type SeasonUnit, type UnitKey, units } from './season-2024.ts'
import { liveTheYear } from './season-facts.ts'

export const officer = 'Người Mẫu Nội Một'
const [chairman, deputy, scribe, front] = [
  'Người Mẫu Uông Một',
  'Người Mẫu Uông Hai',
  'Người Mẫu Nội Hai',
  'Người Mẫu Trận Một',
] as const
const agencies = ['UB-VP', 'UB-TP', 'UB-VHTT', 'UB-TCKH', 'UB-TTR', 'UB-TTHCC', 'UB-TTVH'] as const
type CodeOf = (name: string, nth?: number) => string
const agentOf = (agency: string) => `Người Mẫu ${agency.slice(3)}`
const all = Object.entries(units) as unknown as readonly (readonly [UnitKey, SeasonUnit])[]

const ofCity: Council = {
  ...{ unit: 'UB-UBND', preparedBy: officer, chair: chairman, secretary: scribe },
  members: [deputy, 'Người Mẫu Pháp Một', front],
}

const levels: Offered['levels'] = {
  CITY: 'Chủ tịch UBND thành phố',
  WARD: 'Chủ tịch UBND phường, xã',
  PROVINCE: 'UBND tỉnh',
}

/** The day on which the key is read: after the year's end, before Phòng Nội vụ concludes. */
export const keyDay = '2025-01-06'

/** Plays the season of 2024 up to the day of the key; the codes of the nominees in their order. */
export async function playToTheKey(season: AwardSeason): Promise<string[]> {
  const phrases = await gather(season)
  const codes = await proposeAll(season)
  const codeOf = (name: string, nth = 0) => codes.filter((_, at) => nominees[at]?.name === name)[nth] ?? ''
  await sitInUnits(season, phrases)
  await passTheGates(season, codeOf)
  await takeIn(season, codeOf)
  await appraise(season, phrases, codeOf)
  await sitInTheCity(season, phrases)
  return codes
}

/** The people, the councils with their keys, what the year has brought. */
async function gather({ stage, cast }: AwardSeason): Promise<ReadonlyMap<string, string>> {
  stage.morningOf('2024-12-02')
  await cast.join({ name: officer, role: 'PNV', unit: 'UB-NV', position: 'Chuyên viên' }, 'chat')
  await cast.join({ name: chairman, role: 'CHAIR', unit: 'UB-UBND', position: 'Chủ tịch UBND thành phố' }, 'chat')
  await cast.know({ name: deputy, role: 'VICE', unit: 'UB-UBND', position: 'Phó Chủ tịch UBND thành phố' })
  await cast.know({ name: scribe, role: 'PNV', unit: 'UB-NV', position: 'Trưởng phòng Nội vụ' })
  await cast.know({ name: front, role: 'FRONT', unit: 'UB-MTTQ', position: 'Phó Chủ tịch Ủy ban MTTQ' })
  for (const agency of agencies)
    await cast.know({ name: agentOf(agency), role: 'FOCAL', unit: agency, position: 'Chuyên viên' })
  const phrases = new Map<string, string>()
  for (const [, unit] of all) {
    const { code, talksIn, isWard } = unit
    const { head, clerk, secretary, one, two } = peopleOf(unit)
    await cast.join(
      {
        name: head,
        role: isWard ? 'WARD_CHAIR' : 'HEAD',
        unit: code,
        position: isWard ? 'Chủ tịch UBND' : 'Thủ trưởng',
      },
      talksIn,
    )
    await cast.join({ name: clerk, role: 'CLERK', unit: code, position: 'Công chức tổng hợp' }, talksIn)
    for (const name of [secretary, one, two])
      await cast.know({ name, role: 'OFFICIAL', unit: code, position: 'Chuyên viên' })
    if (code === units.YT.code)
      await (await cast.desk(clerk)).post(`hoi-dong/thanh-vien/${code}`, [
        ['viec', 'hoi-dong'],
        ['hd', ofCity.unit],
      ])
    else phrases.set(code, await seatCouncil(cast, councilOf(unit), '2024-01-01'))
  }
  phrases.set(ofCity.unit, await seatCouncil(cast, ofCity, '2024-01-01'))
  await liveTheYear(stage.prisma, cast.idOf(officer), stage.system.clock.now())
  const { code: unitCode } = units.TYC
  const past = {
    honoreeKind: 'INDIVIDUAL',
    ...{ unitCode, unitName: 'UBND xã Thượng Yên Công', position: '' },
    form: 'GIAY_KHEN',
    purpose: 'TIMELY',
    level: 'CITY',
    ...{ authority: 'Chủ tịch UBND thành phố Uông Bí', golden: null, prizeVnd: null },
  } as const
  await stage.prisma.$transaction(tx =>
    loadAwards(
      tx,
      [
        {
          ...past,
          name: 'Lê Mẫu Bốn',
          achievement: 'Phòng, chống bão (mẫu)',
          decisionNumber: '901/QĐ-UBND',
          decidedOn: '2024-10-04',
        },
        {
          ...past,
          name: 'Lê Mẫu Năm',
          achievement: 'Phòng, chống dịch (mẫu)',
          decisionNumber: '77/QĐ-UBND',
          decidedOn: '2022-03-10',
        },
      ],
      stage.system.clock.now(),
    ),
  )
  return phrases
}

const daysOfUnits = {
  QT: '2024-12-03',
  TS: '2024-12-04',
  TP: '2024-12-05',
  HCC: '2024-12-05',
  HPN: '2024-12-06',
  HDND: '2024-12-06',
  YT: '2024-12-09',
  TYC: '2024-12-10',
}

async function proposeAll(season: AwardSeason): Promise<string[]> {
  const codes = []
  for (const nominee of nominees) {
    const [key, unit] = all.find(([, { code }]) => code === nominee.unit) ?? []
    if (!key || !unit) throw new Error(`no unit ${nominee.unit}`)
    season.stage.morningOf(daysOfUnits[key])
    codes.push(await season.propose(peopleOf(unit).clerk, nominee, { levels, kindOf: [] }))
  }
  return codes
}

async function sitInUnits({ stage, cast }: AwardSeason, phrases: ReadonlyMap<string, string>): Promise<void> {
  const held = async (key: UnitKey, script: Parameters<typeof sit>[4]) => {
    const unit = units[key]
    return sit(stage, cast, councilOf(unit), phrases.get(unit.code) ?? '', script)
  }
  const present = (key: UnitKey, ...not: string[]) => {
    const { head, clerk, secretary, one, two } = peopleOf(units[key])
    return [head, secretary, clerk, one, two].filter(name => !not.includes(name))
  }
  const [qt, ts, tp] = [peopleOf(units.QT), peopleOf(units.TS), peopleOf(units.TP)]
  await held('QT', {
    ...{ at: '2024-12-11T08:30', present: present('QT', qt.two), absent: { [qt.two]: 'Đi công tác (mẫu)' } },
    declared: [[qt.one, 'Nguyễn Mẫu Mười', 'Anh em ruột (mẫu)']],
    ballots: {
      [qt.head]: { votes: { 'Nguyễn Mẫu Năm': 'DISAGREE' } },
      [qt.secretary]: { votes: { 'Nguyễn Mẫu Năm': 'DISAGREE', 'Nguyễn Mẫu Hai': 'BLANK' } },
      [qt.two]: {
        votes: { 'Nguyễn Mẫu Năm': 'DISAGREE' },
        opinion: { of: 'Nguyễn Mẫu Năm', words: 'Thành tích chưa rõ (mẫu).' },
      },
    },
  })
  await held('TS', {
    ...{ at: '2024-12-11T14:00', isOpen: true, present: present('TS') },
    ballots: {
      [ts.one]: {
        votes: { 'UBND phường Thanh Sơn': 'DISAGREE' },
        opinion: { of: 'UBND phường Thanh Sơn', words: 'Một chỉ tiêu chưa đạt (mẫu).' },
      },
    },
    remarks: { [ts.one]: 'Ghi rõ ý kiến về chỉ tiêu chưa đạt (mẫu).' },
  })
  await held('TP', {
    ...{ at: '2024-12-12T08:30', present: present('TP') },
    ballots: {
      [tp.clerk]: { votes: { 'Phạm Mẫu Bốn': 'DISAGREE' } },
      [tp.one]: { votes: { 'Phạm Mẫu Bốn': 'DISAGREE' } },
      [tp.two]: { votes: { 'Phạm Mẫu Bốn': 'BLANK' } },
    },
  })
  await held('HCC', { at: '2024-12-12T14:00', present: present('HCC') })
  await held('HPN', { at: '2024-12-13T08:30', present: present('HPN') })
  await held('HDND', { at: '2024-12-13T14:00', present: present('HDND') })
  const city = [chairman, scribe, deputy, 'Người Mẫu Pháp Một', front]
  const blank = { votes: { 'Bùi Mẫu Ba': 'BLANK' } } as const
  await sit(stage, cast, ofCity, phrases.get(ofCity.unit) ?? '', {
    ...{ at: '2024-12-13T15:30', present: city },
    ballots: Object.fromEntries(city.map(name => [name, blank])),
  })
}

/** The heads confirm the reports and sign the submissions; one head does it in the chat. */
async function passTheGates(season: AwardSeason, codeOf: CodeOf): Promise<void> {
  const { stage } = season
  stage.morningOf('2024-12-14')
  await season.takeBack(peopleOf(units.TS).clerk, codeOf('Trần Mẫu Chín'), 'Nhập trùng (mẫu)')
  // Nobody decides on themselves: a deputy lets the head's own nomination through.
  const deputyHead = 'Người Mẫu Pháp Sáu'
  await season.cast.know({ name: deputyHead, role: 'HEAD', unit: units.TP.code, position: 'Phó Trưởng phòng' })
  await season.decideOn(deputyHead, [codeOf('Người Mẫu Pháp Một')], 'approve')
  for (const [key, unit] of all) if (key !== 'TYC') await signed(season, unit, '2024-12-14', key !== 'HDND')
}

async function signed(season: AwardSeason, unit: SeasonUnit, day: string, isNumbered: boolean): Promise<void> {
  const number = `${all.findIndex(([, one]) => one === unit) + 11}/TTr (mẫu)`
  await season.sign({ ...peopleOf(unit), unit: unit.code }, isNumbered ? { number, day } : null)
}

/** Phòng Nội vụ receives, gives back two with what is missing named, and suspends those whom a list of an agency names. */
async function takeIn(season: AwardSeason, codeOf: CodeOf): Promise<void> {
  const { stage } = season
  stage.morningOf('2024-12-16')
  await season.decideOn(officer, await season.codesIn('SUBMITTED'), 'receive')
  await season.listStops(officer, '16/12/2024', stops)
  await season.giveBack(
    officer,
    codeOf('Trần Mẫu Sáu'),
    'measures',
    'Còn thiếu số quyết định công nhận sáng kiến (mẫu)',
  )
  for (const name of ['Nguyễn Mẫu Sáu', 'Nguyễn Mẫu Bảy'])
    await season.decide(officer, codeOf(name), 'suspend', 'Có đơn khiếu nại đang xác minh (mẫu)')
  await season.paper(officer, 'DOC18', { unit: units.TS.code, number: '31/NV (mẫu)', day: '2024-12-16' })

  stage.morningOf('2024-12-17')
  const { clerk, head } = peopleOf(units.TS)
  // What came back is neither let through nor received before it is corrected.
  await season.decideRefused(head, codeOf('Trần Mẫu Sáu'), 'approve')
  await season.decideRefused(officer, codeOf('Trần Mẫu Sáu'), 'receive')
  const words = 'Đã bổ sung Quyết định số 15/QĐ-UBND công nhận sáng kiến (mẫu)'
  await season.correct(clerk, codeOf('Trần Mẫu Sáu'), words)
  await season.giveBack(officer, codeOf('Trần Mẫu Bảy'), 'effects', 'Chưa nêu hiệu quả bằng số liệu (mẫu)')
  await season.takeBack(clerk, codeOf('Trần Mẫu Tám'), 'Người được đề nghị xin rút (mẫu)')
}

const stops = [
  ['Nguyễn Mẫu Sáu', 'UBND phường Quang Trung', 'Khiếu nại', '31/03/2025'],
  ['Nguyễn Mẫu Bảy', 'UBND phường Quang Trung', 'Khiếu nại', '31/03/2025'],
  ['Trần Mẫu Hai', '', 'Khiếu nại', '31/03/2025'],
  ['Trần Mẫu Ba', 'UBND phường Thanh Sơn', 'Kiểm tra', '31/12/2024'],
  ['Trần Mẫu Bốn', 'UBND phường Bắc Sơn', 'Kỷ luật', '31/03/2025'],
  ['Trần Mẫu Năm', 'UBND phường Thanh Sơn', 'Thanh tra', '31/03/2025'],
] as const

/** The agencies are asked at once, each gives its part; the late commune comes in meanwhile; a ward decides on its own list. */
async function appraise(season: AwardSeason, phrases: ReadonlyMap<string, string>, codeOf: CodeOf): Promise<void> {
  const { stage, cast } = season
  stage.morningOf('2024-12-18')
  await season.decideOn(officer, await season.codesIn('RECEIVED'), 'appraise')

  const tyc = peopleOf(units.TYC)
  const everybody = [tyc.head, tyc.secretary, tyc.clerk, tyc.one, tyc.two]
  const council = councilOf(units.TYC)
  const phrase = phrases.get(council.unit) ?? ''
  const late = 'Lê Mẫu Sáu'
  const first = nominees.filter(({ unit, name }) => unit === council.unit && name !== late).map(({ name }) => name)
  await sit(stage, cast, council, phrase, { at: '2024-12-19T08:30', present: everybody, only: first })
  stage.morningOf('2024-12-20')
  await signed(season, units.TYC, '2024-12-20', true)

  const { head } = peopleOf(units.QT)
  await (await cast.desk(head)).post('quyet-dinh-khen/UB-P-QT', [
    ['viec', 'so-ngay'],
    ['so-ngay', '0'],
  ])
  const not = { [codeOf('Nguyễn Mẫu Mười Hai')]: 'Thời gian tham gia phong trào chưa đủ (mẫu)' }
  await season.award(head, 'UB-P-QT', { not, number: '215/QĐ-UBND', day: '2024-12-20', hasPrizes: true })

  stage.morningOf('2024-12-23')
  await season.decideOn(officer, await season.codesIn('SUBMITTED'), 'receive')
  await season.decideOn(officer, await season.codesIn('RECEIVED'), 'appraise')
  stage.morningOf('2024-12-26')
  for (const agency of agencies) await giveOpinions(season, agency, codeOf('UBND phường Thanh Sơn'))

  stage.morningOf('2024-12-27')
  await season.concludeStop(officer, 'Nguyễn Mẫu Bảy', 'CLEARED', 'Không có vi phạm (mẫu)')
  await season.concludeStop(officer, 'Trần Mẫu Năm', 'VIOLATION', 'Có vi phạm, rút kinh nghiệm (mẫu)')
  await season.decide(officer, codeOf('Nguyễn Mẫu Bảy'), 'resume', 'Kết luận không có vi phạm (mẫu)')
  await season.decide(officer, codeOf('Nguyễn Mẫu Bảy'), 'appraise')
  for (const agency of agencies) await giveOpinions(season, agency, '')
  await sit(stage, cast, council, phrase, { at: '2024-12-30T08:30', present: everybody })
  await season.decideOn(tyc.head, await season.codesIn('DRAFT', { unit: council.unit }), 'approve')
}

/** All that an agency was asked and has not answered; one part of one agency finds something. */
async function giveOpinions(season: AwardSeason, agency: string, doubtful: string): Promise<void> {
  const desk = await season.cast.desk(agentOf(agency))
  const html = await desk.html('y-kien-tham-dinh')
  const ids = [...html.matchAll(/name="y-([^"]+)"/g)].map(([, id = '']) => id)
  if (ids.length === 0) return
  const [against] = agency === 'UB-TCKH' && doubtful !== '' ? await season.records([doubtful]) : []
  const opinions = ids.map(id => [`y-${id}`, id === against?.id ? 'DISAGREE' : 'AGREE'] as const)
  const reasons = ids.flatMap(id =>
    id === against?.id ? [[`l-${id}`, 'Chỉ tiêu C07 mới đạt 19/20 (mẫu)'] as const] : [],
  )
  await desk.post('y-kien-tham-dinh/gui', [['co-quan', agency], ...opinions, ...reasons])
}

/** The council of the City advises on all that is before its chairman; one member declares kin, one writes from away. */
async function sitInTheCity({ stage, cast }: AwardSeason, phrases: ReadonlyMap<string, string>): Promise<void> {
  stage.morningOf('2025-01-02')
  await sit(stage, cast, ofCity, phrases.get(ofCity.unit) ?? '', {
    ...{ at: '2025-01-03T08:30', present: [chairman, scribe, deputy, 'Người Mẫu Pháp Một'] },
    absent: { [front]: 'Dự hội nghị của tỉnh (mẫu)' },
    only: nominees.map(({ name }) => name).filter(name => name !== 'Bùi Mẫu Ba'),
    declared: [[deputy, 'Bùi Mẫu Một', 'Anh em họ (mẫu)']],
    ballots: {
      [deputy]: { votes: { 'UBND phường Thanh Sơn': 'DISAGREE' } },
      [front]: { opinion: { of: 'UBND phường Quang Trung', words: 'Rất xứng đáng (mẫu).' } },
    },
  })
  stage.morningOf(keyDay)
}

/** From the key to the handing over: conclusions, the public list and an objection, the decisions, certificates, what the province says. */
export async function playToTheEnd(season: AwardSeason, codes: readonly string[]): Promise<void> {
  const { stage, cast } = season
  const keyOf = (code: string) => nominees[codes.indexOf(code)]?.key ?? ''
  const failed = (code: string) => keyOf(code).endsWith('F')
  const appraising = await season.codesIn('APPRAISING')
  await season.decideOn(
    officer,
    appraising.filter(code => !failed(code)),
    'propose',
    'Đủ tiêu chuẩn theo Kế hoạch (mẫu)',
  )
  await season.decideOn(
    officer,
    appraising.filter(failed),
    'notPropose',
    'Chưa đủ tiêu chuẩn theo phiếu kiểm tra (mẫu)',
  )
  const day = keyDay
  await season.paper(officer, 'DOC16', { unit: 'UB-TCKH', number: '5/TCKH (mẫu)', day })
  await season.paper(officer, 'DOC17', { number: '41/TTr-NV (mẫu)', day })
  await season.decideOn(officer, await season.codesIn('PROPOSED'), 'submit')
  await season.paper(officer, 'DOC22', { number: '42/TTr-NV (mẫu)', day })

  stage.morningOf('2025-01-07')
  const codeOf = (name: string) => codes[nominees.findIndex(one => one.name === name)] ?? ''
  const not = { [codeOf('Lê Mẫu Bốn')]: 'Đã được khen về thành tích trong năm (mẫu)' }
  await season.publish(chairman, 'thanh-pho', not)
  stage.morningOf('2025-01-08')
  const objecting = await cast.desk(peopleOf(units.TS).clerk)
  const list = /name="danh-sach" value="([^"]+)"/.exec(await objecting.html('danh-sach-khen'))?.[1] ?? ''
  const [about] = await season.records([codeOf('Hoàng Mẫu Hai')])
  await objecting.post('danh-sach-khen', [
    ...([
      ['danh-sach', list],
      ['ve', about?.id ?? ''],
      ['nguoi', 'Người dân Mẫu'],
      ['noi-dung', 'Đề nghị xem lại thành tích (mẫu)'],
    ] as const),
  ])
  stage.morningOf('2025-01-13')
  const decision = { not, number: '123/QĐ-UBND', day: '2025-01-13', hasPrizes: true }
  await season.awardRefused(chairman, 'thanh-pho', decision)
  const { id: objection } = await stage.prisma.objection.findFirstOrThrow()
  await (await cast.desk(officer)).post('quyet-dinh-khen/thanh-pho', [
    ['viec', 'tra-loi'],
    ['kien-nghi', objection],
    ['tra-loi', 'Đã kiểm tra, thành tích đúng (mẫu)'],
  ])
  await season.award(chairman, 'thanh-pho', decision)
  const ts = peopleOf(units.TS)
  await (await cast.desk(ts.head)).post('quyet-dinh-khen/UB-P-TS', [
    ['viec', 'so-ngay'],
    ['so-ngay', '0'],
  ])
  await season.award(ts.head, 'UB-P-TS', { not: {}, number: '9/QĐ-UBND', day: '2025-01-13', hasPrizes: false })

  stage.morningOf('2025-01-15')
  await season.handOver(officer, '123/QĐ-UBND')
  await season.decide(
    officer,
    codeOf('Nguyễn Mẫu Chín'),
    'awardedThere',
    'Quyết định số 88/QĐ-UBND ngày 14/01/2025 của UBND tỉnh (mẫu)',
  )
  const hcc = peopleOf(units.HCC)
  await (await cast.desk(hcc.head)).post('ghi-khen-thuong', [
    ...([
      ['unit', units.HCC.code],
      ['honoreeKind', 'INDIVIDUAL'],
      ['name', hcc.one],
      ['position', 'Chuyên viên'],
    ] as const),
    ...([
      ['form', 'KHAC'],
      ['purpose', 'TIMELY'],
      ['level', 'UNIT'],
      ['authority', 'Giám đốc Trung tâm (mẫu)'],
    ] as const),
    ...([
      ['achievement', 'Trực thay đồng nghiệp dịp Tết (mẫu)'],
      ['decision', '3/QĐ-TTHCC'],
      ['decidedOn', '2025-01-15'],
    ] as const),
    ...([
      ['golden', ''],
      ['prize', ''],
      ['praise', 'Cảm ơn đồng chí đã tận tụy với người dân (mẫu).'],
    ] as const),
  ])
  await stage.settled()
}

/** The decisions and the first two certificates of the City’s, as Word files. */
export async function decisionPapers({
  stage,
  cast,
}: AwardSeason): Promise<readonly (readonly [string, Uint8Array])[]> {
  const desk = await cast.desk(officer)
  const city = await stage.prisma.awardDecision.findFirstOrThrow({ where: { level: 'CITY' } })
  const ward = await stage.prisma.awardDecision.findFirstOrThrow({ where: { unitCode: units.QT.code } })
  const award = await stage.prisma.award.findFirstOrThrow({ where: { decisionId: ward.id, golden: 1 } })
  const wardDesk = await cast.desk(peopleOf(units.QT).head)
  return [
    ['DOC19', await desk.file(`quyet-dinh-khen/thanh-pho/van-ban/${city.id}`)],
    ['DOC20', await wardDesk.file(`quyet-dinh-khen/UB-P-QT/van-ban/${ward.id}`)],
    ['DOC21', await desk.file(`giay-khen/${award.id}/word`)],
  ]
}
