import { describe, expect, it } from 'vitest'
import { applicability } from '../../src/campaign/applicability.ts'
import { competes, groupOf, managingOfficesOf, subUnitsOf } from '../../src/campaign/competing.ts'
import { loadTexts } from '../../src/texts.ts'
import { defaultPlan, defaultUnits } from './default-data.ts'

const units = defaultUnits()
const codes = (of: readonly { code: string }[]) => of.map(({ code }) => code)

describe('who competes', () => {
  it('in 2024: the five groups, not the nodes above them and not the wards of 2025', () => {
    const plan = defaultPlan()
    const competing = units.filter(unit => competes(plan, unit))
    expect(competing).toHaveLength(62)
    const kinds = new Set<string>(competing.map(unit => unit.kind))
    const above = ['province', 'observer_agency', 'city', 'party_committee', 'peoples_council', 'peoples_committee']
    for (const kind of [...above, 'successor_ward', 'school_group', 'association', 'press_branch']) {
      expect(kinds.has(kind)).toBe(false)
    }
    const inGroup = (group: string) => competing.filter(unit => groupOf(plan, unit) === group).length
    expect(['G1', 'G2', 'G3', 'G4', 'G5'].map(inGroup)).toEqual([6, 16, 21, 10, 9])
  })

  it('in 2026: the three wards and their departments, nothing of the city that has ended', () => {
    const plan = defaultPlan(2026)
    const competing = units.filter(unit => competes(plan, unit))
    expect(competing).toHaveLength(15)
    for (const { code } of competing) expect(code).toMatch(/^QN-P-/)
    expect(codes(managingOfficesOf(plan, units))).toEqual(['QN-P-UB-VHXH', 'QN-P-VD-VHXH', 'QN-P-YTU-VHXH'])
  })

  it('Phòng Nội vụ runs the campaign of 2024', () => {
    expect(codes(managingOfficesOf(defaultPlan(), units))).toEqual(['UB-NV'])
  })

  it('sub-units are those that compete', () => {
    expect(codes(subUnitsOf(defaultPlan(), units, 'UB-GDDT'))).toEqual(['UB-TH-PDB'])
    expect(codes(subUnitsOf(defaultPlan(2026), units, 'QN-P-UB'))).toHaveLength(4)
  })
})

describe('which targets apply by the plan alone', () => {
  const entries = applicability(defaultPlan(), units)
  const of = (unit: string, target: string) => {
    const found = entries.find(entry => entry.unitCode === unit && entry.targetCode === target)
    return found && [found.state, found.reasonCode]
  }

  it('every collective is judged by the launch, and individuals’ targets are no unit’s', () => {
    expect(entries.filter(entry => entry.targetCode === 'C01' && entry.state === 'APPLIES')).toHaveLength(62)
    expect(entries.filter(entry => /^[HIP]/.test(entry.targetCode))).toEqual([])
  })

  it('a unit that does not compete has no entry', () => {
    for (const code of ['QN', 'UB', 'UB-UBND', 'QN-SNV', 'QN-P-UB', 'UB-TRUONG']) {
      expect(entries.filter(entry => entry.unitCode === code)).toEqual([])
    }
  })

  it('capital plan: wards, communes and the project board; others only after confirmation', () => {
    expect(of('UB-P-VD', 'C13')).toEqual(['APPLIES', 'traitOfKind'])
    expect(of('UB-QLDA', 'C14')).toEqual(['APPLIES', 'traitOfUnit'])
    expect(of('UB-GDDT', 'C13')).toEqual(['PENDING', 'traitOfUnit'])
    expect(of('UB-HPN', 'C13')).toEqual(['NOT_APPLICABLE', 'traitOtherwise'])
  })

  it('legal documents apply to nobody until Phòng Nội vụ switches them on (OP-04)', () => {
    const legal = entries.filter(entry => ['C02', 'C02b', 'C03', 'C04', 'C04n'].includes(entry.targetCode))
    expect(legal.filter(entry => entry.state === 'APPLIES')).toEqual([])
    expect(legal.filter(entry => entry.state === 'PENDING').length).toBeGreaterThan(0)
  })

  it('C19 and C20 are counted from the tree', () => {
    expect(of('UB-GDDT', 'C19')).toEqual(['APPLIES', 'hasSubUnits'])
    expect(of('UB-NV', 'C20')).toEqual(['NOT_APPLICABLE', 'noSubUnits'])
    expect(of('UB-MTTQ', 'C19')).toEqual(['PENDING', 'traitOfUnit'])
  })

  it('every reason has its sentence', () => {
    const reasons = new Set(entries.map(entry => entry.reasonCode))
    for (const locale of ['vi', 'en'] as const) {
      const t = loadTexts(locale)
      for (const reason of reasons) expect(t(`plan-check.reasons.${reason}`)).not.toBe('')
    }
  })
})
