import { afterEach, describe, expect, it } from 'vitest'
import { AwardSeason } from '../support/award-season/award-season.ts'
import type { Proposed } from '../support/award-season/nominees.ts'
import { sheetsFor } from '../support/award-season/sheets.ts'
import { type ChatChannel, openStage, type Stage } from '../support/award-season/stage.ts'
import {
  keepPapers,
  type Papers,
  titled,
  toldAwards,
  toldDossiers,
  toldMinutes,
  toldNotices,
  toldPapers,
  toldSittings,
  toldStates,
} from '../support/award-season/told.ts'
import * as in2024 from './award-season/play-2024.ts'
import * as in2026 from './award-season/play-2026.ts'
import { nominees as nomineesOf2024 } from './award-season/season-2024.ts'
import { nominees as nomineesOf2026 } from './award-season/season-2026.ts'

let stage: Stage
afterEach(() => stage.close())

/** All that a reader of the season wants to see. */
async function told(season: AwardSeason, papers: Papers): Promise<string> {
  if (process.env.KEEP_PAPERS) await keepPapers(season, papers, process.env.KEEP_PAPERS)
  const parts = {
    'Đề nghị khen thưởng': await toldStates(season),
    'Hồ sơ': await toldDossiers(season),
    'Phiên họp': await toldSittings(season),
    'Khen thưởng': await toldAwards(season),
    'Thông báo': await toldNotices(season),
    'Văn bản': [
      await toldPapers(season),
      await toldMinutes(season),
      ...papers.map(([code, bytes]) => titled(code, bytes)),
    ].join('\n'),
  }
  return Object.entries(parts)
    .map(([name, text]) => `# ${name}\n\n${text}\n`)
    .join('\n')
}

/** Every sheet says what the key says: no false PASS, no false FAIL. */
async function expectTheKey(
  season: AwardSeason,
  officer: string,
  codes: readonly string[],
  nominees: readonly Proposed[],
) {
  const sheets = await sheetsFor(season, officer, codes)
  const line = (at: number, sheet: string | null | undefined) =>
    `${codes[at]} ${nominees[at]?.name}: ${sheet ?? 'none'}`
  expect(nominees).toHaveLength(60)
  expect(nominees.map((_, at) => line(at, sheets[at]))).toEqual(nominees.map(({ key }, at) => line(at, key)))
}

describe.each(['telegram', 'zalo'] satisfies ChatChannel[])(
  'the season of awards of 2024 on %s and the web',
  channel => {
    it('is what the key and the golden file say, from the first proposal to the handing over', {
      timeout: 1_200_000,
    }, async () => {
      stage = await openStage(channel, '2024-12-02', 2024)
      const season = new AwardSeason(stage)
      const codes = await in2024.playToTheKey(season)
      await expectTheKey(season, in2024.officer, codes, nomineesOf2024)
      await in2024.playToTheEnd(season, codes)
      const golden = await told(season, await in2024.decisionPapers(season))
      await expect(golden).toMatchFileSnapshot('../golden/award-season-2024.txt')
    })
  },
)

describe('the same season under the law of 2026', () => {
  it('is decided by the ward chairs, with the prizes of the day and a visible caution', {
    timeout: 1_200_000,
  }, async () => {
    stage = await openStage('zalo', '2026-12-01', 2026)
    const season = new AwardSeason(stage)
    const codes = await in2026.playToTheKey(season)
    await expectTheKey(season, in2026.officer, codes, nomineesOf2026)
    const said = await in2026.playToTheEnd(season, codes)
    for (const words of said) expect(words).toContain('06/2026/QH16')
    const awards = await stage.prisma.award.findMany()
    // 0,6 of 2.530.000 đ for a collective, half of it for a person (152/2025/NĐ-CP, Điều 54).
    expect(new Set(awards.map(({ honoreeKind, prizeVnd }) => `${honoreeKind} ${prizeVnd}`))).toEqual(
      new Set(['COLLECTIVE 1518000', 'INDIVIDUAL 759000']),
    )
    const golden = await told(season, await in2026.decisionPapers(season))
    await expect(golden).toMatchFileSnapshot('../golden/award-season-2026.txt')
  })
})
