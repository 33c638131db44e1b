import type { AnyKind } from '../../src/records/kind.ts'
import { loadTexts } from '../../src/texts.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }
import { toy } from './toy-world.ts'

const decided = { from: ['SENT'], right: toy.moves.accept?.right ?? toy.rights.write }

/** A toy of which all is said that a kind can say of itself. */
export const talkative: AnyKind = {
  ...toy,
  group: 'unitWork',
  columns: ['title', 'madeOn'],
  rights: { ...toy.rights, edit: toy.rights.write },
  moves: {
    ...toy.moves,
    measure: { ...decided, to: 'ACCEPTED', asks: 'note', tone: 'good' },
    drop: { ...decided, to: 'RETURNED', asks: 'reason', tone: 'bad' },
  },
  topic: ({ title }) => (title === 'Xe gỗ' ? 'WOOD' : 'PAPER'),
  topics: () => [
    { value: 'WOOD', label: 'Bằng gỗ' },
    { value: 'PAPER', label: 'Bằng giấy' },
  ],
  stateGroups: { open: ['SENT', 'RETURNED'] },
  filters: { story: ['Ngắn', 'Dài'] },
  more: async (_, { code }) => [{ label: 'Trên kệ', value: code }],
  countsIn: () => [{ words: 'Tính vào kho', page: 'kho' }],
  checklist: () => 'Xem có sắc cạnh không',
}

/** What it says besides the texts of toys. */
export const talkativeTexts = {
  topic: 'Chất liệu',
  stateGroups: { open: 'Chưa xong' },
  moves: {
    ...toyTexts.moves,
    measure: { do: 'Đo', did: 'đã đo', note: 'Kích thước', ask: 'Đồ chơi dài bao nhiêu?' },
    drop: { do: 'Bỏ', did: 'đã bỏ' },
  },
  form: {
    ...toyTexts.form,
    story: { ...toyTexts.form.story, options: { Ngắn: 'Chuyện ngắn', Dài: 'Chuyện dài' } },
  },
}

export const t = loadTexts('vi', { toy: { ...toyTexts, ...talkativeTexts } })
