import { expect, it } from 'vitest'
import { changes, filesIn, formOf, type ShownAnswer } from '../../src/records/answers.ts'
import { anyKind } from '../../src/records/kind.ts'
import { toy } from '../house/toy-register/kind.ts'

const t = (key: string, { label, name }: { label?: unknown; name?: unknown } = {}) =>
  key === 'records.row.label' ? `${label}/${name}` : key
const answer = (field: string, value: string, rows?: Record<string, string>): ShownAnswer => ({
  ...{ field, label: `«${field}»`, value },
  ...(rows ? { rows: new Map(Object.entries(rows)) } : {}),
})

it('what differs between two versions is told question by question, and a question that is as it was is not', () => {
  const before = [answer('a', '1'), answer('b', '2'), answer('gone', '3'), answer('empty', 'conversation.none')]
  const after = [answer('a', '1'), answer('b', '4'), answer('new', '5')]
  expect(changes(t, before, after)).toEqual([
    { label: '«b»', before: '2', after: '4' },
    { label: '«gone»', before: '3', after: 'conversation.none' },
    { label: '«new»', before: 'conversation.none', after: '5' },
  ])
})

it('a table differs row by row, where both versions have one', () => {
  const before = [answer('list', '2 dòng', { A: '1', B: '2' })]
  const after = [answer('list', '2 dòng khác', { A: '1', C: '3' })]
  expect(changes(t, before, after)).toEqual([
    { label: '«list»/B', before: '2', after: 'records.row.none' },
    { label: '«list»/C', before: 'records.row.none', after: '3' },
  ])
  const whole = { label: '«list»', before: '2 dòng', after: 'không' }
  expect(changes(t, before, [answer('list', 'không')])).toEqual([whole])
  expect(changes(t, [answer('list', 'không')], before)).toEqual([{ ...whole, before: 'không', after: '2 dòng' }])
})

it('a version is read by the form that it was filled in by', () => {
  const kind = anyKind(toy)
  const [older, oldest, other] = [2, 1, 1].map((version, nth) => ({
    ...kind.form,
    version,
    id: nth === 2 ? 'o' : 'toy',
  }))
  if (!older || !oldest || !other) throw new Error('three forms')
  const past = [older, oldest].map(form => ({ version: form.version, form, convert: () => ({}) }))
  const present = { ...kind.form, version: 3 }
  const of = { ...kind, form: present, otherForms: [other], past } as unknown as typeof kind
  expect(formOf(of, { form: 'toy', formVersion: 3 })).toBe(present)
  expect(formOf(of, { form: 'toy', formVersion: 1 })).toBe(oldest)
  expect(formOf(of, { form: 'o', formVersion: 1 })).toBe(other)
  expect(formOf(of, { form: 'toy', formVersion: 9 })).toBe(present)
  expect(formOf({ ...kind, form: present }, { form: 'toy', formVersion: 1 })).toBe(present)
})

it('its files are those of the questions for files', () => {
  const { form } = anyKind(toy)
  expect(filesIn(form, { title: [{ id: 'no' }], pictures: [{ id: 'a' }, { id: 'b' }] })).toEqual(['a', 'b'])
  expect(filesIn(form, {})).toEqual([])
})
