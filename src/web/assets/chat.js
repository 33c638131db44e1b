// @ts-check
/**
 * The live part of the chat page: shows new lines as they are pushed, sends without leaving the page, keeps what could not
 * be sent and sends it again with the same id. Without this file the page still works, with plain forms.
 */

/** @typedef {{ id: string, text: string } | { id: string, prompt: string, number: number, label: string }} Message */

const chat = byId('chat')
const log = byId('log')
const frame = byId('khung')
const status = byId('trang-thai')
const base = chat.dataset.base ?? ''
const csrf = chat.dataset.csrf ?? ''
/** @type {Record<string, string>} */
const texts = JSON.parse(chat.dataset.texts ?? '{}')
const maxBytes = Number(chat.dataset.maxBytes)
const storeKey = `thidua:unsent:${base}`
const draftKey = `thidua:typed:${base}`
const hasMouse = matchMedia('(pointer: fine)').matches

let lastSeq = chat.dataset.after ?? '0'
let active = chat.dataset.active ?? ''
/** @type {Message[]} */
const queue = readQueue()
let isSending = false
let retryIn = 1000

if (!chat.dataset.past) {
  connect()
  wireInput()
  wireButtons()
  wireFiles()
  for (const message of queue) showOwn(message.id, 'text' in message ? message.text : message.label)
  void sendQueue()
}
document.querySelector('[data-sign-out]')?.addEventListener('click', () => {
  localStorage.removeItem(storeKey)
  sessionStorage.removeItem(draftKey)
})
window.addEventListener('online', () => void sendQueue())
window.addEventListener('offline', () => say(texts.offline ?? ''))
toBottom(true)

// ── Lines from the server ───────────────────────────────────────────────────────────────────────

function connect() {
  const source = new EventSource(`${base}/chat/stream?after=${lastSeq}`)
  let wasLost = false
  source.addEventListener('open', () => {
    if (wasLost) say(texts.back ?? '', 3000)
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
    if (!wasLost) say(texts.offline ?? '')
    wasLost = true
    // A refused connection (a proxy's error page) is not tried again by the browser.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => connect(), 3000)
    }
  })
}

/** @param {{ html: string, fromBot: boolean }} line */
function addLine({ html, fromBot }) {
  const template = document.createElement('template')
  template.innerHTML = html
  const line = template.content.querySelector('li')
  if (!line || log.querySelector(`[data-seq="${line.dataset.seq}"]`)) return
  const shown = line.dataset.id ? log.querySelector(`[data-id="${line.dataset.id}"]`) : null
  const isNear = isNearBottom()
  if (shown) shown.replaceWith(line)
  else {
    const waiting = fromBot ? log.querySelector('.line.waiting') : null
    log.insertBefore(line, waiting)
  }
  byIdOrNull('trong')?.remove()
  if (fromBot) {
    typing(false)
    settleButtons()
    focusAnswers(line)
  }
  if (isNear || !fromBot) toBottom(false)
  else say(texts.newLines ?? '', 4000)
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
    for (const button of form.querySelectorAll('.choices button')) {
      const item = document.createElement('li')
      item.textContent = button.getAttribute('data-label')
      options.append(item)
    }
    form.replaceWith(...(options.children.length > 0 ? [options] : []))
    if (hadFocus) frame.focus({ preventScroll: true })
  }
}

/** After a press on a button the keyboard goes on with the next buttons, or with the box. */
function focusAnswers(/** @type {HTMLElement} */ line) {
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
  box.value ||= sessionStorage.getItem(draftKey) ?? ''
  growBox(box)
  box.addEventListener('input', () => {
    sessionStorage.setItem(draftKey, box.value)
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
    sessionStorage.removeItem(draftKey)
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

/** @param {Message} message */
function enqueue(message) {
  queue.push(message)
  keepQueue()
  showOwn(message.id, 'text' in message ? message.text : message.label)
  void sendQueue()
}

/** One after the other, in order, each until it is taken. */
async function sendQueue() {
  if (isSending) return
  isSending = true
  try {
    for (let message = queue[0]; message; message = queue[0]) {
      const outcome = await post(message)
      if (outcome === 'again') {
        mark(message.id, texts.unsent ?? '')
        setTimeout(() => void sendQueue(), retryIn)
        retryIn = Math.min(retryIn * 2, 30_000)
        return
      }
      retryIn = 1000
      queue.shift()
      keepQueue()
    }
  } finally {
    isSending = false
  }
}

/** @param {Message} message @returns {Promise<'done' | 'again'>} */
async function post(message) {
  typing(true)
  try {
    const response = await fetch(`${base}/chat/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': csrf },
      body: JSON.stringify(message),
    })
    if (response.ok) {
      mark(message.id, '')
      say('')
      return 'done'
    }
    typing(false)
    if (response.status === 401 || response.status === 403) {
      // Another tab has signed in or out: a fresh page knows who we are now.
      location.reload()
      return 'again'
    }
    if (response.status >= 500 || response.status === 429) return 'again'
    const told = await response.json().catch(() => ({}))
    mark(message.id, told.say ?? texts.refused ?? '')
    settleButtons()
    return 'done'
  } catch {
    typing(false)
    say(texts.offline ?? '')
    return 'again'
  }
}

// ── Files ───────────────────────────────────────────────────────────────────────────────────────

function wireFiles() {
  const form = byId('dinh-kem')
  const input = byId('tep')
  if (!(input instanceof HTMLInputElement)) return
  form.classList.add('live')
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    input.value = ''
    void files.reduce((before, file) => before.then(() => upload(file, newId())), Promise.resolve())
  })
  frame.addEventListener('dragover', event => event.preventDefault())
  frame.addEventListener('drop', event => {
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    void files.reduce((before, file) => before.then(() => upload(file, newId())), Promise.resolve())
  })
}

/** @param {File} file @param {string} id @returns {Promise<void>} */
function upload(file, id) {
  const line = showOwn(id, file.name)
  if (file.size > maxBytes) {
    mark(id, fill(texts.tooLarge ?? '', { limit: String(Math.floor(maxBytes / 1_048_576)) }))
    return Promise.resolve()
  }
  const bar = document.createElement('progress')
  bar.max = 100
  bar.setAttribute('aria-label', fill(texts.uploading ?? '', { name: file.name }))
  line.querySelector('.bubble')?.append(bar)
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    const end = (/** @type {string} */ problem, /** @type {boolean} */ mayRetry) => {
      bar.remove()
      mark(id, problem)
      if (mayRetry) offerRetry(line, () => void upload(file, id))
      resolve()
    }
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) bar.value = (event.loaded / event.total) * 100
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) return end('', false)
      if (request.status === 401 || request.status === 403) return location.reload()
      end(saidBy(request.responseText) ?? texts.refused ?? '', request.status >= 500)
    })
    request.addEventListener('error', () => end(texts.unsent ?? '', true))
    request.open('POST', `${base}/chat/messages`)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-CSRF-Token', csrf)
    const body = new FormData()
    body.append('id', id)
    body.append('file', file)
    request.send(body)
  })
}

/** @param {string} json @returns {string | undefined} */
function saidBy(json) {
  try {
    return JSON.parse(json).say
  } catch {
    return undefined
  }
}

/** @param {HTMLElement} line @param {() => void} again */
function offerRetry(line, again) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link-button'
  button.textContent = texts.retry ?? ''
  button.addEventListener('click', () => {
    button.remove()
    again()
  })
  line.append(button)
}

// ── Showing ─────────────────────────────────────────────────────────────────────────────────────

/** Shows the person's own line at once; the server's line with the same id takes its place. @param {string} id @param {string} text */
function showOwn(id, text) {
  const known = log.querySelector(`[data-id="${id}"]`)
  if (known instanceof HTMLElement) return known
  const line = document.createElement('li')
  line.className = 'line own waiting'
  line.dataset.id = id
  const bubble = document.createElement('div')
  bubble.className = 'bubble'
  const who = document.createElement('span')
  who.className = 'sr-only'
  who.textContent = texts.you ?? ''
  const words = document.createElement('p')
  words.className = 'text'
  words.textContent = text
  bubble.append(who, words)
  const note = document.createElement('span')
  note.className = 'note'
  note.textContent = texts.sending ?? ''
  line.append(bubble, note)
  log.append(line)
  byIdOrNull('trong')?.remove()
  toBottom(false)
  return line
}

/** Writes under an own line how it stands; nothing when all is well. @param {string} id @param {string} words */
function mark(id, words) {
  const line = log.querySelector(`[data-id="${id}"]`)
  if (!line) return
  line.classList.toggle('problematic', words !== '')
  if (words === '') line.classList.remove('waiting')
  let note = line.querySelector('.note')
  if (!note) {
    note = document.createElement('span')
    note.className = 'note'
    line.append(note)
  }
  note.textContent = words
}

/** @param {boolean} isTyping */
function typing(isTyping) {
  chat.classList.toggle('awaiting', isTyping)
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hiding
/** @param {string} words @param {number} [milliseconds] */
function say(words, milliseconds) {
  clearTimeout(hiding)
  status.textContent = words
  status.hidden = words === ''
  if (milliseconds) hiding = setTimeout(() => say(''), milliseconds)
}

function isNearBottom() {
  return frame.scrollHeight - frame.scrollTop - frame.clientHeight < 160
}

/** @param {boolean} atOnce */
function toBottom(atOnce) {
  const isCalm = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches
  frame.scrollTo({ top: frame.scrollHeight, behavior: isCalm ? 'instant' : 'smooth' })
}

/** @param {HTMLTextAreaElement} box */
function growBox(box) {
  box.rows = Math.min(
    6,
    Math.max(1, box.value.split('\n').length, Math.ceil(box.value.length / Math.max(20, box.clientWidth / 9))),
  )
}

// ── Keeping ─────────────────────────────────────────────────────────────────────────────────────

/** @returns {Message[]} */
function readQueue() {
  try {
    const kept = JSON.parse(localStorage.getItem(storeKey) ?? 'null')
    return kept?.csrf === csrf ? kept.messages : []
  } catch {
    return []
  }
}

/** Messages of one visit only: the form token changes with the session, so nobody sends another person's words. */
function keepQueue() {
  localStorage.setItem(storeKey, JSON.stringify({ csrf, messages: queue }))
}

/** Not randomUUID: browsers offer that on https only, and an office may run this inside its own network. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {string} text @param {Record<string, string>} values */
function fill(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '')
}

/** @param {string} id */
function byId(id) {
  const element = byIdOrNull(id)
  if (!element) throw new Error(`the page has no ${id}`)
  return element
}

/** @param {string} id */
function byIdOrNull(id) {
  return document.getElementById(id)
}
