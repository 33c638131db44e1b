import { decodeQR } from 'qr/decode.js'
import { type Checked, check } from './verify.ts'

/** What the server has written into the page; see src/features/awards/check-page.tsx. */
interface Given {
  publicKeys: string[]
  revoked: Revoked[]
  /** When the page was made, in words. */
  asOf: string
  /** Where the present list of revoked certificates is asked for. */
  address: string
  words: Record<string, string>
}

interface Revoked {
  serial: string
  on: string
}

const byId = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

const given: Given = JSON.parse(byId('du-lieu', HTMLScriptElement).textContent ?? '')
const { words } = given
const code = byId('ma', HTMLTextAreaElement)
const picture = byId('anh', HTMLInputElement)
const result = byId('ket-qua', HTMLElement)

byId('kiem-tra', HTMLFormElement).addEventListener('submit', event => {
  event.preventDefault()
  show(code.value)
})
picture.addEventListener('change', () => void readPicture())
addEventListener('hashchange', fromAddress)
if (location.protocol === 'file:') byId('luu', HTMLElement).hidden = true
fromAddress()

/** The camera of a phone opens the page with the code behind «#», which browsers send to nobody. */
function fromAddress(): void {
  if (location.hash.length < 2) return
  code.value = location.hash.slice(1)
  show(code.value)
}

async function readPicture(): Promise<void> {
  const [file] = picture.files ?? []
  if (!file) return
  const found = await codeIn(file).catch(() => null)
  if (found === null) say('bad', words.noCode)
  else {
    code.value = found
    show(found)
  }
}

async function codeIn(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, 2_000 / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)]
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0, width, height)
  return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data }, { timeLimit: 3_000 })
}

function show(text: string): void {
  const checked = check(text, given.publicKeys)
  if (text.trim() === '') say('bad', words.empty)
  else if (!checked.isTrue) say('bad', words[checked.why])
  else {
    tell(checked, given.revoked, words.asOf)
    void present(checked)
  }
}

/** What has been revoked since the page was made is asked for as a whole, so that nobody learns which certificate is looked at. */
async function present(checked: Checked & { isTrue: true }): Promise<void> {
  try {
    const revoked: Revoked[] = await (await fetch(given.address, { cache: 'no-store' })).json()
    tell(checked, revoked, words.online)
  } catch {
    // Offline: the list in the page stands, and its day with it.
  }
}

function tell({ certified }: Checked & { isTrue: true }, revoked: readonly Revoked[], how = ''): void {
  const gone = revoked.find(({ serial }) => serial === certified.serial)
  const [year, month, day] = certified.decidedOn.split('-')
  const facts: [string | undefined, string][] = [
    [words.name, certified.name],
    [words.unit, certified.unit],
    [words.decision, certified.decision],
    [words.decidedOn, `${day}/${month}/${year}`],
    [words.golden, String(certified.golden)],
    [words.authority, certified.authority],
  ]
  if (gone) say('bad', `${words.revoked} ${gone.on.split('-').reverse().join('/')}.`, facts, how)
  else say('good', words.isTrue, facts, how)
}

function say(tone: 'good' | 'bad', sentence = '', facts: [string | undefined, string][] = [], note = ''): void {
  const element = (name: string, text: string) => Object.assign(document.createElement(name), { textContent: text })
  const list = document.createElement('dl')
  for (const [label = '', value] of facts) {
    if (value !== '') list.append(element('dt', label), element('dd', value))
  }
  result.className = tone
  result.replaceChildren(
    element('p', sentence),
    ...(facts.length > 0 ? [list] : []),
    ...(note ? [element('small', note)] : []),
  )
}
