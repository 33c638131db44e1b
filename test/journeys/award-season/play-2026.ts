import type { AwardSeason } from '../../support/award-season/award-season.ts'
import { seatCouncil, sit } from '../../support/award-season/council.ts'
import { councilOf, peopleOf, type SeasonUnit } from './season-2024.ts'
import { nominees, type WardKey, wards } from './season-2026.ts'

export const officer = 'Người Mẫu Hóa Một'
const all = Object.entries(wards) as unknown as readonly (readonly [WardKey, SeasonUnit])[]
const levels = { CITY: '', WARD: 'Chủ tịch UBND phường, xã', PROVINCE: 'UBND tỉnh' }
const days = { UB: '2026-12-02', VD: '2026-12-03', YTU: '2026-12-04' }

/** Plays the season of 2026 up to the day on which the key is read; the codes of the nominees in their order. */
export async function playToTheKey(season: AwardSeason): Promise<string[]> {
  const { stage, cast } = season
  stage.morningOf('2026-12-01')
  await cast.join({ name: officer, role: 'PNV', unit: 'QN-P-VD-VHXH', position: 'Chuyên viên' }, 'chat')
  const phrases = new Map<string, string>()
  for (const [key, unit] of all) {
    const { code, talksIn } = unit
    const { head, clerk, secretary, one, two } = peopleOf(unit)
    await cast.join({ name: head, role: 'WARD_CHAIR', unit: code, position: 'Chủ tịch UBND phường' }, talksIn)
    await cast.join({ name: clerk, role: 'CLERK', unit: code, position: 'Công chức tổng hợp' }, talksIn)
    for (const name of [secretary, one, two])
      await cast.know({ name, role: 'OFFICIAL', unit: code, position: 'Chuyên viên' })
    phrases.set(key, await seatCouncil(cast, councilOf(unit), '2026-01-01'))
  }
  // What applies to the units is settled through the year: here nothing does.
  await stage.prisma.applicability.updateMany({
    where: { unitCode: { startsWith: 'QN-P-' } },
    data: { state: 'NOT_APPLICABLE', source: 'person' },
  })
  const codes = []
  for (const nominee of nominees) {
    const [key, unit] = all.find(([, { code }]) => code === nominee.unit) ?? []
    if (!key || !unit) throw new Error(`no ward ${nominee.unit}`)
    stage.morningOf(days[key])
    codes.push(await season.propose(peopleOf(unit).clerk, nominee, { levels, kindOf: [] }))
  }
  for (const [at, [key, unit]] of all.entries()) {
    const council = councilOf(unit)
    const { head, clerk, secretary, one, two } = peopleOf(unit)
    const against = (nominee: string) => ({ votes: { [nominee]: 'DISAGREE' } }) as const
    const ballots = {
      UB: { [head]: against('Nguyễn Mẫu Ba'), [clerk]: against('Nguyễn Mẫu Ba'), [one]: against('Nguyễn Mẫu Ba') },
      VD: {},
      YTU: {
        [one]: against('Lê Mẫu Bảy'),
        [two]: against('Lê Mẫu Bảy'),
        [clerk]: { votes: { 'Lê Mẫu Bảy': 'BLANK' } } as const,
      },
    }[key]
    const present = [head, secretary, clerk, one, two]
    await sit(stage, cast, council, phrases.get(key) ?? '', { at: `2026-12-${10 + at}T08:30`, present, ballots })
    await season.sign({ head, clerk, unit: unit.code }, { number: `${at + 1}/TTr (mẫu)`, day: `2026-12-${10 + at}` })
  }
  stage.morningOf('2026-12-15')
  await season.decideOn(officer, await season.codesIn('SUBMITTED'), 'receive')
  await season.decideOn(officer, await season.codesIn('RECEIVED'), 'appraise')
  await season.listStops(officer, '15/12/2026', [
    ['Trần Mẫu Hai', 'Phường Vàng Danh', 'Khiếu nại', '31/03/2027'],
    ['Trần Mẫu Bốn', 'Phường Vàng Danh', 'Thanh tra', '31/03/2027'],
    ['Trần Mẫu Sáu', 'Phường Vàng Danh', 'Kiểm tra', '31/12/2026'],
  ])
  stage.morningOf('2026-12-28')
  await season.concludeStop(officer, 'Trần Mẫu Bốn', 'CLEARED', 'Không có vi phạm (mẫu)')
  stage.morningOf('2027-01-11')
  return codes
}

/** Each chair decides on the own list, with prizes; what each was told then. */
export async function playToTheEnd(season: AwardSeason, codes: readonly string[]): Promise<string[]> {
  const { stage, cast } = season
  const asked = await season.codesIn('APPRAISING')
  await season.decideOn(officer, asked, 'propose', 'Đủ tiêu chuẩn theo Kế hoạch (mẫu)')
  // There is no chairman of the City any more: the ward's puts it before the province.
  for (const code of asked) await season.decideRefused(officer, code, 'submit')
  await season.decideOn(officer, asked, 'submitAtWard')
  await season.paper(officer, 'DOC22', { number: '42/TTr-UBND (mẫu)', day: '2027-01-11' })
  stage.morningOf('2027-01-12')
  const told = []
  for (const [at, [, unit]] of all.entries()) {
    const { head } = peopleOf(unit)
    const failed = nominees.flatMap(({ key, unit: of }, index) =>
      of === unit.code && key?.endsWith('F')
        ? [[codes[index] ?? '', 'Chưa đủ tiêu chuẩn theo phiếu kiểm tra (mẫu)'] as const]
        : [],
    )
    await (await cast.desk(head)).post(`quyet-dinh-khen/${unit.code}`, [
      ['viec', 'so-ngay'],
      ['so-ngay', '0'],
    ])
    const decision = {
      not: Object.fromEntries(failed),
      number: `${at + 1}/QĐ-UBND`,
      day: '2027-01-12',
      hasPrizes: true,
    }
    told.push(await season.award(head, unit.code, decision))
    await season.handOver(head, `${at + 1}/QĐ-UBND`)
  }
  const there = 'Quyết định số 88/QĐ-UBND ngày 20/01/2027 của UBND tỉnh (mẫu)'
  stage.morningOf('2027-01-21')
  for (const code of asked) await season.decide(officer, code, 'awardedThere', there)
  await stage.settled()
  return told
}

/** The decisions of two wards, and the first certificate of one. */
export async function decisionPapers({
  stage,
  cast,
}: AwardSeason): Promise<readonly (readonly [string, Uint8Array])[]> {
  const decisionOf = async (key: WardKey) => {
    const { code } = wards[key]
    const desk = await cast.desk(peopleOf(wards[key]).head)
    const { id } = await stage.prisma.awardDecision.findFirstOrThrow({ where: { unitCode: code } })
    return { desk, id, word: await desk.file(`quyet-dinh-khen/${code}/van-ban/${id}`) }
  }
  const [ub, vd] = [await decisionOf('UB'), await decisionOf('VD')]
  const award = await stage.prisma.award.findFirstOrThrow({ where: { decisionId: vd.id, golden: 1 } })
  return [
    ['DOC20 QN-P-UB', ub.word],
    ['DOC20 QN-P-VD', vd.word],
    ['DOC21', await vd.desk.file(`giay-khen/${award.id}/word`)],
  ]
}
