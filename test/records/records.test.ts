import type { Params } from '../../src/conversation/field.ts'
import { features } from '../../src/features/list.ts'
import { isOfRecords } from '../../src/records/feature.ts'
import { toys } from '../house/toy-register/feature.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }
import { recordContract } from './contract.ts'

const ofReport: Params = {
  ...{
    target: 'C09',
    serves: ['C09'],
    period: '2024-Q1',
    code: '',
    name: '',
    numeratorLabel: '',
    denominatorLabel: '',
  },
  ...{ standing: '', lead: '', lastNumerator: null, lastDenominator: null, lastIsDone: null, needsReason: false },
  ...{ quick: false, quickPeriod: null, skip: [] },
}

const wards = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

/** What forms of these kinds are started with besides the unit. */
const started: Readonly<Record<string, Parameters<typeof recordContract>[1]>> = {
  report: { params: ofReport, targets: ['C09'] },
  applicability: {
    params: {
      targets: [
        { code: 'C09', label: 'C09' },
        { code: 'C16', label: 'C16' },
      ],
    },
    plan: {
      ...{ year: 2024, startsOn: '2024-03-15', endsOn: '2024-12-31', traits: [] },
      participants: { collectives: [wards], people: [] },
    },
  },
  summary: {
    params: { of: 'UNIT' },
    plan: {
      duties: [
        {
          ...{ code: 'D06', name: 'Tổng kết phong trào ở đơn vị', owedBy: { kind: 'every' }, target: null },
          ...{ metBy: { kind: 'summary', of: 'UNIT' }, due: { kind: 'once', deadline: 'D06' }, legalText: 'cuối năm' },
          ...{ opensDaysBefore: null, ladder: 'default', isVoluntary: false, section: 'IV.1' },
        },
      ],
    },
  },
  explanation: { params: { request: '00000000-0000-4000-8000-000000000001', target: 'C13' } },
}

for (const feature of features.filter(isOfRecords)) recordContract(feature, started[feature.record.name])
recordContract(toys, { texts: { toy: toyTexts } })
