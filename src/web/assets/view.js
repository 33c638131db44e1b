// @ts-check
/** What stands on the chat page: its parts, the person's own lines before the server has shown them, the notices on top. */

export const chat = byId('chat')
export const log = byId('log')
export const frame = byId('khung')
export const base = chat.dataset.base ?? ''
export const csrf = chat.dataset.csrf ?? ''
export const maxBytes = Number(chat.dataset.maxBytes)

const status = byId('trang-thai')
/** @type {Record<string, string>} */
const texts = JSON.parse(chat.dataset.texts ?? '{}')

/** A sentence of the page, with its values. @param {string} name @param {Record<string, string>} [values] */
export function sentence(name, values = {}) {
  return (texts[name] ?? '').replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? '')
}

/** Shows the person's own line at once; the server's line with the same id takes its place. @param {string} id @param {string} text */
export function showOwn(id, text) {
  const known = log.querySelector(`[data-id="${id}"]`)
  if (known instanceof HTMLElement) return known
  const line = document.createElement('li')
  line.className = 'line own waiting'
  line.dataset.id = id
  const bubble = document.createElement('div')
  bubble.className = 'bubble'
  const who = document.createElement('span')
  who.className = 'sr-only'
  who.textContent = sentence('you')
  const words = document.createElement('p')
  words.className = 'text'
  words.textContent = text
  bubble.append(who, words)
  line.append(bubble)
  log.append(line)
  mark(id, sentence('sending'), 'waiting')
  hideEmpty()
  toBottom(false)
  return line
}

/**
 * Writes under an own line how it stands; nothing when all is well.
 * @param {string} id @param {string} words @param {'waiting' | 'problematic'} [how]
 */
export function mark(id, words, how = 'problematic') {
  const line = log.querySelector(`[data-id="${id}"]`)
  if (!line) return
  line.classList.toggle('problematic', words !== '' && how === 'problematic')
  line.classList.toggle('waiting', words !== '' && how === 'waiting')
  const note = line.querySelector('.note') ?? document.createElement('span')
  note.className = 'note'
  note.textContent = words
  line.append(note)
}

export function hideEmpty() {
  document.getElementById('trong')?.remove()
}

/** @param {boolean} isAwaited */
export function awaitAnswer(isAwaited) {
  chat.classList.toggle('awaiting', isAwaited)
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hiding

/** A notice above the chat; an empty one hides it. @param {string} words @param {number} [milliseconds] */
export function say(words, milliseconds) {
  clearTimeout(hiding)
  status.textContent = words
  status.hidden = words === ''
  if (milliseconds) hiding = setTimeout(() => say(''), milliseconds)
}

/** Where a scroll of ours is on its way to; null: the person is where they want to be. @type {number | null} */
let goal = null
/** @type {ReturnType<typeof setTimeout> | undefined} */
let forgetting
for (const ended of ['scrollend', 'wheel', 'touchmove', 'keydown'])
  frame.addEventListener(ended, () => forgetGoal(), { passive: true })

function forgetGoal() {
  goal = null
}

/** Whether the person reads the end, or will when the scroll that is under way has ended. */
export function isNearBottom() {
  return frame.scrollHeight - (goal ?? frame.scrollTop) - frame.clientHeight < 160
}

/** @param {boolean} atOnce */
export function toBottom(atOnce) {
  scroll(frame.scrollHeight, atOnce)
}

/** As far down as there is, but never past the first words of what has just come. @param {HTMLElement} line */
export function toStartOf(line) {
  scroll(frame.scrollTop + line.getBoundingClientRect().top - frame.getBoundingClientRect().top - 12, false)
}

/** @param {number} top @param {boolean} atOnce */
function scroll(top, atOnce) {
  const isCalm = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches
  goal = isCalm ? null : top
  // Not every browser tells the end of a scroll.
  clearTimeout(forgetting)
  forgetting = setTimeout(forgetGoal, 1000)
  frame.scrollTo({ top, behavior: isCalm ? 'instant' : 'smooth' })
}

/** @param {string} id */
export function byId(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no ${id}`)
  return element
}
