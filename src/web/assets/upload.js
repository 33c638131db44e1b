// @ts-check
/** Files: chosen or dropped, sent one after the other with a bar that shows how far, refused with the reason. */

import { newId } from './outgoing.js'
import { base, byId, csrf, frame, mark, maxBytes, say, sentence, showOwn } from './view.js'

export function wireFiles() {
  const input = byId('tep')
  if (!(input instanceof HTMLInputElement)) return
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    input.value = ''
    void uploadAll(files)
  })
  frame.addEventListener('dragover', event => event.preventDefault())
  frame.addEventListener('drop', event => {
    event.preventDefault()
    void uploadAll([...(event.dataTransfer?.files ?? [])])
  })
}

/** @param {File[]} files */
async function uploadAll(files) {
  for (const file of files) await upload(file, newId())
}

/** @param {File} file @param {string} id @returns {Promise<void>} */
async function upload(file, id) {
  const line = showOwn(id, file.name)
  if (file.size > maxBytes) {
    mark(id, sentence('tooLarge', { limit: String(Math.floor(maxBytes / 1_048_576)) }))
    return
  }
  const bar = document.createElement('progress')
  bar.max = 100
  bar.setAttribute('aria-label', sentence('uploading', { name: file.name }))
  line.querySelector('.bubble')?.append(bar)
  const { status, body } = await send(file, id, share => {
    bar.value = share * 100
  })
  bar.remove()
  if (status >= 200 && status < 300) return mark(id, '')
  mark(id, status === 0 ? sentence('notSent') : (saidBy(body) ?? sentence('refused')))
  if (status === 401 || status === 403) say(sentence('stale'))
  if (status === 0 || status >= 500) offerRetry(line, () => void upload(file, id))
}

/**
 * Not fetch: it does not tell how far an upload is. Status 0: no connection.
 * @param {File} file @param {string} id @param {(share: number) => void} onProgress
 * @returns {Promise<{ status: number, body: string }>}
 */
function send(file, id, onProgress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve({ status: request.status, body: request.responseText }))
    request.addEventListener('error', () => resolve({ status: 0, body: '' }))
    request.open('POST', `${base}/chat/messages`)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-CSRF-Token', csrf)
    const body = new FormData()
    body.append('id', id)
    body.append('claimedAt', new Date().toISOString())
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
  button.textContent = sentence('retry')
  button.addEventListener('click', () => {
    button.remove()
    again()
  })
  line.append(button)
}
