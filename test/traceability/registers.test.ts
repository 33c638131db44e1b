import { describe, expect, it } from 'vitest'
import { features } from '../../src/features/list.ts'
import { isOfRecords } from '../../src/records/feature.ts'
import { scripts } from '../journeys/scripts.ts'
import { missing } from './proof.ts'

/** How a register of the plan is shown to work: what a person sees of it, each by a test that plays it. */
interface Register {
  /** Kinds of record; each goes through the whole contract suite. None: it is no record. */
  kinds: readonly string[]
  /** The scripts that go through it in the web chat and on every chat channel. «none»: it is kept out of the chat. */
  journey: readonly (typeof scripts)[number][] | 'none'
  /** Its pages on the desk. */
  pages: readonly string[]
  /** Its tables of `export`, or why there is none. */
  exports: readonly string[] | { why: string }
  proofs: readonly string[]
}

const registers: Readonly<Record<string, Register>> = {
  'participation (§9.3)': {
    ...{ kinds: ['participation'], journey: ['participation'], pages: ['tham-gia'], exports: ['participants'] },
    proofs: [
      'features/participation/participation › stand in the list of the desk, found by name, filtered by kind',
      'features/participation/participation › count once the head has confirmed them, a line of the export each',
    ],
  },
  'press and arts works (P01–P03)': {
    ...{ kinds: ['work', 'remedy'], journey: ['work'], pages: ['tac-pham', 'khac-phuc'] },
    exports: ['works', 'remedies'],
    proofs: [
      'features/works/works › is a list on the desk: by genre in the plan’s words, searched by it, filtered by target',
      'features/works/works › is a table of the export, in the plan’s words',
      'features/works/works › are those that members of the press registered as such, counted beside their works (P03)',
    ],
  },
  'results of staff (I01–I04)': {
    ...{ kinds: ['result'], journey: ['result'], pages: ['ket-qua-ca-nhan'], exports: ['results'] },
    proofs: [
      'features/results/results › stand there for those who confirm them, and for no colleague, other unit or office',
      'features/results/results › is shown as «sáng kiến của tôi» and beside the result, and is nowhere typed',
    ],
  },
  'results of heads (H01–H03)': {
    ...{ kinds: ['headResult'], journey: ['head-result'], pages: ['ket-qua-nguoi-dung-dau'] },
    exports: ['head-results'],
    proofs: [
      'features/results/results › is confirmed by the managing office, of H03 by the agency of the field, never within the unit',
    ],
  },
  'propaganda activities (S01, S02)': {
    ...{ kinds: ['activity'], journey: ['activity'], pages: ['hoat-dong-tuyen-truyen'], exports: ['activities'] },
    proofs: [
      'features/activities/activities › is a list on the desk, filtered by what the plan asks for',
      'features/activities/activities › is a line of the export: documents in words, people as a number, the day as a day',
    ],
  },
  'replications (S04)': {
    ...{ kinds: ['replication'], journey: ['replication'], pages: ['nhan-rong'], exports: ['replications'] },
    proofs: ['features/replications/replications › is told to whom the initiative is, and shows where it comes from'],
  },
  'checks (S05, §9.7)': {
    ...{ kinds: ['check', 'checkRemedy'], journey: ['check'], pages: ['kiem-tra', 'khac-phuc-sau-kiem-tra'] },
    exports: ['checks', 'check-remedies'],
    proofs: [
      'features/checks/checks › is asked for by reminders, whose button leads to it',
      'features/papers/unit-lists › DOC07 tells the checks that are planned, DOC08 what came of them, what must be put right and by when',
    ],
  },
  'supervision and other movements of the Front (S07, S08)': {
    ...{ kinds: ['supervision', 'movement'], journey: ['front'], pages: ['giam-sat', 'gan-ket-phong-trao'] },
    exports: ['supervisions', 'movements'],
    proofs: [
      'features/front/front › tells the supervised unit what was seen and recommended as soon as it is sent, and nobody else',
      'features/papers/unit-lists › DOC23 tells what the Front has seen and recommended',
    ],
  },
  'summaries (§9.8)': {
    ...{ kinds: ['summary'], journey: ['summary'], pages: ['tong-ket'], exports: ['summaries'] },
    proofs: ['features/summaries/summary › has a list on the desk that can be filtered, and a table of export'],
  },
  'criteria of units’ own (T09)': {
    ...{ kinds: ['criterion', 'criterionReport'], journey: ['criterion'] },
    ...{ pages: ['tieu-chi-rieng', 'bao-cao-tieu-chi-rieng'], exports: ['own-criteria', 'own-criteria-reports'] },
    proofs: [
      'features/criteria/criteria › is proposed in the chat, let through by the head, confirmed by an officer; before, nothing can be reported',
      'features/criteria/criteria › is reported through the head; the newest report stands on the page of the unit, and in no figure',
    ],
  },
  'cases (S03, H03)': {
    ...{ kinds: [], journey: 'none', pages: ['vu-viec'] },
    exports: { why: 'a file of them takes two people and is had on the desk alone' },
    proofs: [
      'features/cases/cases › is read by named roles on the desk and by nobody else: %s',
      'features/cases/cases › stands nowhere in the database in words, nor in a backup',
      'features/cases/cases › stands in no table of export and in no log',
      'features/cases/cases › is no matter of the chat: nothing leads to it',
      'features/cases/cases › is had once, by whoever asked, after another one has agreed, and by nobody alone',
    ],
  },
  library: {
    ...{ kinds: [], journey: ['library'], pages: ['thu-vien'] },
    exports: { why: 'it is the plan’s list of documents and files' },
    proofs: [
      'features/about/library › is found by the one search box and on its own page, without accents',
      'features/about/library › is searched by words, with and without accents, and by a number alone where no question is open',
      'features/about/library › gives file or link of a document and papers of the campaign, where an officer has added them',
    ],
  },
  'catalogue of models': {
    ...{ kinds: ['initiative'], journey: ['initiative', 'replication'], pages: ['mo-hinh', 'sang-kien'] },
    exports: ['initiatives'],
    proofs: [
      'features/catalogue/catalogue › is searched by any of the staff, by words without accents, field and kind; outstanding ones first',
      'features/catalogue/catalogue › takes over with one press: only what the unit made of it is asked, and the lineage shows it',
    ],
  },
  'duties by role': {
    ...{ kinds: [], journey: ['role-duties'], pages: ['viec-theo-vai'] },
    exports: { why: 'it is the plan’s own list' },
    proofs: [
      'features/roles/role-duties › names every duty of the plan to its role (plan §3.3), each done by commands that there are',
      'features/roles/role-duties › offers staff nothing to press that only others may do',
    ],
  },
}

const all = Object.entries(registers)
const known = features.filter(isOfRecords).map(({ record }) => record)
const pages = features.flatMap(feature => [
  ...(feature.rooms ?? []).map(({ path }) => path),
  ...(feature.page ? [feature.page.path] : []),
])
const tables = features.flatMap(({ exports = {} }) => Object.keys(exports))

/** Everything that plays the same scripts: the web chat and the chat channels. */
const channels = [
  'journeys/journeys.long › stores the same and says the same when every event is delivered twice',
  'web/journeys › stores what it stores on every channel, with every message posted twice',
  'journeys/telegram › stores what it stores on every channel, and every request keeps to the Bot API',
  'channels/zalo/journeys › the journey «%s» stores what it stores on every channel',
]

describe.each(all)('the register of %s', (_, { kinds, journey, pages: own, exports, proofs }) => {
  it('is of kinds that go through the contract suite, with a journey of its own', () => {
    expect(kinds.filter(kind => !known.some(({ name }) => name === kind))).toEqual([])
    expect(journey === 'none' ? [] : journey.filter(script => !scripts.includes(script))).toEqual([])
  })

  it('has its pages and its tables of export', () => {
    expect(own.filter(page => !pages.includes(page))).toEqual([])
    expect(Array.isArray(exports) ? exports.filter(table => !tables.includes(table)) : []).toEqual([])
  })

  it('is proven by tests that exist', () => {
    expect(proofs.flatMap(proof => missing(proof) ?? [])).toEqual([])
  })
})

describe('the registers', () => {
  it('are played in the web chat and on every chat channel', () => {
    expect(channels.flatMap(proof => missing(proof) ?? [])).toEqual([])
  })

  it('leave out no kind of record but those that have a page of proofs of their own', () => {
    const listed = all.flatMap(([, { kinds }]) => kinds)
    const elsewhere = ['report', 'list', 'launch', 'explanation', 'applicability', 'nomination']
    expect(known.map(({ name }) => name).filter(name => !listed.includes(name))).toEqual(
      expect.arrayContaining(elsewhere),
    )
    expect(known.filter(({ name }) => !listed.includes(name) && !elsewhere.includes(name))).toEqual([])
  })
})
