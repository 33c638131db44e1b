// @ts-check
/**
 * The live part of the chat page: shows new lines as they are pushed and sends without leaving the page. Without it the page
 * still works, with plain forms.
 */

import { enqueue, forgetUnsent, newId, sendQueue, startSending } from './outgoing.js'
import { wireFiles } from './upload.js'
import {
  awaitAnswer,
  base,
  byId,
  chat,
  frame,
  hideEmpty,
  isNearBottom,
  log,
  say,
  sentence,
  toBottom,
  toStartOf,
} from './view.js'

const typedKey = `thidua:typed:${base}`
const hasMouse = matchMedia('(pointer: fine)').matches

let lastSeq = chat.dataset.after ?? '0'
let active = chat.dataset.active ?? ''

if (!chat.dataset.past) {
  connect()
  wireInput()
  wireButtons()
  wireFiles()
  startSending(settleButtons)
}
document.querySelector('[data-sign-out]')?.addEventListener('click', () => {
  forgetUnsent()
  sessionStorage.removeItem(typedKey)
})
window.addEventListener('online', () => void sendQueue())
window.addEventListener('offline', () => say(sentence('offline')))
toBottom(true)
const latest = log.lastElementChild
if (latest instanceof HTMLElement && latest.classList.contains('bot')) toStartOf(latest)

// ── Lines from the server ───────────────────────────────────────────────────────────────────────

function connect() {
  const source = new EventSource(`${base}/chat/stream?after=${lastSeq}`)
  let wasLost = false
  source.addEventListener('open', () => {
    if (wasLost) say(sentence('back'), 3000)
    wasLost = false
    void sendQueue()
  })
  source.addEventListener('line', event => {
    lastSeq = event.lastEventId || lastSeq
    addLine(JSON.parse(event.data))
  })
  source.addEventListener('prompt', event => {
    active = JSON.parse(event.data).active
    settleButtons()
  })
  source.addEventListener('signedOut', () => {
    source.close()
    location.assign('/')
  })
  source.addEventListener('error', () => {
    if (!wasLost) say(sentence('offline'))
    wasLost = true
    // A refused connection (a proxy's error page) is not tried again by the browser.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000)
  })
}

/** @param {{ html: string, fromBot: boolean }} given */
function addLine({ html, fromBot }) {
  const template = document.createElement('template')
  template.innerHTML = html
  const line = template.content.querySelector('li')
  if (!line || log.querySelector(`[data-seq="${line.dataset.seq}"]`)) return
  const isNear = isNearBottom()
  const shown = line.dataset.id ? log.querySelector(`[data-id="${line.dataset.id}"]`) : null
  if (shown) takePlace(shown, line)
  else log.insertBefore(line, fromBot ? log.querySelector('.line.waiting') : null)
  hideEmpty()
  if (fromBot) {
    awaitAnswer(false)
    settleButtons()
    focusAnswers(line)
  }
  if (!isNear && fromBot) say(sentence('newLines'), 4000)
  else if (fromBot) toStartOf(line)
  else toBottom(false)
}

/**
 * The server's line stands for the page's own one. That it is there does not mean that it was taken in: until the answer to
 * the post says so, it stays marked as on its way.
 * @param {Element} shown @param {HTMLElement} line
 */
function takePlace(shown, line) {
  const note = shown.querySelector('.note')
  if (note) line.append(note)
  for (const state of ['waiting', 'problematic']) line.classList.toggle(state, shown.classList.contains(state))
  shown.replaceWith(line)
}

/** Only the buttons of what is asked now can be pressed; older ones become a list to read. */
function settleButtons() {
  for (const form of log.querySelectorAll('form.answers')) {
    if (!(form instanceof HTMLElement)) continue
    const prompt = form.dataset.prompt ?? ''
    if (prompt === active || prompt.startsWith('n')) {
      setBusy(form, false)
      continue
    }
    const hadFocus = form.contains(document.activeElement)
    const options = document.createElement('ol')
    options.className = 'options'
    if (form.querySelector('.choices .number')?.textContent === 'a') options.type = 'a'
    for (const button of form.querySelectorAll('.choices button')) {
      const item = document.createElement('li')
      item.textContent = button.getAttribute('data-label')
      options.append(item)
    }
    form.replaceWith(...(options.children.length > 0 ? [options] : []))
    if (hadFocus) frame.focus({ preventScroll: true })
  }
}

/** After a press on a button the keyboard goes on with the next buttons, or with the box. @param {HTMLElement} line */
function focusAnswers(line) {
  if (document.activeElement !== frame && document.activeElement !== document.body) return
  const next = line.querySelector('form.answers button')
  if (next instanceof HTMLElement) next.focus({ preventScroll: true })
  else if (hasMouse) byId('noi').focus({ preventScroll: true })
}

// ── What the person sends ───────────────────────────────────────────────────────────────────────

function wireInput() {
  const form = byId('go')
  const box = byId('noi')
  if (!(form instanceof HTMLFormElement) || !(box instanceof HTMLTextAreaElement)) return
  box.value ||= sessionStorage.getItem(typedKey) ?? ''
  growBox(box)
  box.addEventListener('input', () => {
    sessionStorage.setItem(typedKey, box.value)
    growBox(box)
  })
  box.addEventListener('keydown', event => {
    // A phone's Enter makes a new line; the Vietnamese keyboard confirms a word with it while composing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasMouse) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    const text = box.value.trim()
    if (text === '') return
    box.value = ''
    sessionStorage.removeItem(typedKey)
    growBox(box)
    enqueue({ id: newId(), text })
    box.focus({ preventScroll: true })
  })
  if (hasMouse) box.focus({ preventScroll: true })
}

function wireButtons() {
  log.addEventListener('submit', event => {
    const form = event.target
    const button = event.submitter
    if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return
    event.preventDefault()
    if (form.ariaBusy === 'true') return
    setBusy(form, true)
    button.classList.add('chosen')
    const [prompt = '', number = '0'] = button.value.split(':')
    frame.focus({ preventScroll: true })
    enqueue({ id: newId(), prompt, number: Number(number), label: button.dataset.label ?? '' })
  })
}

/** @param {HTMLElement} form @param {boolean} isBusy */
function setBusy(form, isBusy) {
  form.ariaBusy = String(isBusy)
  for (const button of form.querySelectorAll('button')) {
    button.disabled = isBusy
    if (!isBusy) button.classList.remove('chosen')
  }
}

/** @param {HTMLTextAreaElement} box */
function growBox(box) {
  const wrapped = Math.ceil(box.value.length / Math.max(20, box.clientWidth / 9))
  box.rows = Math.min(6, Math.max(1, box.value.split('\n').length, wrapped))
}
