interface Button {
  text: string
  callback_data?: string
  url?: string
}

/** What the schema does not know: lengths, bytes, and that a button does exactly one thing (core.telegram.org/bots/api). */
export function limitProblems(method: string, payload: object): string[] {
  const problems: string[] = []
  const check = (isRight: boolean, what: string) => {
    if (!isRight) problems.push(`${method}: ${what}`)
  }
  const field = (name: string): unknown => Object.entries(payload).find(([key]) => key === name)?.[1]
  const text = field('text')
  if (method === 'sendMessage' && typeof text === 'string') {
    check(text.trim().length > 0 && text.length <= 4096, `text of ${text.length}`)
    check(!/\p{Surrogate}/u.test(text), 'text with half a character')
    const entities = (field('entities') ?? []) as { offset: number; length: number }[]
    for (const { offset, length } of entities)
      check(offset >= 0 && length > 0 && offset + length <= text.length, 'entity outside of the text')
  }
  if (method === 'answerCallbackQuery' && typeof text === 'string') check(text.length <= 200, 'answer too long')
  const caption = field('caption')
  if (typeof caption === 'string') check(caption.length <= 1024, 'caption too long')
  const keyboard = (field('reply_markup') as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? []
  check(keyboard.flat().length <= 100, 'more than 100 buttons')
  for (const row of keyboard) check(row.length >= 1 && row.length <= 8, `row of ${row.length} buttons`)
  for (const { text: label, ...actions } of keyboard.flat()) {
    check(label.length > 0, 'button without a label')
    check(Object.keys(actions).length === 1, `button with ${Object.keys(actions).length} actions`)
    if (actions.callback_data !== undefined) {
      const bytes = Buffer.byteLength(actions.callback_data)
      check(bytes >= 1 && bytes <= 64, `callback_data of ${bytes} bytes`)
    }
    if (actions.url !== undefined) check(/^https:\/\/[^/]+\.[^/]+/.test(actions.url), `button to ${actions.url}`)
  }
  const commands = (field('commands') ?? []) as { command: string; description: string }[]
  check(commands.length <= 100, 'more than 100 commands')
  for (const { command, description } of commands) {
    check(/^[a-z0-9_]{1,32}$/.test(command), `command ${command}`)
    check(description.length >= 1 && description.length <= 256, `description of ${command}`)
  }
  const secret = field('secret_token')
  if (secret !== undefined) check(typeof secret === 'string' && /^[A-Za-z0-9_-]{1,256}$/.test(secret), 'secret_token')
  if (method === 'getUpdates') {
    check(Number(field('timeout') ?? 0) <= 50, 'timeout too long')
    check(Array.isArray(field('allowed_updates')), 'allowed_updates left out')
  }
  return problems
}
