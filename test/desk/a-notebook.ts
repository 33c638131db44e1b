import { inOrder, stateColumn } from '../../src/contract/columns.ts'
import type { DeskPage } from '../../src/contract/desk-page.ts'
import type { Feature } from '../../src/contract/feature.ts'
import { holds } from '../../src/people/person.ts'
import { fold } from '../../src/reading/text.ts'

export interface Note {
  id: string
  unit: string
  title: string
  state: 'SENT' | 'RETURNED' | 'ACCEPTED'
  reason?: string
}

/** A feature as small as one can be, kept in memory: notes that an officer accepts or returns. */
export function aNotebook(notes: Note[]): Feature {
  const tones = { SENT: 'waiting', RETURNED: 'bad', ACCEPTED: 'good' } as const
  const labels = { SENT: 'Đã gửi', RETURNED: 'Đã trả lại', ACCEPTED: 'Đã nhận' }
  const stateOf = ({ state }: Note) => ({ label: labels[state], tone: tones[state] })
  const page: DeskPage = {
    path: 'ghi-chep',
    title: 'menu.title',
    door: 'records',
    mayOpen: person => holds(person, 'PNV'),
    columns: ['desk.list.search', 'desk.list.state'],
    sorts: ['search', stateColumn],
    filters: async () => [
      {
        name: 'state',
        label: 'Trạng thái',
        options: Object.entries(labels).map(([value, label]) => ({ value, label })),
      },
      { name: 'unit', label: 'Đơn vị', options: [{ value: 'Phường Một', label: 'Phường Một' }] },
    ],
    rows: async (_, { q, filters, page, size, sort }) => {
      const found = notes.filter(
        note =>
          fold(note.title).includes(fold(q)) &&
          (!filters.state || note.state === filters.state) &&
          (!filters.unit || note.unit === filters.unit),
      )
      const by = { search: (note: Note) => note.title, [stateColumn]: (note: Note) => note.state }
      const shown = inOrder(found, sort, by).slice((page - 1) * size, page * size)
      return {
        rows: shown.map(note => ({ id: note.id, cells: [note.title, note.unit], state: stateOf(note) })),
        total: found.length,
      }
    },
    detail: async (ctx, id) => {
      const note = notes.find(known => known.id === id)
      if (!note) return null
      const actions = [
        { name: 'accept', label: 'Nhận', needsReason: false, tone: 'good' as const },
        { name: 'return', label: 'Trả lại', needsReason: true, tone: 'bad' as const },
      ]
      return {
        title: note.title,
        state: stateOf(note),
        fields: [{ label: 'Nội dung', value: 'Dòng một\nXem https://example.vn/x' }],
        pictures: [{ fileId: '00000000-0000-4000-8000-000000000003', words: 'Biểu đồ của quyển sổ' }],
        files: [
          {
            id: '00000000-0000-4000-8000-000000000001',
            name: 'kem theo.pdf',
            state: 'STORED',
            mime: 'application/pdf',
          },
          { id: '00000000-0000-4000-8000-000000000002', name: 'dang tai.pdf', state: 'PENDING' },
        ],
        history: note.reason
          ? [{ at: ctx.localTime(ctx.now), who: ctx.person.fullName, what: 'Trả lại', reason: note.reason }]
          : [],
        actions: note.state === 'SENT' ? actions : [],
      }
    },
    act: async (_, id, action, reason) => {
      const note = notes.find(known => known.id === id)
      if (note?.state !== 'SENT') return { ok: false, say: 'Việc này đã được làm rồi.' }
      if (reason === 'không được') return { ok: false, say: 'Lý do này không dùng được.' }
      note.state = action === 'accept' ? 'ACCEPTED' : 'RETURNED'
      if (reason) note.reason = reason
      return { ok: true, say: action === 'accept' ? 'Đã nhận.' : 'Đã trả lại.' }
    },
  }
  return {
    name: 'notebook',
    page,
    waiting: async ctx =>
      page.mayOpen(ctx.person)
        ? notes
            .filter(({ state }) => state === 'SENT')
            .map(({ id, title }) => ({ label: title, since: ctx.now, go: { to: 'notebook.show', args: { id } } }))
        : [],
  }
}
