import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { DraftState } from '../../src/conversation/draft.ts'
import { review } from '../../src/conversation/draft.ts'
import { defineForm } from '../../src/conversation/form.ts'
import { files } from '../../src/conversation/kinds/files.ts'
import { integer, money } from '../../src/conversation/kinds/number.ts'
import { longText, text } from '../../src/conversation/kinds/text.ts'
import { promptOf } from '../../src/conversation/prompt.ts'
import { type StepInput, step } from '../../src/conversation/step.ts'
import { launchForm } from '../../src/features/launch/form.ts'
import { moneyForm } from '../../src/features/progress/forms.ts'
import { loadTexts } from '../../src/texts.ts'
import { testTexts } from '../support/every-kind-form.ts'

const storyForm = defineForm({
  id: 'every',
  version: 1,
  texts: 'every',
  fields: { title: text(), story: longText(), count: integer(), files: files({ optional: true }), last: text() },
})
const env = { t: loadTexts('vi'), today: Temporal.PlainDate.from('2024-03-20') }
const fresh: DraftState = {
  position: 'files',
  pending: null,
  params: { unitName: 'UBND phường A' },
  answers: {},
}

function play(inputs: readonly (string | StepInput)[], from = fresh) {
  let draft = from
  const said: string[] = []
  let outcome = 'asking'
  for (const input of inputs) {
    const taken = step(launchForm, draft, typeof input === 'string' ? { type: 'text', text: input } : input, env)
    const answers = { ...draft.answers }
    for (const change of taken.changes) answers[change.field] = change.value
    draft = { ...draft, position: taken.position, pending: taken.pending, answers }
    said.push(...taken.said)
    outcome = taken.outcome
  }
  return { draft, said, outcome, prompt: promptOf(launchForm, draft, env) }
}

const file: StepInput = { type: 'files', files: [{ id: 'f1', name: 'kh.pdf' }] }
const filled = [file, 'xong', '12/KH-UBND', '18/3', 'bỏ qua']

describe('a form', () => {
  it('asks one question after another and ends in a summary that is sent with 1', () => {
    const { draft, prompt } = play(filled)
    expect(draft.position).toBe(review)
    expect(draft.answers).toEqual({
      files: [{ id: 'f1', name: 'kh.pdf' }],
      number: '12/KH-UBND',
      signedOn: '2024-03-18',
      note: null,
    })
    expect(prompt.text).toContain('2. Số, ký hiệu: 12/KH-UBND')
    expect(play([...filled, '1']).outcome).toBe('submit')
    expect(play([...filled, 'gui di']).outcome).toBe('submit')
  })

  it('goes back, keeps what was answered, and comes forward again to where it was', () => {
    const { draft } = play([file, 'xong', '12/KH', 'quay lai', '13/KH-UBND'])
    expect(draft).toMatchObject({ position: 'signedOn', answers: { number: '13/KH-UBND' } })
    expect(play([file, 'xong', '12/KH', 'quay lại', 'giữ nguyên']).draft).toMatchObject({
      position: 'signedOn',
      answers: { number: '12/KH' },
    })
  })

  it('edits a question by its number and returns to the summary', () => {
    const { draft } = play([...filled, 'sửa câu 2', '14/KH-UBND'])
    expect(draft).toMatchObject({ position: review, answers: { number: '14/KH-UBND' } })
    expect(play([...filled, '2', '3', '19/3']).draft).toMatchObject({
      position: review,
      answers: { signedOn: '2024-03-19' },
    })
  })

  it('does not let a question that must be answered be skipped, and says so', () => {
    const { draft, said } = play([file, 'xong', 'bỏ qua'])
    expect(draft.position).toBe('number')
    expect(said.at(-1)).toMatch(/cần có câu trả lời/)
  })

  it('asks before it throws a draft away', () => {
    expect(play([file, 'hủy']).outcome).toBe('asking')
    expect(play([file, 'hủy', '1']).outcome).toBe('cancelled')
    expect(play([file, 'hủy', '2', 'xong']).draft.position).toBe('number')
  })

  it('keeps a file that was sent at another question', () => {
    const { draft, said } = play([file, 'xong', { type: 'files', files: [{ id: 'f2', name: 'b.pdf' }] }])
    expect(draft.position).toBe('number')
    expect(draft.answers.files).toHaveLength(2)
    expect(said.at(-1)).toContain('b.pdf')
  })

  it('waits for the rest of a text that a platform may have cut', () => {
    const long = 'a'.repeat(3_950)
    const at = [file, 'xong', '12/KH', '18/3', long] as const
    // The note takes 2,000 characters: nothing is cut silently.
    expect(play(at).said.at(-1)).toMatch(/nhiều nhất là 2000|nhiều nhất/)
  })

  it('refuses a date after today in words and stays', () => {
    const { draft, said } = play([file, 'xong', '12/KH', '30/9'])
    expect(draft.position).toBe('signedOn')
    expect(said.at(-1)).toMatch(/sau hôm nay/)
  })

  it('takes for today the day of the answer, not the one on which the draft was begun', () => {
    const begunEarlier = { ...fresh, params: { ...fresh.params, today: '2024-03-15' } }
    const { draft } = play([file, 'xong', '12/KH', '18/3'], begunEarlier)
    expect(draft.answers.signedOn).toBe('2024-03-18')
    expect(draft.position).not.toBe('signedOn')
  })
})

describe('what comes with a message', () => {
  const withFile = (caption: string): StepInput => ({ type: 'files', files: [{ id: 'f9', name: 'anh.jpg' }], caption })
  const telegram = { ...env, longestTyped: 4_096 }
  const story: DraftState = { position: 'story', pending: null, params: {}, answers: { title: 'Tên' } }

  function tell(inputs: readonly (string | StepInput)[], from = story) {
    let draft = from
    const said: string[] = []
    for (const input of inputs) {
      const given: StepInput = typeof input === 'string' ? { type: 'text', text: input } : input
      const taken = step(storyForm, draft, given, { ...telegram, t: testTexts })
      const answers = { ...draft.answers }
      for (const change of taken.changes) answers[change.field] = change.value
      draft = { ...draft, position: taken.position, pending: taken.pending, answers }
      said.push(...taken.said)
    }
    return { draft, said, prompt: promptOf(storyForm, draft, { ...telegram, t: testTexts }) }
  }

  it('the words under a picture answer a question that asks for words, and the picture is kept', () => {
    const { draft, said } = tell([withFile('Người dân phải chờ lâu')])
    expect(draft.answers).toMatchObject({ story: 'Người dân phải chờ lâu', files: [{ name: 'anh.jpg' }] })
    expect(said.join()).toContain('«Người dân phải chờ lâu»'.slice(1, -1))
  })

  it('at a question for files they are said not to be kept; a word that ends the question ends it', () => {
    const at: DraftState = { ...story, position: 'files' }
    expect(tell([withFile('Ảnh chụp hôm khai trương')], at).said.join()).toContain('Ảnh chụp hôm khai trương')
    expect(tell([withFile('xong')], at).draft.position).not.toBe('files')
  })

  it('a text cut anywhere after half of the limit waits for its rest, and a short piece is asked about', () => {
    const first = `${'Người dân phải đi lại '.repeat(110)}nhiều`
    const waiting = tell([first])
    expect(waiting.draft.pending).toEqual({ is: 'more' })
    const second = `lần, ${'và chờ đợi rất lâu '.repeat(20)}`.trim()
    expect(tell([first, second, 'xong']).draft).toMatchObject({
      position: 'count',
      answers: { story: `${first} ${second}` },
    })
    expect(tell([first, '12']).draft.pending).toEqual({ is: 'rest', of: 'more', typed: '12' })
    expect(tell([first, 'lần mỗi tháng.', '1', 'xong']).draft.answers.story).toBe(`${first} lần mỗi tháng.`)
    expect(tell([first, '12', '2']).draft).toMatchObject({ position: 'files', answers: { story: first, count: 12 } })
  })

  it('the rest of a text that was too long is never taken for the answer without a question', () => {
    const at: DraftState = { ...story, position: 'last' }
    const long = 'a b '.repeat(700)
    const { draft, prompt } = tell([long, 'phần cuối của tin'], at)
    expect(draft.pending).toEqual({ is: 'rest', of: 'tooLong', typed: 'phần cuối của tin' })
    expect(prompt.choices).toHaveLength(2)
    expect(tell([long, 'phần cuối của tin', '1'], at).draft.answers).not.toHaveProperty('last')
    expect(tell([long, 'Tóm tắt', '2'], at).draft.answers.last).toBe('Tóm tắt')
  })

  it('a reply to an older question is asked about, and changes that answer only when told so', () => {
    const reply: StepInput = { type: 'text', text: 'Tên khác', about: 'title' }
    expect(tell([reply]).draft.pending).toEqual({ is: 'amend', field: 'title', typed: 'Tên khác' })
    expect(tell([reply, '1']).draft).toMatchObject({ position: 'story', answers: { title: 'Tên khác' } })
    expect(tell([reply, '2']).draft.answers).toMatchObject({ title: 'Tên', story: 'Tên khác' })
    expect(tell([{ type: 'text', text: 'Chờ lâu', about: 'story' }]).draft.answers.story).toBe('Chờ lâu')
  })
})

describe('the screen after «which did you mean?»', () => {
  const at: DraftState = { position: 'count', pending: null, params: {}, answers: { title: 'Tên', story: 'x' } }
  const take = (draft: DraftState, text: string) =>
    step(storyForm, draft, { type: 'text', text }, { ...env, t: testTexts })

  it('has letters where a number is an answer, and says back what was understood', () => {
    const asked = { ...at, ...take(at, '1,500') }
    expect(promptOf(storyForm, asked, { ...env, t: testTexts })).toMatchObject({ lettered: true })
    expect(take(asked, 'a')).toMatchObject({ changes: [{ value: 1500 }], said: [expect.stringContaining('1.500')] })
    expect(take(asked, '2')).toMatchObject({ changes: [{ value: 2 }], said: [expect.stringContaining('2')] })
  })

  it.each(['10-12', '10 hoặc 12', '12 sáng kiến 3 mô hình', '12 nhầm 85%', 'tháng 8', '12o'])(
    'offers no part of %s',
    typed => {
      expect(take(at, typed)).toMatchObject({ pending: { is: 'asked' }, changes: [] })
    },
  )

  it('says back what is taken after a question that had nothing to offer', () => {
    const asked = { ...at, ...take(at, '10 hoặc 12') }
    expect(asked.pending).toEqual({ is: 'asked' })
    expect(promptOf(storyForm, asked, { ...env, t: testTexts }).asks).toBe('count')
    expect(take(asked, '12')).toMatchObject({ changes: [{ value: 12 }], said: [expect.stringContaining('12')] })
    expect(take(at, '12').said).toEqual([])
  })
})

describe('a correction that names no question', () => {
  const env2 = { ...env, t: testTexts }
  const sumsForm = defineForm({
    id: 'every',
    version: 1,
    texts: 'every',
    fields: { title: text(), planned: money(), disbursed: money(), last: text() },
  })
  const at: DraftState = { position: 'disbursed', pending: null, params: {}, answers: { title: 'Tên', planned: 2n } }
  const take = (draft: DraftState, typed: string) => step(sumsForm, draft, { type: 'text', text: typed }, env2)

  it.each(['nhầm, 640 triệu', 'em ghi nhầm, đúng ra là 640 triệu', '640 triệu chứ không phải 460 triệu'])(
    'is asked about where an earlier answer of the kind may be meant: %s',
    typed => {
      const asked = { ...at, ...take(at, typed) }
      expect(asked).toMatchObject({ changes: [], pending: { is: 'amend', field: 'planned', typed } })
      expect(promptOf(sumsForm, asked, env2)).toMatchObject({ lettered: true })
      expect(take(asked, 'a').changes).toMatchObject([{ field: 'planned', value: 640_000_000n }])
      expect(take(asked, 'b').changes).toMatchObject([{ field: 'disbursed', value: 640_000_000n }])
    },
  )

  it('is taken where there is none, and where the line itself was put right', () => {
    const first = { ...at, position: 'planned', answers: { title: 'Tên' } }
    expect(take(first, 'nhầm, 640 triệu').changes).toMatchObject([{ field: 'planned', value: 640_000_000n }])
    expect(take(at, '460 nhầm 640 triệu').changes).toMatchObject([{ field: 'disbursed', value: 640_000_000n }])
  })
})

describe('the summary of a report', () => {
  it('names target, period and percent above the answers', () => {
    const params = { code: 'C13', name: 'Giải ngân 80%', period: '2024-Q3' }
    const draft = { ...fresh, position: review, params, answers: { planned: 1_200_000_000n, disbursed: 640_000_000n } }
    const { text } = promptOf(moneyForm, draft, env)
    for (const part of ['C13 – Giải ngân 80%', 'quý III/2024', '53,33%', 'Đã giải ngân (lũy kế): 640.000.000 đồng'])
      expect(text).toContain(part)
    const none = { ...draft, answers: {} }
    expect(promptOf(moneyForm, none, env).text).not.toContain('Tỷ lệ đạt')
  })
})
