import type { Child } from 'hono/jsx'
import type { OutboundMessage } from '../channels/channel.ts'

/** A message on the desk as its recipient will read it, with its buttons; `children` says whose it is. */
export function MessageSample({ message, children }: { message: OutboundMessage; children: Child }) {
  return (
    <figure class="sample">
      <figcaption>{children}</figcaption>
      {message.title && <p class="sample-title">{message.title}</p>}
      <p class="sample-text">{message.text}</p>
      <p class="sample-words">
        {(message.words ?? []).map(word => (
          <span>{word}</span>
        ))}
      </p>
    </figure>
  )
}
