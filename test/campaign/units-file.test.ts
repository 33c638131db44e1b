import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unitKindOf, unitKinds } from '../../src/campaign/unit-kind.ts'
import { parseUnits, readUnits } from '../../src/campaign/units-file.ts'
import { fileProblemText } from '../../src/office-files/file-problem.ts'
import { loadTexts } from '../../src/texts.ts'
import { defaultUnits, unitsFile } from './default-data.ts'

describe('the default units', () => {
  const units = defaultUnits()
  const unit = (code: string) => units.find(known => known.code === code)

  it('are 86', () => {
    expect(units).toHaveLength(86)
  })

  it('end with the city on 30/06/2025 and are followed by the three wards', () => {
    expect(unit('UB')).toMatchObject({ validTo: '2025-06-30', successors: ['QN-P-UB', 'QN-P-VD', 'QN-P-YTU'] })
    expect(unit('UB-P-TV')).toMatchObject({ validTo: '2025-06-30', successors: ['QN-P-VD', 'QN-P-UB'] })
    expect(unit('UB-X-TYC')).toMatchObject({ successors: ['QN-P-YTU'] })
    expect(unit('QN-P-UB')).toMatchObject({ validFrom: '2025-07-01', validTo: null, parentCode: 'QN' })
    expect(unit('QN')).toMatchObject({ validFrom: null, validTo: null })
  })

  it('every ward and commune of the city has a successor that begins the day after', () => {
    for (const { kind, successors, validTo } of units) {
      if (kind !== 'ward' && kind !== 'commune') continue
      expect(validTo).toBe('2025-06-30')
      expect(successors.length).toBeGreaterThan(0)
      for (const code of successors) expect(unit(code)?.validFrom).toBe('2025-07-01')
    }
  })

  it('keep how sure each row is', () => {
    for (const { notes } of units) expect(notes).toMatch(/^(plan|confirmed|likely|sample)/)
  })
})

describe('a broken units file is told with its line and the mend', () => {
  const head = 'code,name,kind,parent_code,valid_from,valid_to,successors,notes'
  const found = (...rows: string[]) => problems([head, ...rows].join('\n'))
  function problems(text: string) {
    const read = parseUnits('units.csv', Buffer.from(text))
    if (read.ok) return []
    for (const locale of ['vi', 'en'] as const) {
      const t = loadTexts(locale)
      for (const problem of read.problems)
        expect(fileProblemText(problem, t)).toMatch(/^(?:units\.csv|Ô [A-Z]\d+|Cell [A-Z]\d+): .*[.?]$/)
    }
    return read.problems.map(({ code, cell }) => [code, cell])
  }

  it('unknown kind, with the nearest known one', () => {
    expect(found('A,Phường A,wards,,,,,')).toEqual([['unitKindUnknownNear', 'C2']])
    expect(found('A,Phường A,thịtrấnxyzabc,,,,,')).toEqual([['unitKindUnknown', 'C2']])
  })

  it('missing parent, unknown successor, a successor of a unit that does not end', () => {
    expect(found('UB,Thành phố,city,,,,,', 'A,Phường A,ward,UX,,,,')).toEqual([['unitParentUnknownNear', 'D3']])
    expect(found('UB,Thành phố,city,,,,QNPUONGBI,')).toEqual([['unitSuccessorUnknown', 'G2']])
    expect(found('UB,Thành phố,city,,,30/6/2025,UB,')).toEqual([['unitSucceedsItself', 'G2']])
    expect(found('UB,Thành phố,city,,,,A,', 'A,Phường A,ward,,,,,')).toEqual([['unitSuccessorNoEnd', 'G2']])
  })

  it('code twice, circle of parents', () => {
    expect(found('A,Một,ward,,,,,', 'A,Hai,ward,,,,,')).toEqual([['unitCodeTwice', 'A3']])
    expect(found('A,Một,ward,B,,,,', 'B,Hai,ward,A,,,,')).toEqual([
      ['unitCycle', 'D2'],
      ['unitCycle', 'D3'],
    ])
    expect(found('A,Một,ward,A,,,,')).toEqual([['unitCycle', 'D2']])
  })

  it('wrong dates, empty and wrong cells', () => {
    expect(found('A,Một,ward,,2025-02-30,,,')).toEqual([['wrongDay', 'E2']])
    expect(found('A,Một,ward,,2025-07-01,2025-06-30,,')).toEqual([['unitEndsBeforeStart', 'F2']])
    expect(found(',Một,ward,,,,,')).toEqual([['unitCodeEmpty', 'A2']])
    expect(found('phường a,Một,ward,,,,,')).toEqual([['unitCodeWrong', 'A2']])
    expect(found('A,,ward,,,,,')).toEqual([['unitNameEmpty', 'B2']])
  })

  it('several problems at once, rows counted as a spreadsheet counts them', () => {
    expect(found('A,Một,ward,,,,,"hai\ndòng"', '', 'B,Hai,wardd,,,,,', 'C,,ward,,,,,')).toEqual([
      ['unitKindUnknownNear', 'C4'],
      ['unitNameEmpty', 'B5'],
    ])
  })

  it('columns, cells too few and too many, syntax, empty and missing file', () => {
    expect(problems('code,title\nA,Một')).toEqual([['columnMissing', 'A1']])
    expect(problems('code,name,kind,parent_cod\nA,Một,ward,')).toEqual([['columnNear', 'D1']])
    expect(problems('code,name,kind,parent_code,area\nA,Một,ward,,')).toEqual([])
    expect(found('A,"Một,ward')[0]?.[0]).toBe('csvSyntax')
    expect(found('A,Một,ward')).toEqual([['cellMissing', 'D2']])
    expect(found('A,Hội, Chi hội,association,,,,,')).toEqual([['cellTooMany', 'I2']])
    expect(found()).toEqual([['noRows', null]])
    expect(problems('')).toEqual([['format.empty', null]])
    const read = readUnits('/nowhere/units.csv')
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['fileMissing'])
  })
})

it('a file without the optional columns loads, and a spreadsheet mark at its start does not disturb', () => {
  const read = parseUnits('units.csv', Buffer.from('\uFEFFcode,name,kind,parent_code\nA,Phường A,ward,\n'))
  expect(read).toMatchObject({ ok: true, value: [{ code: 'A', parentCode: null, successors: [], notes: '' }] })
})

it('names in decomposed form are stored composed', () => {
  const read = parseUnits('units.csv', Buffer.from(readFileSync(unitsFile, 'utf8').normalize('NFD')))
  expect(read.ok && read.value).toEqual(defaultUnits())
})

it('knows its kinds', () => {
  expect(unitKindOf('ward')).toBe('ward')
  expect(unitKindOf('phường')).toBeNull()
  expect(new Set(unitKinds).size).toBe(unitKinds.length)
})
