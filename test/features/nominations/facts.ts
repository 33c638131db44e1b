import type { Measure } from '../../../src/campaign/target.ts'
import type { CheckFacts, FlagFacts, TargetFacts } from '../../../src/features/nominations/check/facts.ts'

const percent = (threshold: number | null): Measure => ({
  ...{ kind: 'PERCENT', unit: 'count', numerator: '', denominator: '', comparison: 'gte', threshold },
})

const measures: Readonly<Record<string, [Measure, string]>> = {
  C00: [percent(100), '2024-12-31'],
  C01: [{ kind: 'DOCUMENT', label: '', document: 'DOC01' }, '2024-03-31'],
  C05: [{ kind: 'QUALITATIVE', label: '' }, '2024-12-31'],
  C07: [percent(100), '2024-12-31'],
  C09: [percent(100), '2024-12-31'],
  C10c: [percent(null), '2024-12-31'],
  C13: [percent(80), '2024-09-30'],
  C14: [percent(100), '2024-12-31'],
  C15: [{ kind: 'COUNT', label: '', comparison: 'gte', threshold: 1 }, '2024-12-31'],
  C16: [{ kind: 'YES_NO', question: '' }, '2024-12-31'],
  C20: [percent(10), '2024-12-31'],
  C21: [{ kind: 'RANK', label: '', comparison: 'lte', threshold: 5, ofYear: 2023 }, '2024-12-31'],
}

/**
 * Targets in short: «C07 20/20», «C16 yes», «C15 3»; «C07» alone has no figure; after it `sent` (not verified), `@2024-09-30` (the last day it
 * speaks for; else the target's), `na` (does not apply), `pending` (not settled).
 */
export function targetsIn(text: string): TargetFacts[] {
  return text.split(',').map(part => {
    const [code = '', ...words] = part.trim().split(' ')
    const found = measures[code]
    if (!found) throw new Error(`no target ${code}`)
    const [measure, targetDay] = found
    const ratio = words.map(word => /^(\d+)(?:\/(\d+))?$/.exec(word)).find(match => match)
    const isDone = words.includes('yes') ? true : words.includes('no') ? false : null
    const numerator = ratio ? BigInt(ratio[1] ?? 0) : null
    const denominator = ratio?.[2] === undefined ? null : BigInt(ratio[2])
    const at = words.find(word => word.startsWith('@'))?.slice(1)
    return {
      ...{ code, measure, targetDay, rows: [] },
      applies: words.includes('na') ? 'NOT_APPLICABLE' : words.includes('pending') ? 'PENDING' : 'APPLIES',
      figure: ratio || isDone !== null ? { numerator, denominator, isDone } : null,
      isVerified: !words.includes('sent'),
      until: at ?? targetDay,
    }
  })
}

export function flag(more: Partial<FlagFacts> = {}): FlagFacts {
  return {
    ...{ kind: 'COMPLAINT', agency: 'Thanh tra', givenOn: '2024-11-01', expiresOn: '2024-12-31' },
    ...{ conclusion: null, concludedOn: null, isByNameOnly: false, ...more },
  }
}

const agreed = { agreed: true, sittingCode: 'HD-001', votesFor: 5, members: 7, nominee: 'A' }
const received = { code: 'HS-001', submissionNumber: '05/TTr-UBND', receivedAt: '2024-12-15T02:00:00Z' }
const common: Omit<CheckFacts, 'kind' | 'targets' | 'rank' | 'isUnit' | 'cityTasks' | 'unitTasks' | 'list'> = {
  ...{ recordId: 'r', level: 'CITY', day: '2025-01-10', isConfirmedByHead: true, isExemplary: true, eligible: 'YES' },
  isLevelOpen: true,
  areFlagsSeen: true,
  openChecks: [],
  cases: null,
  ...{ flags: [], past: [], others: [], agreement: agreed, support: [], dossier: received },
}

/** A unit for which everything speaks. */
export const goodUnit: CheckFacts = {
  ...{ ...common, kind: 'COLLECTIVE', isUnit: true, cityTasks: true, unitTasks: true },
  targets: targetsIn('C01 yes, C07 20/20, C13 85/100, C15 2, C16 yes'),
  rank: { rank: 3, decision: 'Quyết định số 1/QĐ-UBND', year: 2023 },
  list: { people: 0, direct: 0, leaders: 0, women: 0 },
}

/** A person for whom everything speaks. */
export const goodPerson: CheckFacts = {
  ...{ ...common, kind: 'INDIVIDUAL', isUnit: false, cityTasks: null, unitTasks: null, targets: [], rank: null },
  list: { people: 4, direct: 3, leaders: 1, women: 2 },
}
