import type { Params } from '../../src/conversation/field.ts'
import { features } from '../../src/features/list.ts'
import { nominationsWith } from '../../src/features/nominations/feature.ts'
import { isOfRecords } from '../../src/records/feature.ts'
import { agreeing } from '../features/nominations/agreeing.ts'
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

const awardsInCity = { title: 'Chủ tịch', role: 'CHAIR', level: 'CITY' as const, validFrom: null, validTo: null }

const fewAwards = {
  ...{
    rules: [],
    joined: { rules: [], joiner: 'AND' as const },
    judgedBy: {},
    awardForms: [{ code: 'merit', name: 'Giấy khen', authorities: [awardsInCity] }],
    papers: [],
    quota: null,
  },
  appraisers: { units: [], isOpen: true },
  council: {
    ...{ quorum: { numerator: 2, denominator: 3, moreThan: false }, presets: [], isWrittenOpinionCounted: true },
    ...{ pass: { numerator: 1, denominator: 2, moreThan: true }, hasCastingVote: false, isOwnUnitConflict: false },
  },
}

const officials = {
  ...{ code: 'N1', name: 'Cán bộ, công chức', partOf: null, personKinds: [], flaggedUnitKinds: [] },
  unitKinds: ['ward' as const],
}
const propaganda = { record: 'propaganda' as const, fields: [], isRestricted: false, section: 'II.3' }
const resolution = {
  ...{ code: 'L-03', documentType: 'Chỉ thị', number: '09/CT-UBND', date: null, issuer: '', abstract: '' },
  ...{ citedIn: [], isBasis: false, isToPropagate: true },
}

const ofResult = {
  ...{ author: 'A', targetName: 'Giải pháp', measure: 'COUNT', label: 'số giải pháp', isListed: 'yes' },
}

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
  work: {
    writer: 'PRESS',
    params: {
      genres: [
        { code: 'news', label: 'Tin' },
        { code: 'article', label: 'Bài viết' },
      ],
      topics: [
        { code: 'PAR_CONTENT', label: 'Nội dung cải cách hành chính', target: 'P01', opensFollowUp: false },
        { code: 'MODEL_OR_INITIATIVE', label: 'Mô hình', target: 'P01', opensFollowUp: false },
      ],
    },
    plan: {
      workGenres: [
        { code: 'news', name: 'Tin' },
        { code: 'article', name: 'Bài viết' },
      ],
      workTopics: [
        { code: 'PAR_CONTENT', name: 'Nội dung cải cách hành chính', target: 'P01', opensFollowUp: false },
        { code: 'MODEL_OR_INITIATIVE', name: 'Mô hình', target: 'P01', opensFollowUp: false },
      ],
    },
  },
  list: { params: { target: 'C04' }, targets: ['C04'] },
  activity: {
    params: {
      activities: [
        { code: 'S01', label: 'Năm văn bản', documents: [{ code: 'L-03', label: 'Nghị quyết' }] },
        { code: 'S02', label: 'Thông tin thường xuyên', documents: [] },
      ],
    },
    plan: {
      activities: [
        { code: 'S01', name: 'Năm văn bản', legalBases: ['L-03'], ...propaganda },
        { code: 'S02', name: 'Thông tin thường xuyên', legalBases: [], ...propaganda },
      ],
      legalBases: [resolution],
    },
  },
  participation: {
    params: {
      kinds: [
        { code: 'COLLECTIVE', label: 'Tập thể' },
        { code: 'N1', label: 'Cán bộ, công chức' },
      ],
    },
    plan: { participants: { collectives: [wards], people: [officials] } },
  },
  result: { writer: 'OFFICIAL', decider: 'HEAD', params: { ...ofResult, target: 'C04' } },
  headResult: { writer: 'HEAD', params: { ...ofResult, target: 'C04' } },
  supervision: {
    writer: 'FRONT',
    params: {
      units: [
        { code: 'P1', label: 'UBND phường Một' },
        { code: 'P2', label: 'UBND phường Hai' },
      ],
    },
  },
  movement: { writer: 'FRONT' },
  criterionReport: {
    params: {
      criteria: [
        { code: 'TC-901', label: 'TC-901 Tiêu chí một' },
        { code: 'TC-902', label: 'TC-902 Tiêu chí hai' },
      ],
    },
  },
  replication: {
    decider: 'HEAD',
    params: {
      initiatives: [
        { code: 'SK-901', label: 'SK-901 Mô hình một' },
        { code: 'SK-902', label: 'SK-902 Mô hình hai' },
      ],
    },
  },
  remedy: { params: { code: 'TP-001', title: 'Bài viết' } },
  check: {
    writer: 'CHECKER',
    params: {
      units: [
        { code: 'P1', label: 'UBND phường Một' },
        { code: 'P2', label: 'UBND phường Hai' },
      ],
    },
  },
  checkRemedy: {
    params: { code: 'CK-001', period: 'CK-001', title: 'Việc tiếp nhận hồ sơ', by: 'NV' },
    owedFor: 'CK-001',
    plan: {
      duties: [
        {
          ...{ code: 'S05', name: 'Khắc phục tồn tại sau kiểm tra', owedBy: { kind: 'every' }, target: null },
          ...{ metBy: { kind: 'checkRemedy' }, due: { kind: 'perItem' }, legalText: 'theo kết quả kiểm tra' },
          ...{ opensDaysBefore: null, ladder: 'default', isVoluntary: false, section: 'II.3' },
        },
      ],
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
  nomination: {
    params: {
      levels: [
        { code: 'CITY', label: 'Thành phố' },
        { code: 'PROVINCE', label: 'Tỉnh' },
      ],
      collectives: [
        { code: 'P1', label: 'UBND phường Một' },
        { code: 'OTHER', label: 'Tập thể khác' },
      ],
      others: [
        { code: 'OTHER', label: 'Người khác' },
        { code: 'ANOTHER', label: 'Người khác nữa' },
      ],
    },
    plan: { participants: { collectives: [wards], people: [officials] }, commendation: fewAwards },
  },
  explanation: { params: { request: '00000000-0000-4000-8000-000000000001', target: 'C13' } },
}

const nominations = nominationsWith(agreeing)

for (const feature of features.filter(isOfRecords)) {
  const played = feature.name === nominations.name ? nominations : feature
  recordContract(played, started[feature.record.name])
}
recordContract(toys, { texts: { toy: toyTexts } })
