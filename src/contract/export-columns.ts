import { periodName } from '../campaign/period-name.ts'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import type { SheetColumn } from './export-table.ts'

export type Columns<Line> = ReturnType<typeof columnsOf<Line>>

/** The kinds of columns that tables have; each takes a line to what it shows. */
export function columnsOf<Line>() {
  const column = (heading: string, cell: SheetColumn<Line>['cell']): SheetColumn<Line> => ({ heading, cell })
  return {
    column,
    plain: (heading: string, value: (line: Line) => SheetCell | undefined) =>
      column(heading, line => value(line) ?? null),
    day: (heading: string, value: (line: Line) => string | null | undefined) =>
      column(heading, line => {
        const found = value(line)
        return found ? { day: found } : null
      }),
    instant: (heading: string, value: (line: Line) => Date | null | undefined) =>
      column(heading, line => {
        const found = value(line)
        return found ? { at: found } : null
      }),
    /** A word of the program, in words: `<branch>.<value>`. */
    word: (heading: string, branch: string, value: (line: Line) => string | null | undefined) =>
      column(heading, (line, { t }) => {
        const found = value(line)
        return found ? t(`${branch}.${found}`) : null
      }),
    /** «quý I/2024», as the desk says it. */
    period: (value: (line: Line) => string) => column('period', (line, { t }) => periodName(value(line), t)),
    yesNo: (heading: string, value: (line: Line) => boolean | null) =>
      column(heading, (line, { t }) => {
        const found = value(line)
        return found === null ? null : t(found ? 'exports.yes' : 'exports.no')
      }),
    person: (heading: string, value: (line: Line) => string | null | undefined) =>
      column(heading, (line, { people }) => people.get(value(line) ?? '') ?? null),
    /** A unit's code and its name beside it. */
    unit: (value: (line: Line) => string | undefined) => [
      column('unitCode', line => value(line) ?? null),
      column('unitName', (line, { units }) => units.get(value(line) ?? '') ?? null),
    ],
    /** A target's code and its name. */
    target: (value: (line: Line) => string) => [
      column('targetCode', value),
      column('targetName', (line, { targets }) => targets.get(value(line)) ?? null),
    ],
    /** A duty's code and its name. */
    duty: (value: (line: Line) => string) => [
      column('dutyCode', value),
      column('dutyName', (line, { duties }) => duties.get(value(line)) ?? null),
    ],
  }
}
