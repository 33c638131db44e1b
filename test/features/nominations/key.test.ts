import { expect, it } from 'vitest'
import type { CheckFacts } from '../../../src/features/nominations/check/facts.ts'
import { checkSheet } from '../../../src/features/nominations/check/sheet.ts'
import { defaultPlan } from '../../campaign/default-data.ts'
import { flag, goodPerson, goodUnit, targetsIn } from './facts.ts'

const { rules, joined, papers, judgedBy } = defaultPlan().commendation
const by = { rules, joined, papers, judgedBy, worstRank: 5 }

const letters = { PASS: 'P', FAIL: 'F', NOT_APPLICABLE: '-', NEEDS_HUMAN: '?' } as const

const past = {
  ...{
    decision: 'Quyết định số 9/QĐ-UBND',
    decidedOn: '2024-10-01',
    achievement: '',
    campaignId: 'c',
    isByNameOnly: false,
  },
  ...{ isOfThisCampaign: true, isWithinCampaign: true },
}
const second = { code: 'KT-002', recordId: 'other', isAwarded: false }
const list = (people: number, direct: number) => ({ people, direct, leaders: 0, women: 0 })
const unit = (more: Partial<CheckFacts>): CheckFacts => ({ ...goodUnit, ...more })
const person = (more: Partial<CheckFacts>): CheckFacts => ({ ...goodPerson, ...more })
const reporting = (targets: string, more: Partial<CheckFacts> = {}) => unit({ targets: targetsIn(targets), ...more })
const rank = (n: number) => ({ rank: n, decision: 'QĐ', year: 2023 })
const noVote = { agreed: null, sittingCode: null, votesFor: 0, members: 7, nominee: 'A' }
const refusedByVote = { agreed: false, sittingCode: 'HD-001', votesFor: 3, members: 7, nominee: 'A' }

/**
 * The key, written by hand from plan 114 (III, §8, OP-01, OP-03, OP-08) and domain.md §3.1–§3.2 before the rules were run: CR0 … CR8, no double award;
 * the three criteria of a collective together; all that stops. P reached, F not, – not applicable, ? for people.
 */
const key: readonly (readonly [string, CheckFacts, string])[] = [
  // Collectives: everything, and each criterion alone.
  ['1 a unit for which everything speaks', unit({}), 'PPPP-PPP-P P P'],
  ['2 the unit does not confirm compliance', unit({ isExemplary: false }), 'FPPP-PPP-P P F'],
  ['3 nobody was asked for compliance', unit({ isExemplary: null }), '?PPP-PPP-P P ?'],
  ['4 the head has not confirmed anything yet', unit({ isConfirmedByHead: false }), '??PP-?PP-P ? ?'],
  ['5 tasks of the city’s plan not finished', unit({ cityTasks: false }), 'PFPP-PPP-P F F'],
  ['6 tasks of its own plan not finished', unit({ unitTasks: false }), 'PFPP-PPP-P F F'],
  ['7 one of the two confirmations was not given', unit({ unitTasks: null }), 'P?PP-PPP-P ? ?'],
  ['8 ranked fifth', unit({ rank: rank(5) }), 'PPPP-PPP-P P P'],
  ['9 ranked sixth', unit({ rank: rank(6) }), 'PPPF-PPP-P F F'],
  ['10 ranked first', unit({ rank: rank(1) }), 'PPPP-PPP-P P P'],
  ['11 not ranked (OP-03)', unit({ rank: null }), 'PPP?-PPP-P ? ?'],
  [
    '12 a section of a unit: no figures, no rank of its own',
    unit({ isUnit: false, targets: [], rank: null, eligible: 'UNKNOWN' }),
    'PP??-PP?-P ? ?',
  ],
  // CR2, target by target.
  ['13 a verified 19 of 20 after the day', reporting('C07 19/20'), 'PPFP-PPP-P F F'],
  ['14 the same on the last day: still open', reporting('C07 19/20', { day: '2024-12-31' }), 'PP?P-PPP-P ? ?'],
  ['15 the same on the day after', reporting('C07 19/20', { day: '2025-01-01' }), 'PPFP-PPP-P F F'],
  ['16 19 of 20, not verified', reporting('C07 19/20 sent'), 'PP?P-PPP-P ? ?'],
  ['17 20 of 20, not verified', reporting('C07 20/20 sent'), 'PP?P-PPP-P ? ?'],
  ['18 no figure', reporting('C07'), 'PP?P-PPP-P ? ?'],
  [
    '19 nothing arose, verified: does not apply; another one is reached',
    reporting('C07 0/0, C09 3/3'),
    'PPPP-PPP-P P P',
  ],
  ['20 nothing arose, not verified', reporting('C07 0/0 sent, C09 3/3'), 'PP?P-PPP-P ? ?'],
  ['21 not settled whether it applies', reporting('C07 20/20 pending'), 'PP?P-PPP-P ? ?'],
  ['22 does not apply; another one is reached', reporting('C07 1/20 na, C09 3/3'), 'PPPP-PPP-P P P'],
  ['23 people judge the theme of the year', reporting('C05, C07 20/20'), 'PP?P-PPP-P ? ?'],
  ['24 a verified failure outranks an open question', reporting('C05, C09, C07 19/20'), 'PPFP-PPP-P F F'],
  ['25 79,9 % of the money at 30/9', reporting('C13 799/1000'), 'PPFP-PPP-P F F'],
  ['26 80 % of the money at 30/9', reporting('C13 800/1000'), 'PPPP-PPP-P P P'],
  [
    '27 60 % in June, seen in August: not due',
    reporting('C13 60/100 @2024-06-30', { day: '2024-08-15' }),
    'PP?P-PPP-P ? ?',
  ],
  ['28 60 % in June, nothing since, seen in January', reporting('C13 60/100 @2024-06-30'), 'PP?P-PPP-P ? ?'],
  ['29 80 % reached, 100 % not yet due', reporting('C13 85/100, C14 85/100', { day: '2024-11-15' }), 'PP?P-PPP-P ? ?'],
  ['30 85 % reached at 30/9, 99 % at the year’s end', reporting('C13 85/100, C14 99/100'), 'PPFP-PPP-P F F'],
  ['31 no threshold in the plan', reporting('C10c 3/10, C07 20/20'), 'PP?P-PPP-P ? ?'],
  ['32 no e-payment, after the year', reporting('C16 no'), 'PPFP-PPP-P F F'],
  ['33 no e-payment, within the year', reporting('C16 no', { day: '2024-10-01' }), 'PP?P-PPP-P ? ?'],
  ['34 e-payment', reporting('C16 yes'), 'PPPP-PPP-P P P'],
  ['35 no launch document was accepted', reporting('C01'), 'PP?P-PPP-P ? ?'],
  ['36 the launch document was accepted', reporting('C01 yes'), 'PPPP-PPP-P P P'],
  ['37 nothing registered, after the year', reporting('C15 0'), 'PPFP-PPP-P F F'],
  ['38 nothing registered, within the year', reporting('C15 0', { day: '2024-06-01' }), 'PP?P-PPP-P ? ?'],
  ['39 9 of 100 initiatives effective', reporting('C20 9/100'), 'PPFP-PPP-P F F'],
  ['40 10 of 100', reporting('C20 10/100'), 'PPPP-PPP-P P P'],
  ['41 all of its targets do not apply', reporting('C07 na, C09 na'), 'PP-P-PPP-P P P'],
  ['42 nothing was ever settled', unit({ targets: [] }), 'PP?P-PPP-P ? ?'],
  // CR1 and CR3 judge their own targets.
  ['43 tasks measured: 100 %', reporting('C00 40/40, C07 20/20'), 'PPPP-PPP-P P P'],
  [
    '44 tasks measured: 39 of 40 after the year, whatever was confirmed',
    reporting('C00 39/40, C07 20/20'),
    'PFPP-PPP-P F F',
  ],
  [
    '45 tasks measured: 39 of 40 within the year',
    reporting('C00 39/40, C07 20/20', { day: '2024-12-01' }),
    'P?PP-PPP-P ? ?',
  ],
  ['46 tasks measured, not verified', reporting('C00 40/40 sent, C07 20/20'), 'P?PP-PPP-P ? ?'],
  [
    '47 a rank beyond the fifth is CR3’s, not CR2’s',
    reporting('C21 9, C07 20/20', { rank: rank(9) }),
    'PPPF-PPP-P F F',
  ],
  // Flags.
  ['48 a complaint whose list ended with the year', unit({ flags: [flag()] }), 'PPPP-PPP-P P P'],
  ['49 an open complaint that holds', unit({ flags: [flag({ expiresOn: '2025-03-31' })] }), 'FPPP-PPP-P P F'],
  ['50 on its last day it holds', unit({ flags: [flag({ expiresOn: '2025-01-10' })] }), 'FPPP-PPP-P P F'],
  ['51 on the day after it no longer stops', unit({ flags: [flag({ expiresOn: '2025-01-09' })] }), 'PPPP-PPP-P P P'],
  [
    '52 cleared',
    unit({ flags: [flag({ expiresOn: '2025-03-31', conclusion: 'CLEARED', concludedOn: '2024-12-20' })] }),
    'PPPP-PPP-P P P',
  ],
  [
    '53 cleared tomorrow, open today',
    unit({ flags: [flag({ expiresOn: '2025-03-31', conclusion: 'CLEARED', concludedOn: '2025-01-11' })] }),
    'FPPP-PPP-P P F',
  ],
  [
    '54 a violation was found: for people',
    unit({ flags: [flag({ expiresOn: '2025-03-31', conclusion: 'VIOLATION', concludedOn: '2024-12-20' })] }),
    '?PPP-PPP-P P ?',
  ],
  ['55 the name alone', person({ flags: [flag({ expiresOn: '2025-03-31', isByNameOnly: true })] }), '?---PPPP?P - ?'],
  ['56 the name alone, expired', person({ flags: [flag({ isByNameOnly: true })] }), 'P---PPPP?P - P'],
  [
    '57 the name alone beside a sure one',
    person({
      flags: [
        flag({ expiresOn: '2025-03-31', isByNameOnly: true }),
        flag({ kind: 'DISCIPLINE', expiresOn: '2025-03-31' }),
      ],
    }),
    'F---PPPP?P - F',
  ],
  [
    '58 a list of tomorrow says nothing today',
    unit({ flags: [flag({ givenOn: '2025-01-11', expiresOn: '2025-03-31' })] }),
    'PPPP-PPP-P P P',
  ],
  ['58b who may not read the lists sees no flag and no pass', unit({ areFlagsSeen: false }), '?PPP-PPP-P P ?'],
  [
    '58c findings of a check that are not settled are looked at first',
    unit({ openChecks: [{ label: 'CK-001', record: null }] }),
    '?PPP-PPP-P P ?',
  ],
  ['58d a case is confirmed: for people', unit({ cases: { answer: 'YES', day: '2025-01-02' } }), '?PPP-PPP-P P ?'],
  [
    '58e it is not known whether there is a case',
    person({ cases: { answer: 'UNKNOWN', day: '2025-01-10' } }),
    '?---PPPP?P - ?',
  ],
  ['58f there is no case', unit({ cases: { answer: 'NO', day: '2025-01-10' } }), 'PPPP-PPP-P P P'],
  // People.
  ['59 a person for whom everything speaks', person({}), 'P---PPPP?P - P'],
  ['60 the council has not considered it', person({ agreement: noVote }), 'P---?FPP?P - F'],
  ['61 the council did not agree', person({ agreement: refusedByVote }), 'P---FFPP?P - F'],
  [
    '62 no council at all, still being prepared',
    person({ agreement: null, dossier: null, isConfirmedByHead: false }),
    '?---???P?P - ?',
  ],
  ['63 of a mass organisation (OP-08)', person({ eligible: 'FLAGGED' }), 'P---PPP??P - ?'],
  ['64a asked of somebody who awards no more', person({ isLevelOpen: false }), 'P---PPP??P - ?'],
  ['64 of nobody whom the plan names', person({ eligible: 'NO' }), 'P---PPPF?P - F'],
  ['65 nobody in the list does the work directly: shown, never stops', person({ list: list(5, 0) }), 'P---PPPP?P - P'],
  // Papers and receipt.
  [
    '66 the submission has no number',
    unit({ dossier: { code: 'HS-001', submissionNumber: '', receivedAt: '2024-12-15T02:00:00Z' } }),
    'PPPP-FPP-P P F',
  ],
  ['67 no minutes', unit({ agreement: null }), 'PPPP-FPP-P P F'],
  [
    '68 submitted, not received',
    unit({ dossier: { code: 'HS-001', submissionNumber: '05', receivedAt: null } }),
    'PPPP-P?P-P P ?',
  ],
  [
    '69 the ward’s own award does not go to the office',
    unit({ level: 'WARD', dossier: { code: 'HS-001', submissionNumber: '05', receivedAt: null } }),
    'PPPP-P-P-P P P',
  ],
  ['70 does not compete', unit({ eligible: 'NO' }), 'PPPP-PPF-P P F'],
  // Double awards.
  ['71 awarded in this campaign', unit({ past: [past] }), 'PPPP-PPP-F P F'],
  [
    '72 awarded in this campaign, by the name alone',
    person({ past: [{ ...past, isByNameOnly: true }] }),
    'P---PPPP?? - ?',
  ],
  [
    '73 awarded elsewhere within its time',
    unit({ past: [{ ...past, campaignId: null, isOfThisCampaign: false }] }),
    'PPPP-PPP-? P ?',
  ],
  [
    '74 awarded years ago for something else',
    unit({ past: [{ ...past, decidedOn: '2022-10-01', isOfThisCampaign: false, isWithinCampaign: false }] }),
    'PPPP-PPP-P P P',
  ],
  ['75 nominated a second time', unit({ others: [second] }), 'PPPP-PPP-? P ?'],
  ['76 awarded by the first nomination', unit({ others: [{ ...second, isAwarded: true }] }), 'PPPP-PPP-F P F'],
]

it('every sheet is what the key says, and nothing passes that is not known', () => {
  expect(key.length).toBeGreaterThanOrEqual(60)
  const told = key.map(([name, facts]) => {
    const { findings, joined: together, result } = checkSheet(facts, by)
    const each = findings.map(one => letters[one.result]).join('')
    return `${name}: ${each} ${letters[together.result]} ${letters[result]}`
  })
  expect(told).toEqual(key.map(([name, , expected]) => `${name}: ${expected}`))
})

it('with OR one criterion is enough, and an open one is not a failure', () => {
  const or = { ...by, joined: { rules: joined.rules, joiner: 'OR' as const } }
  const of = (facts: CheckFacts) => [checkSheet(facts, or).joined.result, checkSheet(facts, or).result]
  expect(of(unit({ rank: rank(9), cityTasks: false }))).toEqual(['PASS', 'PASS'])
  expect(of(unit({ rank: null, cityTasks: false, targets: targetsIn('C07 19/20') }))).toEqual([
    'NEEDS_HUMAN',
    'NEEDS_HUMAN',
  ])
  expect(of(unit({ rank: rank(9), cityTasks: false, targets: targetsIn('C07 19/20') }))).toEqual(['FAIL', 'FAIL'])
})
