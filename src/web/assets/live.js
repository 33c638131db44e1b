// @ts-check
/** A page that changes while it is looked at: values are put in place; when its state has changed, it is loaded anew. */

const live = document.querySelector('[data-live]')
if (live instanceof HTMLElement && live.dataset.live) {
  const source = new EventSource(live.dataset.live)
  source.addEventListener('values', event => {
    /** @type {Record<string, string>} */
    const values = JSON.parse(event.data)
    for (const place of live.querySelectorAll('[data-live-value]'))
      if (place instanceof HTMLElement) place.textContent = values[place.dataset.liveValue ?? ''] ?? place.textContent
    if (values.state === live.dataset.liveState) return
    source.close()
    if (!isWriting(live)) return location.reload()
    const changed = live.querySelector('[data-live-changed]')
    if (changed instanceof HTMLElement) changed.hidden = false
  })
}

/** Something was typed or chosen that a new page would lose. @param {HTMLElement} within */
function isWriting(within) {
  for (const field of within.querySelectorAll('textarea, input')) {
    if (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) return true
    if (field instanceof HTMLInputElement && field.type !== 'hidden') {
      if (field.value !== field.defaultValue || field.checked !== field.defaultChecked) return true
    }
  }
  return false
}
