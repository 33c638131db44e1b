import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compliance, holds } from '../../../src/features/nominations/check/compliance.ts'
import { doubleAward } from '../../../src/features/nominations/check/double.ts'
import type { CheckFacts, TargetFacts } from '../../../src/features/nominations/check/facts.ts'
import { matched } from '../../../src/features/nominations/check/match.ts'
import { checkSheet } from '../../../src/features/nominations/check/sheet.ts'
import { alike, sketchOf } from '../../../src/features/nominations/sketch.ts'
import { defaultPlan } from '../../campaign/default-data.ts'
import { flag, goodPerson, goodUnit, targetsIn } from './facts.ts'

const { rules, joined, papers, judgedBy } = defaultPlan().commendation
const by = { rules, joined, papers, judgedBy, worstRank: 5 }
const resultOf = (facts: CheckFacts, rule: string) =>
  checkSheet(facts, by).findings.find(one => one.rule === rule)?.result

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map(at => at.toISOString().slice(0, 10))

describe('a flag', () => {
  it('holds from the day of its list through its last day, and at no other time', () => {
    fc.assert(
      fc.property(day, day, day, (givenOn, expiresOn, today) => {
        expect(holds(flag({ givenOn, expiresOn }), today)).toBe(givenOn <= today && today <= expiresOn)
      }),
    )
  })

  it('that is open fails while it holds and never afterwards, whatever else is known', () => {
    fc.assert(
      fc.property(day, day, fc.boolean(), (expiresOn, today, isExemplary) => {
        const facts = { ...goodUnit, day: today, isExemplary, flags: [flag({ givenOn: '2024-01-01', expiresOn })] }
        const stops = today <= expiresOn || !isExemplary
        expect(compliance(facts).result).toBe(stops ? 'FAIL' : 'PASS')
      }),
    )
  })

  it('of the name alone never fails and, while it holds, never passes', () => {
    fc.assert(
      fc.property(day, day, (expiresOn, today) => {
        const flags = [flag({ givenOn: '2024-01-01', expiresOn, isByNameOnly: true })]
        const { result } = compliance({ ...goodPerson, day: today, flags })
        expect(result).toBe(today <= expiresOn ? 'NEEDS_HUMAN' : 'PASS')
      }),
    )
  })

  const around: Readonly<Record<'P1' | 'P2' | 'P1-A', readonly string[]>> = { P1: ['P1-A'], P2: [], 'P1-A': ['P1'] }
  it('is about who is named, at the unit that is named, perhaps at one right above or below, and about nobody at another one', () => {
    const name = fc.constantFrom('nguyen van a', 'tran thi b')
    const unit = fc.constantFrom('P1', 'P2', 'P1-A')
    fc.assert(
      fc.property(name, fc.option(unit), name, unit, (listed, at, nominee, of) => {
        const how = matched(
          { subjectKind: 'INDIVIDUAL', nameFolded: listed, unitCode: at },
          { kind: 'INDIVIDUAL', nameFolded: nominee, unitCode: of, around: around[of], isUnit: false },
        )
        const isNear = at === null || around[of].includes(at)
        expect(how).toBe(listed !== nominee ? null : at === of ? 'SURE' : isNear ? 'BY_NAME' : null)
      }),
    )
  })
})

describe('no double award', () => {
  const award = fc.record({
    ...{ decision: fc.constant('QĐ'), decidedOn: day, achievement: fc.constant(''), campaignId: fc.constant(null) },
    ...{ isByNameOnly: fc.boolean(), isOfThisCampaign: fc.boolean(), isWithinCampaign: fc.boolean() },
  })
  const other = fc.record({ code: fc.constant('KT-9'), recordId: fc.constant('x'), isAwarded: fc.boolean() })

  it('passes only where nothing was given for it and nobody else asks', () => {
    fc.assert(
      fc.property(fc.array(award, { maxLength: 3 }), fc.array(other, { maxLength: 2 }), (past, others) => {
        const { result } = doubleAward({ ...goodUnit, past, others })
        const isGiven =
          past.some(one => one.isOfThisCampaign && !one.isByNameOnly) || others.some(({ isAwarded }) => isAwarded)
        const isDoubtful = past.some(one => one.isOfThisCampaign || one.isWithinCampaign) || others.length > 0
        expect(result).toBe(isGiven ? 'FAIL' : isDoubtful ? 'NEEDS_HUMAN' : 'PASS')
      }),
    )
  })

  it('once given fails whatever else is found of them', () => {
    fc.assert(
      fc.property(fc.array(award, { maxLength: 3 }), fc.nat(3), (more, at) => {
        const given = {
          decision: 'QĐ' as const,
          decidedOn: '2024-10-01',
          achievement: '' as const,
          isByNameOnly: false,
        }
        const past = more.toSpliced(at, 0, {
          ...given,
          campaignId: null,
          isOfThisCampaign: true,
          isWithinCampaign: true,
        })
        expect(doubleAward({ ...goodUnit, past }).result).toBe('FAIL')
      }),
    )
  })
})

describe('a sheet', () => {
  const target = fc
    .tuple(
      fc.constantFrom('C07', 'C09', 'C13'),
      fc.nat(20),
      fc.constantFrom('', ' sent', ' pending', ' na'),
      fc.constantFrom('', ' @2024-06-30'),
    )
    .map(([code, done, state, at]): TargetFacts[] => targetsIn(`${code} ${done}/20${state}${at}`))

  it('fails CR2 on a verified failure after its day and on nothing else; what is missing never passes', () => {
    fc.assert(
      fc.property(fc.array(target, { minLength: 1, maxLength: 6 }), day, (some, today) => {
        const targets = some.flat()
        const applying = targets.filter(({ applies }) => applies !== 'NOT_APPLICABLE')
        const share = ({ figure }: TargetFacts) => Number(figure?.numerator ?? 0n) / 20
        const isMet = (one: TargetFacts) => share(one) >= (one.code === 'C13' ? 0.8 : 1)
        const isKnown = ({ applies, isVerified }: TargetFacts) => applies === 'APPLIES' && isVerified
        const failed = applying.some(
          one => isKnown(one) && !isMet(one) && today > one.targetDay && (one.until ?? '') >= one.targetDay,
        )
        const expected = failed
          ? 'FAIL'
          : applying.length === 0
            ? 'NOT_APPLICABLE'
            : applying.every(one => isKnown(one) && isMet(one))
              ? 'PASS'
              : 'NEEDS_HUMAN'
        expect(resultOf({ ...goodUnit, targets, day: today }, 'CR2')).toBe(expected)
      }),
    )
  })

  it('never passes as a whole when anything that it needs is taken away', () => {
    const taken: Partial<CheckFacts>[] = [
      ...[{ isExemplary: null }, { isConfirmedByHead: false }, { cityTasks: null }, { unitTasks: null }],
      ...[{ rank: null }, { targets: [] }, { dossier: null }, { agreement: null }, { eligible: 'UNKNOWN' as const }],
    ]
    for (const less of taken)
      expect([less, checkSheet({ ...goodUnit, ...less }, by).result]).not.toEqual([less, 'PASS'])
  })
})

describe('reports that copy each other', () => {
  const own =
    'Năm qua bộ phận một cửa đã rút ngắn thời gian giải quyết hồ sơ, hướng dẫn người dân nộp trực tuyến ngay tại nhà văn hóa khu phố.'
  const also =
    'Đơn vị số hóa kho lưu trữ đất đai từ năm 1995, mỗi tuần một thôn, có cán bộ kỹ thuật đi cùng và trả kết quả tại chỗ cho người dân.'

  it('are told from those that do not, whatever signs and accents were changed', () => {
    expect(alike(sketchOf([own]), sketchOf([own.toUpperCase().replaceAll(',', ' ;')]))).toBe(100)
    expect(alike(sketchOf([own]), sketchOf([also]))).toBeLessThan(20)
    const half = alike(sketchOf([own, also]), sketchOf([own])) ?? 0
    expect(half).toBeGreaterThan(30)
    expect(half).toBeLessThan(80)
  })

  it('are not told of a line or two', () => {
    expect(alike(sketchOf(['Hoàn thành tốt nhiệm vụ']), sketchOf(['Hoàn thành tốt nhiệm vụ']))).toBeNull()
  })
})
