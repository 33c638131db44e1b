import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
} from '@grammyjs/conversations'
import { PrismaAdapter, type SessionDelegate } from '@grammyjs/storage-prisma'
import { Bot, type Context, type Transformer } from 'grammy'
import { Temporal } from 'temporal-polyfill'
import { steppedClock } from '../src/clock.ts'
import { type Form, fieldOf } from '../src/conversation/form.ts'
import { promptOf } from '../src/conversation/prompt.ts'
import { envOf, type StepEnv } from '../src/conversation/summary.ts'
import { encoded } from '../src/intake/running-draft.ts'
import type { System } from '../src/intake/system.ts'
import { newId } from '../src/store/new-id.ts'
import type { BenchDatabase } from './database.ts'
import { delivering } from './deliverer.ts'
import { type MeasureRules, measurePair, type Side } from './measure.ts'
import { answerAt, everyKind, questions } from './questions.ts'
import { sessionsIn } from './session-client.ts'
import { benchSystem, formFeature, newMember, say } from './system.ts'
import type { Line } from './table.ts'
import { botInfo, textUpdate } from './telegram-update.ts'

const count = 20
const typed = Array.from({ length: count }, (_, at) => answerAt(at, everyKind))
const unit = 'UB-P-QT'
/** Nobody types faster than the one message a second that Telegram takes in a chat; the clock stands while nothing is typed. */
const LINE_MS = 1_000

/**
 * (d) A form of 20 questions from the first word to the stored answers, here with each reply handed to the platform before the next
 * line is typed, and its end written down: what a person waits for. Against it the form as a conversation of grammY whose state is
 * kept in the same database by @grammyjs/storage-prisma, set up as its documentation says, with the driver adapter that is
 * published for the database; for comparison also with the adapter of the product, which on PGlite is faster. Both ask with the same sentences
 * and read with the same readers; Telegram itself is left out on both sides.
 */
export async function formAgainstConversations(database: BenchDatabase): Promise<Line[]> {
  const form = questions(count, everyKind)
  const clock = steppedClock('2024-03-20T01:00:00.000Z')
  const system = await benchSystem(database, [formFeature(form)], clock)
  const sessions = await sessionsIn(database.adapters.published)
  const theirs = conversationSide(system, form, sessions.delegate)
  const rules: MeasureRules = { cost: 'wall', rounds: 15, warmUp: 15 }
  const member = await newMember(system, 'CLERK', unit)
  const outbox = delivering(system)
  let replies = 0
  const delivered = await measurePair(
    {
      size: 1,
      run: async () => {
        for (const line of ['menu', ...typed]) {
          clock.advance(LINE_MS)
          await say(outbox.system, member, line)
          await outbox.sent(++replies)
        }
        await outbox.settled()
      },
    },
    theirs,
    rules,
  )
  await outbox.stop()
  const ours: Side = {
    size: 1,
    run: async () => {
      for (const line of ['menu', ...typed]) await say(system, member, line)
    },
  }
  const stored = await measurePair(ours, theirs, rules)
  await sessions.close()
  const overOwn = await sessionsIn(database.adapters.own)
  const sameAdapter = await measurePair(ours, conversationSide(system, form, overOwn.delegate), {
    ...rules,
    warmUp: 5,
  })
  await overOwn.close()
  const target = { atMost: 1 }
  return [
    {
      name: `(d) form of 20 questions, each reply sent / conversations, ${database.kind}`,
      pair: delivered,
      unit: 'ms',
      target,
    },
    { name: '    … without sending / the same', pair: stored, unit: 'ms', target: null },
    {
      name: '    … without sending / conversations over the product’s adapter',
      pair: sameAdapter,
      unit: 'ms',
      target: null,
    },
  ]
}

type Chat = ConversationFlavor<Context>

/** Telegram answers at once. */
const telegram: Transformer = async () => {
  // What a method returns depends on its name, which a transformer for all of them cannot say.
  return { ok: true, result: { message_id: 1, date: 0, chat: { id: 7, type: 'private' } } } as never
}

function conversationSide(system: System, form: Form, sessions: SessionDelegate): Side {
  const bot = new Bot<Chat>('1:bench', { botInfo })
  bot.api.config.use(telegram)
  const storage = new PrismaAdapter<VersionedState<ConversationData>>(sessions)
  bot.use(conversations<Chat, Context>({ storage }))
  const fill = filling(system, form)
  const stub = async (ctx: Context, next: () => Promise<void>) => {
    ctx.api.config.use(telegram)
    await next()
  }
  bot.use(createConversation<Chat, Context>(fill, { id: 'fill', plugins: [stub] }))
  bot.hears('menu', ctx => ctx.conversation.enter('fill'))
  let update = 0
  return {
    size: 1,
    run: async () => {
      for (const line of ['menu', ...typed]) await bot.handleUpdate(textUpdate(++update, line))
    },
  }
}

/** The form as the documentation of conversations writes one: ask, wait, read, ask again when it is no answer. */
function filling(system: System, form: Form) {
  const env: StepEnv = { t: system.texts('vi'), today: Temporal.PlainDate.from('2024-03-20') }
  return async (conversation: Conversation<Chat, Context>, ctx: Context): Promise<void> => {
    const answers: Record<string, unknown> = {}
    for (const position of form.order) {
      const draft = { position, pending: null, params: {}, answers }
      while (!(position in answers)) {
        const { title, text, choices } = promptOf(form, draft, env)
        await ctx.reply([title, text, ...choices.map((label, at) => `${at + 1}. ${label}`)].join('\n'))
        const { message } = await conversation.waitFor('message:text')
        const reading = fieldOf(form, position).read(message.text, envOf(form, position, draft, env))
        if (reading.ok) answers[position] = reading.value
      }
    }
    await conversation.external(() => keep(system, form, answers))
    await ctx.reply('Đã nhận.')
  }
}

async function keep({ prisma, clock }: System, form: Form, answers: Record<string, unknown>): Promise<void> {
  const now = clock.now()
  const id = newId(now)
  const rows = form.order.map(field => ({ field, value: encoded(form, field, answers[field]), typed: '' }))
  await prisma.$executeRaw`
    WITH made AS (
      INSERT INTO draft (id, form, form_version, params, position, state, created_at, updated_at)
      VALUES (${id}::uuid, 'bench', 1, '{}', 'review', 'SUBMITTED', ${now}, ${now}) RETURNING id
    )
    INSERT INTO answer (draft_id, field, value, typed, at)
    SELECT made.id, x.field, x.value, x.typed, ${now}
    FROM made, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(field text, value jsonb, typed text)`
}
