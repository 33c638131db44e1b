import { z } from 'zod'
import type { CampaignUnit } from '../../campaign/active.ts'
import { nameWithWard } from '../../campaign/names.ts'
import { readDayCell } from '../../office-files/day-cell.ts'
import type { FileProblem, Read } from '../../office-files/file-problem.ts'
import type { Column, List, ListRow } from '../../office-files/list-rows.ts'
import { fold, normalise } from '../../reading/text.ts'
import { foldName } from './nominee.ts'

export const stopKinds = ['DISCIPLINE', 'COMPLAINT', 'INSPECTION', 'TAX', 'OTHER'] as const

export type StopColumn = 'name' | 'unit' | 'subject' | 'kind' | 'detail' | 'expires_on'

/** The columns of a list that an agency gives of facts that can stop an award. */
export const stopColumns: readonly Column<StopColumn>[] = [
  {
    name: 'name',
    isNeeded: true,
    headings: ['Họ và tên', 'Họ tên', 'Tên', 'Tên tập thể, cá nhân', 'Tập thể, cá nhân', 'Đối tượng', 'name'],
  },
  { name: 'unit', isNeeded: false, headings: ['Đơn vị', 'Cơ quan, đơn vị', 'Đơn vị công tác', 'Nơi công tác', 'unit'] },
  { name: 'subject', isNeeded: false, headings: ['Loại đối tượng', 'Tập thể hay cá nhân', 'subject'] },
  { name: 'kind', isNeeded: false, headings: ['Loại việc', 'Loại', 'Nội dung loại', 'kind'] },
  { name: 'detail', isNeeded: false, headings: ['Nội dung', 'Tóm tắt', 'Vụ việc', 'Ghi chú', 'detail'] },
  { name: 'expires_on', isNeeded: false, headings: ['Có hiệu lực đến', 'Hiệu lực đến ngày', 'Đến ngày', 'expires_on'] },
]

/** One entry of a list. */
export const stopEntry = z.strictObject({
  kind: z.enum(stopKinds),
  subjectKind: z.enum(['COLLECTIVE', 'INDIVIDUAL']),
  name: z.string(),
  nameFolded: z.string(),
  unitCode: z.string().nullable(),
  detail: z.string(),
  expiresOn: z.string(),
})
export type StopEntry = z.infer<typeof stopEntry>

interface Knowledge {
  units: ReadonlyMap<string, CampaignUnit>
  /** Where no column says it. */
  expiresOn: string
  givenOn: string
}

const kindWords: readonly (readonly [StopEntry['kind'], RegExp])[] = [
  ['DISCIPLINE', /ky luat|discipline/],
  ['COMPLAINT', /khieu nai|to cao|don thu|complaint/],
  ['INSPECTION', /thanh tra|kiem tra|dieu tra|inspection/],
  ['TAX', /thue|bao hiem|tax/],
]

/** What a list says, every problem at once, each with its cell. A unit that is not known leaves the name alone, which people match. Pure. */
export function stopEntriesIn(list: List<StopColumn>, { units, expiresOn, givenOn }: Knowledge): Read<StopEntry[]> {
  const problems: FileProblem[] = []
  const say = (row: ListRow<StopColumn>, column: StopColumn, code: string, value: string) =>
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params: { value } })
  const entries = list.rows.flatMap((row): StopEntry[] => {
    const name = normalise(row.cells.name ?? '')
    if (name === '') {
      say(row, 'name', 'personNameEmpty', '')
      return []
    }
    const nameFolded = foldName(name)
    const unit = unitIn(row.cells.unit ?? '', units)
    const named = unitsCalled(name, units)
    // «Phòng Văn hóa - Xã hội» of «Phường Vàng Danh»; of no ward it may be that of any.
    const around = named.find(one => unit && [one.code, one.parentCode].includes(unit.code))
    const itself = around ?? (named.length === 1 ? named[0] : undefined)
    const until = row.cells.expires_on ?? ''
    const day = until === '' ? expiresOn : readDayCell(until)
    if (day === null || day < givenOn) {
      say(row, 'expires_on', 'wrongDay', until === '' ? expiresOn : until)
      return []
    }
    const isCollective = named.length > 0 || /tap the|collective/.test(fold(row.cells.subject ?? ''))
    return [
      {
        kind: kindIn(row.cells.kind ?? row.cells.detail ?? ''),
        subjectKind: isCollective ? 'COLLECTIVE' : 'INDIVIDUAL',
        ...{ name, nameFolded, unitCode: (itself ?? unit)?.code ?? null },
        ...{ detail: normalise(row.cells.detail ?? ''), expiresOn: day },
      },
    ]
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: entries }
}

/** Of several that are called so, none: the name alone is left, and people say which is meant. */
function unitIn(text: string, units: Knowledge['units']): CampaignUnit | undefined {
  const value = normalise(text)
  const named = unitsCalled(value, units)
  return units.get(value.toUpperCase()) ?? (named.length === 1 ? named[0] : undefined)
}

function unitsCalled(value: string, units: Knowledge['units']): CampaignUnit[] {
  const folded = foldName(value)
  return [...units.values()].filter(({ code, name }) =>
    [name, nameWithWard({ units }, code)].some(one => foldName(one) === folded),
  )
}

function kindIn(text: string): StopEntry['kind'] {
  const folded = fold(text)
  return kindWords.find(([, words]) => words.test(folded))?.[0] ?? 'OTHER'
}
