import type { Council } from '../../support/award-season/council.ts'
import type { Proposed } from '../../support/award-season/nominees.ts'

/** A unit of the season: who heads it, who writes for it, who else sits in its council. Sample people all. */
export interface SeasonUnit {
  code: string
  /** A word of the names of its people. */
  short: string
  /** Where head and focal point talk. */
  talksIn: 'chat' | 'webChat'
  isWard?: boolean
}

export const units = {
  QT: { code: 'UB-P-QT', short: 'Quang', talksIn: 'webChat', isWard: true },
  TS: { code: 'UB-P-TS', short: 'Thanh', talksIn: 'chat', isWard: true },
  TYC: { code: 'UB-X-TYC', short: 'Yên', talksIn: 'webChat', isWard: true },
  TP: { code: 'UB-TP', short: 'Pháp', talksIn: 'chat' },
  HCC: { code: 'UB-TTHCC', short: 'Công', talksIn: 'webChat' },
  HPN: { code: 'UB-HPN', short: 'Phụ', talksIn: 'chat' },
  HDND: { code: 'UB-HDND', short: 'Nhân', talksIn: 'webChat' },
  YT: { code: 'UB-YT', short: 'Y', talksIn: 'chat' },
} as const satisfies Readonly<Record<string, SeasonUnit>>

export type UnitKey = keyof typeof units

/** The people of a unit by their part. */
export function peopleOf({ short }: Pick<SeasonUnit, 'short'>) {
  return {
    head: `Người Mẫu ${short} Một`,
    clerk: `Người Mẫu ${short} Hai`,
    secretary: `Người Mẫu ${short} Ba`,
    one: `Người Mẫu ${short} Bốn`,
    two: `Người Mẫu ${short} Năm`,
  }
}

export function councilOf(unit: SeasonUnit): Council {
  const { head, clerk, secretary, one, two } = peopleOf(unit)
  return { unit: unit.code, preparedBy: clerk, chair: head, secretary, members: [clerk, one, two] }
}

/** Everything speaks for this person. */
const good = 'P---PPPP?P - P'
/** The same, awarded by the ward: nothing is received by the City's office. */
const goodOfWard = 'P---PP-P?P - P'

const at = (unit: UnitKey) => {
  const { code } = units[unit]
  const family = { QT: 'Nguyễn', TS: 'Trần', TYC: 'Lê', TP: 'Phạm', HCC: 'Hoàng', HPN: 'Vũ', HDND: 'Đặng', YT: 'Bùi' }[
    unit
  ]
  const person = (given: string, key: string | null, more: Partial<Proposed> = {}): Proposed => ({
    ...{ unit: code, name: `${family} Mẫu ${given}`, level: 'CITY', is: 'typed', key },
    ...{ position: 'Công chức (mẫu)', ...more },
  })
  const itself = (name: string, key: string | null, more: Partial<Proposed> = {}): Proposed => ({
    ...{ unit: code, name, level: 'CITY', is: 'unit', key, ...more },
  })
  return { person, itself }
}

const [qt, ts, tyc, tp, hcc, hpn, hdnd, yt] = [
  at('QT'),
  at('TS'),
  at('TYC'),
  at('TP'),
  at('HCC'),
  at('HPN'),
  at('HDND'),
  at('YT'),
]

/**
 * The nominees in the order in which they are proposed, with the key of their check sheets on 06/01/2025 as Phòng Nội vụ reads them. The
 * key was written by hand from plan 114 (III, §8, OP-01, OP-03, OP-08, OP-09), domain.md §3 and what `season-facts.ts` puts in place.
 */
export const nominees: readonly Proposed[] = [
  // A ward that has reached everything, ranked third.
  qt.itself('UBND phường Quang Trung', 'PPPP-PPP-P P P', { answers: { isModel: true } }),
  // A section of a unit has neither figures nor a rank of its own, and people see whether it competes.
  qt.itself('Bộ phận Một cửa phường Quang Trung', 'PP??-PP?-P ? ?', { is: 'part' }),
  qt.person('Một', good, { answers: { isWoman: true } }),
  qt.person('Hai', good),
  qt.person('Ba', good, { answers: { isLeader: true, isDirectWorker: false } }),
  // The unit does not confirm that he obeys the law.
  qt.person('Bốn', 'F---PPPP?P - F', { answers: { isExemplary: false } }),
  // The council does not agree: it stays with the unit.
  qt.person('Năm', null),
  // A complaint is open and holds until 31/3/2025.
  qt.person('Sáu', 'F---PPPP?P - F'),
  // The same, cleared on 27/12.
  qt.person('Bảy', good),
  // The report is that of «Hai» once more: shown, never stops.
  qt.person('Tám', good, { copies: 'Nguyễn Mẫu Hai' }),
  // Awarded by the ward on 20/12 for the same.
  qt.person('Mười Một', 'P---PPPP?F - F'),
  qt.person('Chín', good, { level: 'PROVINCE' }),
  qt.itself('Tổ công nghệ số cộng đồng khu năm', 'PP??-P-?-P ? ?', { is: 'part', level: 'WARD' }),
  qt.person('Mười', goodOfWard, { level: 'WARD', answers: { isWoman: true } }),
  // Nominated at the City, too.
  qt.person('Mười Một', 'P---PP-P?? - ?', { level: 'WARD' }),
  qt.person('Mười Hai', goodOfWard, { level: 'WARD' }),

  // A ward with 19 of 20 at the year's end, verified, ranked sixth.
  ts.itself('UBND phường Thanh Sơn', 'PPFF-PPP-P F F'),
  ts.person('Một', good),
  // A list names somebody of this name and no unit.
  ts.person('Hai', '?---PPPP?P - ?'),
  // Listed until 31/12, without a conclusion.
  ts.person('Ba', good),
  // Listed at another ward: somebody else.
  ts.person('Bốn', good),
  // A violation was found.
  ts.person('Năm', '?---PPPP?P - ?'),
  // Came back and was corrected; it waits for the head, and what the office has is what passed.
  ts.person('Sáu', good),
  // Came back and was not corrected: what the office has is what passed.
  ts.person('Bảy', good),
  // Taken back by the unit.
  ts.person('Tám', good),
  // Entered twice by mistake; the first is taken back before it passed the gate.
  ts.person('Chín', null),
  ts.person('Chín', good),
  ts.person('Mười', goodOfWard, { level: 'WARD' }),
  ts.person('Mười Một', goodOfWard, { level: 'WARD', answers: { isLeader: true } }),

  // A department to which no target applies, and which is not ranked.
  tp.itself('Phòng Tư pháp', 'PP-?-PPP-P ? ?'),
  // Its head, who sits in two councils and votes in neither on himself.
  tp.person('Một', good, { name: 'Người Mẫu Pháp Một', is: 'person', isHead: true }),
  tp.person('Hai', good, { name: 'Người Mẫu Pháp Bốn', is: 'person', answers: { isWoman: true } }),
  tp.person('Ba', good),
  // As many for as against: it waits.
  tp.person('Bốn', null),
  tp.person('Năm', good),

  // A centre, ranked first, that has not finished the tasks of its own plan.
  hcc.itself('Trung tâm Hành chính công thành phố', 'PFPP-PPP-P F F', { answers: { unitTasks: false } }),
  ...['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy'].map((given, index) =>
    hcc.person(given, good, { answers: { isWoman: index % 2 === 0 } }),
  ),

  // A mass organisation: its collective competes; nothing was settled for it; its people are allowed and looked at (OP-08).
  hpn.itself('Hội Liên hiệp Phụ nữ thành phố', 'PP??-PPP-P ? ?'),
  hpn.person('Một', 'P---PPP??P - ?', { answers: { isWoman: true } }),
  hpn.person('Hai', 'P---PPP??P - ?', { answers: { isWoman: true } }),

  // The people's council does not compete, its people do; the submission got no number.
  hdnd.itself('Hội đồng nhân dân thành phố Uông Bí', 'PP??-FPF-P ? F'),
  hdnd.person('Một', 'P---PFPP?P - F'),
  hdnd.person('Hai', 'P---PFPP?P - F'),

  // A small department that uses the council of the City (OP-09).
  yt.itself('Phòng Y tế', 'PP-?-PPP-P ? ?'),
  yt.person('Một', good),
  yt.person('Hai', good, { answers: { isWoman: true } }),
  // The ballots are blank.
  yt.person('Ba', null),

  // A commune, ranked fifth, whose figure was not verified; late.
  tyc.itself('UBND xã Thượng Yên Công', 'PP?P-PPP-P ? ?'),
  tyc.person('Một', good),
  tyc.person('Hai', good),
  tyc.person('Ba', good),
  // Awarded elsewhere in October for something.
  tyc.person('Bốn', 'P---PPPP?? - ?'),
  // Awarded in 2022.
  tyc.person('Năm', good),
  // Passed the gate when the dossier was with the office already: a dossier of its own, without number, not received yet.
  tyc.person('Sáu', 'P---PF?P?P - F'),
]
