import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../src/contract/feature.ts'
import type { FieldEnv, Params } from '../../src/conversation/field.ts'
import type { Form } from '../../src/conversation/form.ts'
import { newId } from '../../src/store/new-id.ts'

const typed: Readonly<Record<string, readonly [string, string]>> = {
  name: ['Nguyễn Thị Bình', 'Trần Văn Cường'],
  text: ['Bản thử nhất', 'Bản thử nhì'],
  longText: ['Nội dung của bản thứ nhất.', 'Nội dung đã sửa của bản sau.'],
  date: ['18/3/2024', '19/3/2024'],
  choice: ['1', '2'],
  multiChoice: ['1', '2'],
  number: ['3', '4'],
  money: ['1 tỷ đồng', '2 tỷ đồng'],
  ratio: ['17/20', '18/20'],
  people: ['Nguyễn Thị Bình, Trần Văn Cường', 'Nguyễn Thị Bình'],
  yesNo: ['có', 'không'],
  items: ['Rà soát quyết định về thủ tục, hạn 20/5', 'Rà soát quyết định về thủ tục, hạn 25/5'],
}

/** Answers to every question that must be answered, as a person would type them; `nth` tells two sets apart. */
export async function sampleAnswers(
  ctx: Ctx,
  form: Form,
  nth: 0 | 1,
  params: Params = {},
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const name of form.order) {
    const field = form.fields[name]
    if (!field || (field.when && !field.when(answers, params))) continue
    const today = Temporal.PlainDate.from('2024-03-20')
    const env: FieldEnv = { t: ctx.t, texts: `${form.texts}.${name}`, today, params, answers }
    if (field.kind === 'files') answers[name] = [await storedFile(ctx, `${name}-${nth}.pdf`)]
    else if (field.isOptional) answers[name] = null
    else {
      const reading = field.read(typed[field.kind]?.[nth] ?? '', env)
      if (!reading.ok) throw new Error(`no sample for ${form.id}.${name} of kind ${field.kind}`)
      answers[name] = reading.value
    }
  }
  return answers
}

async function storedFile({ tx, now }: Ctx, name: string) {
  const id = newId(now)
  await tx.storedFile.create({ data: { id, name, state: 'STORED', channel: 'web', createdAt: now } })
  return { id, name }
}
