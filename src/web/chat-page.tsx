import type { ChatLine } from '../channels/web/chat-line.ts'
import { ChatLineView, type LineContext } from './chat-line-view.tsx'
import { Page } from './page.tsx'
import type { Visit } from './visit.ts'
import type { Uploads } from './web-parts.ts'

interface ChatProps {
  lines: readonly ChatLine[]
  hasEarlier: boolean
  /** Older lines are shown; new ones belong elsewhere, so nothing is pushed and nothing is sent from here. */
  isPast: boolean
  context: LineContext
  uploads: Uploads
  /** Id of the next message when the page works without its script. */
  nextId: string
  /** What could not be taken in, with the text, so that nothing typed is lost. */
  refused?: { problem: string; typed: string }
}

/** The whole chat. Works without its script: every button and the input box are forms. */
export function ChatPage({ lines, hasEarlier, isPast, context, uploads, nextId, refused }: ChatProps) {
  const { visit } = context
  const { t, base } = visit
  const first = lines[0]
  return (
    <Page visit={visit} title={t('web.chat.title')} room="chat">
      <div
        class="chat"
        id="chat"
        data-base={base}
        data-csrf={visit.csrf}
        data-after={String(lines.at(-1)?.seq ?? 0)}
        data-past={isPast ? 'yes' : undefined}
        data-active={context.active ?? ''}
        data-max-bytes={String(uploads.maxBytes)}
        data-texts={JSON.stringify(textsForScript(visit))}
      >
        <h1 class="sr-only">{t('web.chat.title')}</h1>
        <p class="status" id="trang-thai" role="status" hidden />
        <div class="log" id="khung" tabindex={-1}>
          {hasEarlier && first && (
            <p class="earlier">
              <a href={`${base}/chat?truoc=${first.seq}`}>{t('web.chat.earlier')}</a>
            </p>
          )}
          <div role="log" aria-live="polite" aria-relevant="additions" aria-label={t('web.chat.log')}>
            <ol id="log">
              {lines.map(line => (
                <ChatLineView line={line} context={context} />
              ))}
            </ol>
          </div>
          {lines.length === 0 && (
            <p class="empty" id="trong">
              {t('web.chat.empty')}
            </p>
          )}
          <div id="cuoi" />
        </div>
        {isPast ? (
          <p class="composer">
            <a class="button" href={`${base}/chat#cuoi`}>
              {t('web.chat.toLatest')}
            </a>
          </p>
        ) : (
          <Composer visit={visit} uploads={uploads} nextId={nextId} refused={refused} />
        )}
      </div>
    </Page>
  )
}

interface ComposerProps {
  visit: Visit
  uploads: Uploads
  nextId: string
  refused?: ChatProps['refused'] | undefined
}

function Composer({ visit, uploads, nextId, refused }: ComposerProps) {
  const { t, base } = visit
  return (
    <div class="composer">
      {refused && (
        <p class="problem" role="alert">
          {refused.problem}
        </p>
      )}
      <form class="attach" id="dinh-kem" method="post" action={`${base}/chat/messages`} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="id" value={`${nextId}f`} />
        <label class="icon-button" for="tep" title={t('web.chat.attach')}>
          <ClipIcon />
          <span class="sr-only">{t('web.chat.attach')}</span>
        </label>
        <input class="file-input" id="tep" type="file" name="file" accept={uploads.accept} multiple required />
        <noscript>
          <button type="submit">{t('web.chat.sendFile')}</button>
        </noscript>
      </form>
      <form class="say" id="go" method="post" action={`${base}/chat/messages`}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="id" value={nextId} />
        <label class="sr-only" for="noi">
          {t('web.chat.inputLabel')}
        </label>
        <textarea
          id="noi"
          name="text"
          rows={1}
          required
          maxlength={20000}
          placeholder={t('web.chat.placeholder')}
          autocomplete="off"
        >
          {refused?.typed ?? ''}
        </textarea>
        <button type="submit" class="button primary send">
          <SendIcon />
          <span class="send-label">{t('web.chat.send')}</span>
        </button>
      </form>
      <noscript>
        <p class="hint">
          <a href={`${base}/chat#cuoi`}>{t('web.chat.reload')}</a>
        </p>
      </noscript>
    </div>
  )
}

/** The sentences that the script shows by itself. */
function textsForScript({ t }: Visit): Record<string, string> {
  const keys = [
    'you',
    'offline',
    'back',
    'sending',
    'unsent',
    'notSent',
    'retry',
    'tooLarge',
    'refused',
    'stale',
    'uploading',
    'newLines',
  ] as const
  return Object.fromEntries(
    keys.map(key => [key, t(`web.script.${key}`, { limit: '{{limit}}', name: '{{name}}', percent: '{{percent}}' })]),
  )
}

function ClipIcon() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
        d="m20 11-8.6 8.6a5 5 0 0 1-7-7l8.5-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.9-7.8"
      />
    </svg>
  )
}

function SendIcon() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path fill="currentColor" d="M3.4 20.4 21 12 3.4 3.6 3.3 10l12 2-12 2z" />
    </svg>
  )
}
