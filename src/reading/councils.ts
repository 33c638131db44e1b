import { matching, type Option } from './labels.ts'
import { writtenOut } from './short-forms.ts'
import { accentsWithin, fold } from './text.ts'
import type { Token } from './tokens.ts'

/** «p. Vàng Danh»: a ward that is called by its name and no more is its People's Committee. */
export function councilOf(tokens: readonly Token[], options: readonly Option[]): number | undefined {
  const lines = writtenOut(tokens).filter(line => line.includes(' '))
  const found = matching(options, name =>
    lines.some(line => {
      if (!/^(?:phường|phuong|xã|xa|thị trấn|thi tran) \S/.test(line))
        return (
          !/^(?:phuong|xa|thi tran) /.test(fold(line)) &&
          PLACES.some(place => isAs(`ủy ban nhân dân ${place} ${line}`, name))
        )
      const council = `ủy ban nhân dân ${line}`
      return isAs(council, name) || name === `ub ${line}`
    }),
  )
  return found.length === 1 ? found[0] : undefined
}

const PLACES = ['phường', 'xã', 'thị trấn']

/** The same words, accents left out or not. */
export const isAs = (line: string, name: string): boolean => line.length === name.length && accentsWithin(line, name)
