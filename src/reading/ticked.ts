import { normalise } from './text.ts'

const TICK = /\[ ?[xX✓✔vV] ?\]|\( ?[xX✓✔] ?\)|[☑☒✅✔✓]/u
const BOX = new RegExp(`${TICK.source}|\\[ ?\\]|\\( ?\\)|[☐□⬜]`, 'gu')
const MARKS_AT_MOST = 40

/**
 * The labels that are ticked in a form that was pasted: «Có [x]  Không [ ]», «☑ Mô hình ☐ Giải pháp». Boxes stand before their labels, or all of them
 * behind. Undefined: the line has no boxes, or some of them no label.
 */
export function ticked(typed: string): string[] | undefined {
  const text = normalise(typed)
  const boxes = [...text.matchAll(BOX)]
  if (boxes.length < 2 || boxes.length > MARKS_AT_MOST) return undefined
  const ends = [...boxes.map(({ index }) => index), text.length]
  const isBefore = boxes[0]?.index === 0
  if (!isBefore && (boxes.at(-1)?.index ?? 0) + (boxes.at(-1)?.[0].length ?? 0) < text.replace(/[\s.;]+$/, '').length)
    return undefined
  const labels = boxes.map(({ 0: box, index }, at) =>
    isBefore
      ? text.slice(index + box.length, ends[at + 1])
      : text.slice(at === 0 ? 0 : (ends[at - 1] ?? 0) + (boxes[at - 1]?.[0].length ?? 0), index),
  )
  const plain = labels.map(label => label.replace(/^[\s,;:–-]+|[\s,;:.–-]+$/gu, ''))
  if (plain.some(label => !/[\p{L}\d]/u.test(label))) return undefined
  return plain.filter((_, at) => TICK.test(boxes[at]?.[0] ?? ''))
}
