// @ts-check
/** Messages on their way: sent one after the other, kept until they are taken, sent again with the same id. */

import { awaitAnswer, base, csrf, mark, say, sentence, showOwn } from './view.js'

/** @typedef {{ id: string, claimedAt?: string } & ({ text: string } | { prompt: string, number: number, label: string })} Message */

const storeKey = `thidua:unsent:${base}`
const longestWait = 30_000

/** @type {Message[]} */
const queue = readQueue()
let isSending = false
let wait = 1000
/** @type {() => void} */
let whenRefused = () => {}

/** Shows what was left from before and sends it. @param {() => void} onRefused called when a message is not taken for good */
export function startSending(onRefused) {
  whenRefused = onRefused
  for (const message of queue) showOwn(message.id, shownAs(message))
  void sendQueue()
}

/** @param {Message} message */
export function enqueue(message) {
  // However late it gets through: when it was said here.
  queue.push({ ...message, claimedAt: new Date().toISOString() })
  keepQueue()
  showOwn(message.id, shownAs(message))
  void sendQueue()
}

export function forgetUnsent() {
  localStorage.removeItem(storeKey)
}

export async function sendQueue() {
  if (isSending) return
  isSending = true
  try {
    for (let message = queue[0]; message; message = queue[0]) {
      if ((await post(message)) === 'again') {
        mark(message.id, sentence('unsent'))
        setTimeout(() => void sendQueue(), wait)
        wait = Math.min(wait * 2, longestWait)
        return
      }
      wait = 1000
      queue.shift()
      keepQueue()
    }
  } finally {
    isSending = false
  }
}

/** Not randomUUID: browsers offer that on https only, and an office may run this inside its own network. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {Message} message @returns {Promise<'done' | 'again'>} */
async function post(message) {
  awaitAnswer(true)
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
    awaitAnswer(false)
    if (response.status >= 500) return 'again'
    // Sent again it would be refused again, and all that follows would wait for it: it is told, and stays to be read.
    const told = await response.json().catch(() => ({}))
    mark(message.id, told.say ?? sentence('refused'))
    // Another tab has signed in or out: a fresh page knows who we are now.
    if (response.status === 401 || response.status === 403) say(sentence('stale'))
    whenRefused()
    return 'done'
  } catch {
    awaitAnswer(false)
    say(sentence('offline'))
    return 'again'
  }
}

/** @param {Message} message */
function shownAs(message) {
  return 'text' in message ? message.text : message.label
}

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
