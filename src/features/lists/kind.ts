import { listTargets } from '../../campaign/list-owner.ts'
import { countingListStates, listKindName } from '../../figures/listed.ts'
import { listRights } from '../../figures/rights.ts'
import { recordKind } from '../../records/kind.ts'
import { targetOf } from '../progress/targets.ts'
import { keepLists, letFollow } from './after.ts'
import { cellNames, cellsOf } from './cells.ts'
import { hasSheet, sheetsRead } from './file/sheet-in-chat.ts'
import { listForm } from './form.ts'
import { notKeptAnyMore, startedOver, withOthers } from './over.ts'

const { write, approve, verify } = listRights
const counts = { counts: true, handsIn: true } as const

/**
 * The list that a target of a unit is kept by (plan §4.1: C00, C03, C04, C22): one record, of which every change is a version with all
 * its items. Figures are counted from the version that the head has let through; a duty that is owed item by item follows it (D05).
 * Two people who change different items do not undo each other.
 */
export const list = recordKind({
  name: listKindName,
  letters: 'DM',
  path: 'danh-muc',
  group: 'unitWork',
  route: 'list',
  command: {
    slash: 'danhmuc',
    behind: 'work',
    words: ['danhmuc|danh mục|danh mục việc|thêm việc|them viec|việc trong danh mục|cập nhật danh mục'],
  },
  table: 'lists',
  form: listForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    SUBMITTED: { tone: 'waiting', waits: ['verify'], ...counts },
    VERIFIED: { tone: 'good', ...counts },
    RETURNED: { tone: 'bad', handsIn: true },
  },
  begins: 'DRAFT',
  handedIn: countingListStates[0],
  moves: {
    verify: { from: ['SUBMITTED'], to: 'VERIFIED', right: verify, asks: 'nothing', tone: 'good' },
    return: { from: ['SUBMITTED', 'VERIFIED'], to: 'RETURNED', right: verify, asks: 'return', tone: 'bad' },
  },
  rights: { write, approve, see: verify },
  key: ({ unit, target }) => `${String(unit)}:${String(target)}`,
  over: withOthers,
  title: ({ items: { items } }, { t, campaign }, { target }) => {
    const name = targetOf(campaign.plan, String(target))?.name ?? ''
    return t('list.titled', { name, all: items.length, done: items.filter(({ doneOn }) => doneOn !== null).length })
  },
  searched: ({ items: { items } }, { target }) => `${String(target)} ${items.map(({ text }) => text).join(' ')}`,
  topic: (_, { target }) => String(target),
  agencies: ({ campaign }, topic) => targetOf(campaign.plan, topic)?.focalAgencies ?? [],
  columns: [],
  cells: { headings: cellNames.map(name => `list.cells.${name}`), of: cellsOf },
  topics: ({ campaign }) => listTargets(campaign.plan).map(({ code, name }) => ({ value: code, label: name })),
  correctedWith: startedOver,
  isOver: hasSheet,
  hooks: {
    beforeHandIn: async (ctx, asked) => {
      const [read, refused] = [await sheetsRead(ctx, asked), await notKeptAnyMore(ctx, asked)]
      return asked.map((_, at) => refused[at] ?? read[at] ?? null)
    },
    afterHandIn: keepLists,
    afterMove: letFollow,
  },
})
