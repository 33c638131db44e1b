import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import type { FieldEnv } from '../../src/conversation/field.ts'
import { defineForm } from '../../src/conversation/form.ts'
import { choiceOf } from '../../src/conversation/kinds/choice.ts'
import { money } from '../../src/conversation/kinds/number.ts'
import { text } from '../../src/conversation/kinds/text.ts'
import {
  answersOf,
  changes,
  filesIn,
  formOf,
  kept,
  type ShownAnswer,
  shown,
  shownAnswers,
} from '../../src/records/answers.ts'
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
  const gone = { label: '«list»', before: '2 dòng', after: 'conversation.none' }
  expect(changes(t, before, [])).toEqual([gone])
  expect(changes(t, [], before)).toEqual([{ ...gone, before: gone.after, after: gone.before }])
})

it('a question that is called otherwise by now is told by its name of today', () => {
  expect(changes(t, [{ ...answer('a', '1'), label: 'cũ' }], [answer('a', '2')])).toEqual([
    { label: '«a»', before: '1', after: '2' },
  ])
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

const rows = (value: string, { today }: Pick<FieldEnv, 'today'>) => [{ name: value, words: `${value} ${today}` }]
/** A question of each sort that is kept or shown in its own way. */
const form = defineForm({
  ...{ id: 'x', version: 1, texts: 'x.form' },
  fields: {
    title: text(),
    sum: money({ optional: true }),
    part: text({ when: ({ title }, { open }) => title === 'Có' || open === 'yes' }),
    field: choiceOf(({ fields }) => (fields as { code: string; label: string }[] | undefined) ?? []),
    table: { ...text({ optional: true }), rows },
  },
})
const kind = { ...anyKind(toy), form } as unknown as ReturnType<typeof anyKind>
const answers = { title: 'Có', sum: 12n, part: null, field: 'A', table: 'dòng', other: 'không hỏi' }
const typed = new Map([
  ['title', 'có'],
  ['sum', 'mười hai'],
])
const stored = (of: object) => ({ form: 'x', formVersion: 1, answers: of as never })

it('kept is what the form asks and what was answered, as JSON, with the words', () => {
  expect(kept(form, answers, {}, typed)).toEqual({
    title: { value: 'Có', typed: 'có' },
    sum: { value: '12', typed: 'mười hai' },
    part: { value: null, typed: '' },
    field: { value: 'A', typed: '' },
    table: { value: 'dòng', typed: '' },
  })
  const { title: _, part: __, ...few } = { ...answers, title: 'Không', sum: null, field: undefined }
  expect(kept(form, { ...few, title: 'Không', part: 'bỏ' }, {}, new Map())).toEqual({
    title: { value: 'Không', typed: '' },
    sum: { value: null, typed: '' },
    field: { value: null, typed: '' },
    table: { value: 'dòng', typed: '' },
  })
  expect(Object.keys(kept(form, few, { open: 'yes' }, new Map()))).toEqual(['sum', 'field', 'table'])
})

it('and read again as it was, but for questions that the form does not have', () => {
  const { other: _, ...asked } = answers
  expect(answersOf(kind, stored(kept(form, answers, {}, typed)))).toEqual(asked)
  const odd = { sum: { value: null, typed: '' }, gone: { value: 'xưa', typed: '' } }
  expect(answersOf(kind, stored(odd))).toEqual({ sum: null })
})

const ctx = {
  t: (key: string) => key,
  today: Temporal.PlainDate.from('2024-03-20'),
  campaign: { code: 'T' } as ActiveCampaign,
}

it('shown is each question that was answered, or those that are asked for, in the order and the words of the form', () => {
  const version = stored(kept(form, { ...answers, table: null }, {}, typed))
  const line = (field: string, value: string) => ({ field, label: `x.form.${field}.label`, value })
  const none = { rows: new Map() }
  expect(shown(ctx, kind, version)).toEqual([
    line('title', 'Có'),
    line('sum', '12 đồng'),
    { ...line('part', 'conversation.none'), ...none },
    line('field', 'A'),
    { ...line('table', 'conversation.none'), ...none },
  ])
  expect(shown(ctx, kind, version, { only: ['sum', 'title', 'gone'] })).toEqual([
    line('title', 'Có'),
    line('sum', '12 đồng'),
  ])
  const { table: _, ...without } = kept(form, answers, {}, typed)
  expect(shown(ctx, kind, stored(without), { only: ['table', 'sum'] })).toEqual([line('sum', '12 đồng')])
})

it('its options are called as the kind finds them for the record', () => {
  const shownWith = (of: { campaign: { code: string } }, record?: { title: string }) => ({
    fields: [{ code: 'A', label: `A của ${record?.title} ${of.campaign.code}` }],
  })
  const version = stored(kept(form, answers, {}, typed))
  const record = { topic: '', title: 'Xe gỗ' }
  expect(shown(ctx, { ...kind, shownWith }, version, { only: ['field'], record })).toMatchObject([
    { value: 'A của Xe gỗ T' },
  ])
})

it('a table is shown with its rows by their names', () => {
  const [table] = shown(ctx, kind, stored(kept(form, answers, {}, typed)), { only: ['table'] })
  expect(table).toMatchObject({ value: 'dòng', rows: new Map([['dòng', 'dòng 2024-03-20']]) })
})

it('answers that are not handed in yet are shown as far as the form asks for them', () => {
  const params = { fields: [{ code: 'A', label: 'Đất đai' }] }
  const { other: _, ...few } = { ...answers, title: 'Không' }
  expect(shownAnswers(ctx, form, few, params).map(({ field, value }) => [field, value])).toEqual([
    ['title', 'Không'],
    ['sum', '12 đồng'],
    ['field', 'Đất đai'],
    ['table', 'dòng'],
  ])
  expect(shownAnswers(ctx, form, { title: 'Có' }).map(({ field, value }) => `${field}: ${value}`)).toEqual([
    'title: Có',
    ...['sum', 'part', 'field', 'table'].map(field => `${field}: conversation.none`),
  ])
})
