import type { Proposed } from '../../support/award-season/nominees.ts'
import type { SeasonUnit } from './season-2024.ts'

/** The wards of the two-level order; the first one talks in the chat channel. */
export const wards = {
  UB: { code: 'QN-P-UB', short: 'Uông', talksIn: 'chat', isWard: true },
  VD: { code: 'QN-P-VD', short: 'Vàng', talksIn: 'webChat', isWard: true },
  YTU: { code: 'QN-P-YTU', short: 'Tử', talksIn: 'webChat', isWard: true },
} as const satisfies Readonly<Record<string, SeasonUnit>>

export type WardKey = keyof typeof wards

const wardNames = { UB: 'phường Uông Bí', VD: 'phường Vàng Danh', YTU: 'phường Yên Tử' } as const

const good = 'P---PP-P?P - P'
/** A department: it competes; no target applies to it, and it is not ranked. */
const department = 'PP-?-P-P-P ? ?'

const numbers = [
  'Một',
  'Hai',
  'Ba',
  'Bốn',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Mười Một',
  'Mười Hai',
  'Mười Ba',
  'Mười Bốn',
  'Mười Lăm',
  'Mười Sáu',
]

/** Twenty nominees of a ward. What is particular is said by number. */
function of(
  key: WardKey,
  family: string,
  departments: readonly string[],
  particular: Readonly<Record<number, Partial<Proposed>>>,
): Proposed[] {
  const unit = wards[key].code
  const common = { unit, level: 'WARD' } as const
  return [
    ...departments.map(name => ({
      ...common,
      name: `${name} ${wardNames[key]}`,
      is: 'unit' as const,
      key: department,
    })),
    // Part of a unit: people see whether it competes.
    { ...common, name: `Tổ công nghệ số cộng đồng ${wards[key].short}`, is: 'part', key: 'PP??-P-?-P ? ?' },
    ...numbers.map(
      (given, at): Proposed => ({
        ...{ ...common, name: `${family} Mẫu ${given}`, is: 'typed', position: 'Công chức (mẫu)', key: good },
        ...{ answers: { isWoman: at % 2 === 1, isLeader: at === 4 } },
        ...particular[at + 1],
      }),
    ),
  ]
}

/**
 * Sixty nominees for the award of the ward chairs under 152/2025/NĐ-CP, with the key of their sheets on 11/01/2027: CR6 asks of nobody here,
 * for a ward’s own award goes to no other office (§9.9, K12); the one that is asked of the province was received. Written by hand from plan
 * 114 (III, §8) and domain.md §3.
 */
export const nominees: readonly Proposed[] = [
  ...of('UB', 'Nguyễn', ['Văn phòng HĐND và UBND', 'Phòng Văn hóa - Xã hội', 'Trung tâm Phục vụ hành chính công'], {
    // The council does not agree.
    3: { key: null },
    // The unit does not confirm that he obeys the law.
    5: { key: 'F---PP-P?P - F', answers: { isExemplary: false } },
  }),
  ...of('VD', 'Trần', ['Văn phòng HĐND và UBND', 'Phòng Văn hóa - Xã hội', 'Phòng Kinh tế, Hạ tầng và Đô thị'], {
    // A list of an agency names them: one is open, one was cleared, one ended with the year.
    2: { key: 'F---PP-P?P - F' },
    4: { key: good },
    6: { key: good },
    // Asked of the province: received and appraised by the ward's office.
    16: { key: 'P---PPPP?P - P', level: 'PROVINCE' },
  }),
  ...of('YTU', 'Lê', ['Văn phòng HĐND và UBND', 'Phòng Văn hóa - Xã hội', 'Phòng Kinh tế, Hạ tầng và Đô thị'], {
    // As many for as against: it waits.
    7: { key: null },
  }),
]
