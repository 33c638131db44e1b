import { randomUUID } from 'node:crypto'
import type { OutboundMessage } from '../channels/channel.ts'
import { choiceMark } from '../channels/choice-mark.ts'
import type { ChatLine } from '../channels/web/chat-line.ts'
import { LinkedText } from './linked-text.tsx'
import { localDay, localHour } from './local-time.ts'
import type { Visit } from './visit.ts'

export interface LineContext {
  visit: Visit
  /** The prompt whose buttons can be pressed; all others are shown as text. */
  active: string | null
  now: Date
}

/** One bubble of the transcript. */
export function ChatLineView({ line, context }: { line: ChatLine; context: LineContext }) {
  const { body } = line
  const { t } = context.visit
  const id = ownId(line)
  return (
    <li class={line.fromBot ? 'line bot' : 'line own'} data-seq={String(line.seq)} data-id={id}>
      <div class="bubble">
        <span class="sr-only">{t(line.fromBot ? 'web.chat.botSays' : 'web.chat.youSay')}</span>
        {'message' in body && <BotMessage message={body.message} context={context} />}
        {'text' in body && <p class="text">{body.text}</p>}
        {'pressed' in body && <p class="text">{body.pressed}</p>}
        {'file' in body && <p class="text file">{body.file}</p>}
      </div>
      <SentAt at={line.at} context={context} />
    </li>
  )
}

/** The id that the page gave to its own message, so that it finds the bubble it has already shown. */
function ownId(line: ChatLine): string | undefined {
  return line.fromBot ? undefined : line.key.split(':').at(-1)
}

function SentAt({ at, context }: { at: Date; context: LineContext }) {
  const { timeZone } = context.visit.campaign
  const day = localDay(at, timeZone)
  const hour = localHour(at, timeZone)
  return (
    <time datetime={at.toISOString()}>
      {day === localDay(context.now, timeZone) ? hour : `${day.slice(0, 5)} ${hour}`}
    </time>
  )
}

function BotMessage({ message, context }: { message: OutboundMessage; context: LineContext }) {
  const { base } = context.visit
  return (
    <>
      {message.title && <p class="title">{message.title}</p>}
      <p class="text">
        <LinkedText text={message.text} />
      </p>
      {message.attachments && message.attachments.length > 0 && (
        <ul class="attachments">
          {message.attachments.map(({ fileId, name, isPicture }) => (
            <li>
              <a class={isPicture ? 'picture' : 'file'} href={`${base}/files/${fileId}`}>
                {isPicture ? <img src={`${base}/files/${fileId}`} alt={name} loading="lazy" /> : name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {message.links && message.links.length > 0 && (
        <p class="links">
          {message.links.map(({ label, url }) => (
            <a class="button" href={withinPersona(url, context)} rel="noopener">
              {label}
            </a>
          ))}
        </p>
      )}
      <Answers message={message} context={context} />
    </>
  )
}

/** A link to one of our own pages opens as the person of this page, also in the demonstration. */
function withinPersona(url: string, { visit }: LineContext): string {
  const own = `${visit.publicUrl}/desk`
  return visit.base !== '' && url.startsWith(own) ? `${visit.base}/desk${url.slice(own.length)}` : url
}

function Answers({ message, context }: { message: OutboundMessage; context: LineContext }) {
  const { prompt, choices = [], words = [] } = message
  if (prompt === undefined || choices.length + words.length === 0) return <Options message={message} />
  // A notice keeps its buttons: what they open does not depend on what the chat is asking.
  const isActive = prompt === context.active || prompt.startsWith('n')
  if (!isActive) return <Options message={message} />
  const { base, csrf } = context.visit
  return (
    <form class="answers" method="post" action={`${base}/chat/messages`} data-prompt={prompt}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="id" value={randomUUID()} />
      {choices.length > 0 && (
        <div class="choices">
          {choices.map((label, index) => (
            <button type="submit" name="press" value={`${prompt}:${index + 1}`} data-label={label}>
              <span class="number">{choiceMark(message, index)}</span>
              <span>{label}</span>
            </button>
          ))}
        </div>
      )}
      {words.length > 0 && (
        <div class="words">
          {words.map((label, index) => (
            <button type="submit" name="press" value={`${prompt}:${choices.length + index + 1}`} data-label={label}>
              {label}
            </button>
          ))}
        </div>
      )}
    </form>
  )
}

function Options({ message }: { message: OutboundMessage }) {
  const { choices = [], lettered } = message
  if (choices.length === 0) return null
  return (
    <ol class="options" type={lettered ? 'a' : '1'}>
      {choices.map(label => (
        <li>{label}</li>
      ))}
    </ol>
  )
}
