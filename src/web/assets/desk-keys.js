// @ts-check
/** Keys of the desk, and a list beside a record that stays where it was. Everything can be read and decided without it. */

const offKey = 'desk-keys-off'
const help = document.querySelector('dialog#phim-tat')
const off = document.querySelector('[data-keys-off]')
const beside = document.querySelector('nav.beside')
let afterG = false

/** @param {string} selector */
function press(selector) {
  const found = document.querySelector(selector)
  if (found instanceof HTMLElement) found.click()
}

/** @param {string} selector */
function focusOn(selector) {
  const found = document.querySelector(selector)
  if (found instanceof HTMLElement) found.focus()
  return found
}

/** To the neighbour of an opened record, or along the rows of a list. @param {1 | -1} by */
function move(by) {
  if (document.querySelector('.record')) return press(by === 1 ? '.around [rel=next]' : '.around [rel=prev]')
  const rows = [...document.querySelectorAll('.records a.open')]
  const at = document.activeElement ? rows.indexOf(document.activeElement) : -1
  const row = at === -1 ? rows[by === 1 ? 0 : rows.length - 1] : rows[at + by]
  if (row instanceof HTMLElement) row.focus()
}

function search() {
  if (!focusOn('.search [type=search]')) focusOn('.everywhere [type=search]')
}

/** The first press shows what would be done, the second does it. */
function accept() {
  const before = document.activeElement
  const button = focusOn('[aria-keyshortcuts="a"]')
  if (button instanceof HTMLElement && button === before) button.click()
}

function giveBack() {
  const details = document.querySelector('[aria-keyshortcuts="r"]')?.closest('details')
  if (!details) return
  details.open = true
  const first = details.querySelector('textarea, input:not([type=hidden])')
  if (first instanceof HTMLElement) first.focus()
}

function mark() {
  const box = document.activeElement?.closest('tr')?.querySelector('[type=checkbox]')
  if (box instanceof HTMLElement) box.click()
}

function showHelp() {
  if (help instanceof HTMLDialogElement && !help.open) help.showModal()
}

/** @type {Record<string, () => void>} */
const deeds = {
  j: () => move(1),
  k: () => move(-1),
  a: accept,
  r: giveBack,
  x: mark,
  '/': search,
  '?': showHelp,
}

/** @param {KeyboardEvent} event */
function isForUs({ target, ctrlKey, metaKey, altKey, isComposing, repeat, key }) {
  if (ctrlKey || metaKey || altKey || isComposing || (repeat && key !== 'j' && key !== 'k')) return false
  if (help instanceof HTMLDialogElement && help.open) return false
  if (key !== '?' && localStorage.getItem(offKey) === 'yes') return false
  const isTicked = target instanceof HTMLInputElement && target.type === 'checkbox'
  return isTicked || !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
}

document.addEventListener('keydown', event => {
  if (!isForUs(event)) return
  if (afterG) {
    afterG = false
    event.preventDefault()
    return press(`.doors [aria-keyshortcuts="g ${CSS.escape(event.key)}"]`)
  }
  if (event.key === 'g') {
    afterG = true
    return
  }
  const deed = deeds[event.key]
  if (!deed) return
  event.preventDefault()
  deed()
})

for (const choice of document.querySelectorAll('[data-fills]')) {
  choice.addEventListener('change', () => {
    if (!(choice instanceof HTMLSelectElement)) return
    const field = document.getElementById(choice.dataset.fills ?? '')
    if (!(field instanceof HTMLTextAreaElement) || choice.value === '') return
    field.value = choice.value
    field.focus()
  })
}

for (const all of document.querySelectorAll('[data-choose-all]')) {
  if (!(all instanceof HTMLInputElement)) continue
  const boxes = [...document.querySelectorAll('.records [name=chon]')].filter(box => box instanceof HTMLInputElement)
  all.hidden = false
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
  })
}

if (off instanceof HTMLInputElement) {
  off.checked = localStorage.getItem(offKey) === 'yes'
  off.addEventListener('change', () => localStorage.setItem(offKey, off.checked ? 'yes' : 'no'))
}
for (const way of document.querySelectorAll('.keys-way')) way.removeAttribute('hidden')
document.querySelector('[data-keys-help]')?.addEventListener('click', showHelp)

if (beside instanceof HTMLElement) {
  const place = `desk-list:${beside.dataset.list}`
  beside.scrollTop = Number(sessionStorage.getItem(place) ?? 0)
  const open = beside.querySelector('[aria-current]')
  if (open instanceof HTMLElement) {
    const { top, bottom } = beside.getBoundingClientRect()
    const row = open.getBoundingClientRect()
    if (row.top < top) beside.scrollTop -= top - row.top
    if (row.bottom > bottom) beside.scrollTop += row.bottom - bottom
  }
  addEventListener('pagehide', () => sessionStorage.setItem(place, String(beside.scrollTop)))
}
