import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { DraftState } from '../../src/conversation/draft.ts'
import { review } from '../../src/conversation/draft.ts'
import { promptOf } from '../../src/conversation/prompt.ts'
import { type StepInput, step } from '../../src/conversation/step.ts'
import { launchForm } from '../../src/features/launch/form.ts'
import { loadTexts } from '../../src/texts.ts'

const env = { t: loadTexts('vi'), today: Temporal.PlainDate.from('2024-03-20') }
const fresh: DraftState = {
  position: 'files',
  pending: null,
  params: { unitName: 'UBND phường A', today: '2024-03-20' },
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
})
