import { Bot } from 'grammy'
import { Temporal } from 'temporal-polyfill'
import type { DraftState } from '../src/conversation/draft.ts'
import { type Form, firstOpen } from '../src/conversation/form.ts'
import { promptOf } from '../src/conversation/prompt.ts'
import { step } from '../src/conversation/step.ts'
import type { StepEnv } from '../src/conversation/summary.ts'
import { initiativeForm } from '../src/features/initiatives/form.ts'
import { loadTexts } from '../src/texts.ts'
import { measurePair, type Side } from './measure.ts'
import { answerAt, questions, withQuestions } from './questions.ts'
import type { Line } from './table.ts'
import { botInfo, textUpdate } from './telegram-update.ts'

const env: StepEnv = { t: withQuestions(loadTexts('vi')), today: Temporal.PlainDate.from('2024-03-20') }

/** What a person types to register an initiative, question by question. */
const initiative = [
  'Trả kết quả thủ tục hành chính tại nhà cho người cao tuổi',
  '2',
  'thủ tục hành chính',
  'Người cao tuổi phải đi lại nhiều lần, chờ lâu.',
  'Tổ công nghệ số mang kết quả đến tận nhà theo lịch.',
  'Lần đầu làm tại phường.',
  'Toàn phường',
  '1/4',
  'Giảm 80% số lượt đi lại.',
  'tất cả',
  'bỏ qua',
  'bỏ qua',
]

interface Taken {
  draft: DraftState
  text: string
}

/**
 * (a) One step of the engine (read the answer, decide, ask the next question) and a handler that only replies: its request is
 * built, and the network left out. For comparison also a handler whose reply goes no further than a transformer that answers
 * at once, which no bot does.
 */
export async function stepAgainstBareHandler(): Promise<Line[]> {
  const steps = walked(initiativeForm, initiative, { unit: 'UB-P-QT' })
  const passes = 100
  const engine: Side = {
    size: passes * steps.length,
    run: () => {
      for (let pass = 0; pass < passes; pass++) for (const taken of steps) take(initiativeForm, taken)
    },
  }
  let update = 0
  const handler = (bot: Bot): Side => {
    bot.on('message:text', ctx => ctx.reply('Đã nhận.'))
    const run = async () => {
      for (let pass = 0; pass < passes; pass++)
        for (const { text } of steps) await bot.handleUpdate(textUpdate(++update, text))
    }
    return { size: passes * steps.length, run }
  }
  const result = { message_id: 1, date: 0, chat: { id: 7, type: 'private' } }
  const bare = new Bot('1:bench', { botInfo })
  bare.api.config.use(async () => ({ ok: true, result }) as never)
  const fetch = async () => Response.json({ ok: true, result })
  const asking = new Bot('1:bench', { botInfo, client: { fetch } })
  const rules = { cost: 'cpu', rounds: 15, warmUp: 6 } as const
  const against = (bot: Bot) => measurePair(engine, handler(bot), rules)
  const name = '(a) engine step / bare grammY handler (CPU)'
  return [
    { name, pair: await against(asking), unit: 'µs', target: { atMost: 1.5 } },
    { name: '    … / one that builds no request', pair: await against(bare), unit: 'µs', target: null },
  ]
}

/** (b) Asking and answering question 40 and question 2 of one form: both a choice. */
export async function lateStepAgainstEarly(): Promise<Line> {
  const form = questions(40, ['text', 'choice'])
  const steps = walked(
    form,
    form.order.map((_, at) => answerAt(at, ['text', 'choice'])),
    {},
  )
  const side = (n: number) => {
    const taken = steps[n - 1]
    if (!taken) throw new Error(`there is no step ${n}`)
    const run = () => {
      for (let time = 0; time < 2_000; time++) askAndTake(form, taken)
    }
    return { size: 2_000, run }
  }
  const pair = await measurePair(side(40), side(2), { cost: 'cpu', rounds: 15, warmUp: 6 })
  return { name: '(b) step 40 / step 2 of 40 questions (CPU)', pair, unit: 'µs', target: { atMost: 1.1 } }
}

/** The drafts at which each answer is given, all answers of a draft its own properties as they are after loading. */
function walked(form: Form, texts: readonly string[], params: DraftState['params']): Taken[] {
  let draft: DraftState = { position: firstOpen(form, {}, params) ?? '', pending: null, params, answers: {} }
  return texts.map(text => {
    const at = { draft, text }
    const { position, pending, changes } = step(form, draft, { type: 'text', text }, env)
    if (position === draft.position) throw new Error(`«${text}» is no answer to ${position}`)
    const answers = { ...draft.answers, ...Object.fromEntries(changes.map(change => [change.field, change.value])) }
    draft = { position, pending, params, answers }
    return at
  })
}

/** As the intake does it: the step, then the question that follows. */
function take(form: Form, { draft, text }: Taken): void {
  const { position, pending, changes } = step(form, draft, { type: 'text', text }, env)
  const answers: Record<string, unknown> = { ...draft.answers }
  for (const change of changes) answers[change.field] = change.value
  promptOf(form, { ...draft, position, pending, answers }, env)
}

/** The last answer is followed by the summary, which shows every answer; so here a step begins with its own question. */
function askAndTake(form: Form, { draft, text }: Taken): void {
  promptOf(form, draft, env)
  step(form, draft, { type: 'text', text }, env)
}
