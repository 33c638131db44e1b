import type { Field } from '../src/conversation/field.ts'
import { defineForm, type Form } from '../src/conversation/form.ts'
import { choice } from '../src/conversation/kinds/choice.ts'
import { date } from '../src/conversation/kinds/date.ts'
import { money } from '../src/conversation/kinds/number.ts'
import { text } from '../src/conversation/kinds/text.ts'
import { yesNo } from '../src/conversation/kinds/yes-no.ts'
import type { Translate } from '../src/texts.ts'

type Kind = 'text' | 'choice' | 'yesNo' | 'money' | 'date'

export const everyKind: readonly Kind[] = ['text', 'choice', 'yesNo', 'money', 'date']

const makers: Record<Kind, () => Field> = {
  text: () => widened(text()),
  choice: () => widened(choice(['one', 'two', 'three', 'four', 'five'])),
  yesNo: () => widened(yesNo()),
  money: () => widened(money()),
  date: () => widened(date()),
}

/** What a form keeps of a field anyway: it gives a field only values that the field has read. */
function widened<V>(field: Field<V>): Field {
  return field as Field
}

/** A form of as many questions as wanted, the kinds in turn. */
export function questions(count: number, kinds: readonly Kind[]): Form {
  const fields: Record<string, Field> = {}
  for (let at = 0; at < count; at++) fields[`q${at + 1}`] = makers[kindAt(at, kinds)]()
  return defineForm({ id: 'bench', version: 1, texts: 'bench', fields })
}

const typed: Record<Kind, string> = {
  text: 'Niêm yết công khai thủ tục hành chính tại trụ sở',
  choice: '2',
  yesNo: 'có',
  money: '1,2 tỷ',
  date: '30/9',
}

/** What a person types at the question with that place, from 0. */
export function answerAt(at: number, kinds: readonly Kind[]): string {
  return typed[kindAt(at, kinds)]
}

function kindAt(at: number, kinds: readonly Kind[]): Kind {
  return kinds[at % kinds.length] ?? 'text'
}

/** The product's texts, with those of the bench's own form beside them. */
export function withQuestions(t: Translate): Translate {
  return (key, params) => (key.startsWith('bench.') ? `Câu hỏi ${key}` : t(key, params))
}
