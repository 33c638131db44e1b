import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type DraftState, review } from '../../src/conversation/draft.ts'
import { relevantFields } from '../../src/conversation/form.ts'
import { promptOf } from '../../src/conversation/prompt.ts'
import { type StepInput, step } from '../../src/conversation/step.ts'
import { everyKindForm, testTexts } from '../support/every-kind-form.ts'
import { runs } from '../support/runs.ts'

const inputs = runs(100_000)
const env = { t: testTexts, today: Temporal.PlainDate.from('2024-03-20'), longestTyped: 4_096 }

/** A small repeatable generator: the same seed plays the same inputs. */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words = [
  ...[
    '1',
    '2',
    '3',
    '4',
    '9',
    '0',
    '-1',
    '1e9',
    '17/20',
    '20/17',
    '0/0',
    'không phát sinh',
    '850 triệu',
    '1,2 tỷ',
    '1t2',
    '30/9',
    '31/4',
    'hôm qua',
  ],
  ...[
    'quay lại',
    'bỏ qua',
    'bo qua a',
    'sửa câu 3',
    'sửa',
    'sửa câu 99',
    'xem lại',
    'để sau',
    'hủy',
    'huỷ',
    'trợ giúp',
    'giữ nguyên',
    'xong',
    'gửi đi',
  ],
  ...[
    'có',
    'ko',
    'dc',
    'k',
    'có lẽ',
    'tất cả',
    '1, 3',
    'nguyễn văn an',
    'https://example.vn/a?b=c',
    'Bình',
    'noi vu',
    'https://',
  ],
  ...[
    '😀😀😀',
    '👍',
    '\u202eabc',
    'a\u0000b',
    '\ud800',
    '',
    ' ',
    '\n\n',
    '٣',
    '１２',
    'e\u0301',
    "'; drop table unit; --",
    '<b>x</b>',
    '{{value}}',
    '$t(conversation.yes)',
    '__proto__',
    'constructor',
  ],
] as const

function input(next: (below: number) => number, n: number): StepInput {
  const die = next(100)
  if (die < 4) return { type: 'files', files: [{ id: `f${n}`, name: 'tệp.pdf' }] }
  if (die < 8)
    return {
      type: 'other',
      what: ['sticker', 'voice', 'location', 'edited', 'media', 'contact', 'unknown'][next(7)] ?? 'unknown',
    }
  if (die < 9) return { type: 'text', text: 'xin chào '.repeat(next(800)) }
  if (die < 12)
    return { type: 'text', text: Array.from({ length: next(40) }, () => String.fromCharCode(next(0xffff))).join('') }
  if (die < 40) return { type: 'text', text: `${words[next(words.length)]} ${words[next(words.length)]}` }
  return { type: 'text', text: words[next(words.length)] ?? '' }
}

describe('random inputs, a hundred thousand of them', () => {
  it('never throw, never lose an answer, and always leave a prompt that tells the next step', () => {
    const next = random(20_240_315)
    const fresh: DraftState = { position: 'title', pending: null, params: {}, answers: {} }
    let draft = fresh
    const ends = { submit: 0, cancelled: 0, later: 0 }
    for (let n = 0; n < inputs; n++) {
      const before = draft
      const taken = step(everyKindForm, draft, input(next, n), env)
      const answers = { ...draft.answers }
      for (const change of taken.changes) answers[change.field] = change.value
      draft = { ...draft, position: taken.position, pending: taken.pending, answers }

      for (const name in before.answers) if (!(name in draft.answers)) throw new Error(`the answer to ${name} was lost`)
      const asked = relevantFields(everyKindForm, draft.answers, draft.params)
      if (draft.position !== review && !asked.includes(draft.position))
        throw new Error(`at ${draft.position}, which is not asked`)
      const prompt = promptOf(everyKindForm, draft, env)
      if (prompt.text.trim() === '') throw new Error('an empty prompt')
      if (prompt.choices.some(choice => choice.trim() === '')) throw new Error('an empty choice')
      if (taken.outcome !== 'asking' && taken.outcome !== 'leaves') {
        ends[taken.outcome]++
        if (taken.outcome === 'submit' && !asked.every(name => name in answers)) throw new Error('submitted unfinished')
        if (taken.outcome !== 'later') draft = fresh
      }
    }
    // The walk must really reach the ends, or it has tested nothing.
    expect(ends.submit).toBeGreaterThan(inputs / 10_000)
    expect(ends.cancelled).toBeGreaterThan(inputs / 10_000)
    expect(ends.later).toBeGreaterThan(inputs / 10_000)
  }, 300_000)
})
