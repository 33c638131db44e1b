import { MimeType, type TemplateData, TemplateHandler } from 'easy-template-x'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { asAccepted } from './as-accepted.ts'

/** A picture in the place of a tag, its size in pixels (96 an inch). */
export interface Picture {
  png: Uint8Array
  width: number
  height: number
  /** What it shows, in words. */
  words: string
}

/** What stands in the places of a template: a text, a picture, or rows. */
export interface Content {
  readonly [tag: string]: string | Picture | Content[]
}

/**
 * A Word file out of a template. Texts keep their line ends; a line that is nothing but a tag goes where its text is empty. Every tag of the template must have its content: the library leaves the
 * others empty without a word, so hold the template against its tags before (`faultsOf`).
 */
export async function fillTemplate(template: Uint8Array, content: Content): Promise<Uint8Array> {
  const lines = withoutEmptyLines(asAccepted(template), content)
  return new Uint8Array(await new TemplateHandler().process(Buffer.from(lines), dataOf(content)))
}

function withoutEmptyLines(template: Uint8Array, content: Content): Uint8Array {
  const empty = new Set(Object.keys(content).flatMap(tag => (content[tag] === '' ? [`{${tag}}`] : [])))
  if (empty.size === 0) return template
  const parts = unzipSync(template)
  const document = parts['word/document.xml']
  if (!document) return template
  const kept = strFromU8(document).replace(PARAGRAPH, (paragraph, at: number, xml: string) => {
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')
    // A cell must keep one.
    const isLastOfCell = /<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?$/s.test(xml.slice(Math.max(0, at - 2_000), at))
    return empty.has(text.trim()) && !(isLastOfCell && xml.startsWith('</w:tc>', at + paragraph.length))
      ? ''
      : paragraph
  })
  return zipSync({ ...parts, 'word/document.xml': strToU8(kept) })
}

/** One that holds no other, as a text box does. */
const PARAGRAPH = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?<\/w:p>/gs

function dataOf(content: Content): TemplateData {
  return Object.fromEntries(Object.entries(content).map(([tag, value]) => [tag, filledWith(value)]))
}

function filledWith(value: Content[string]): TemplateData[string] {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(dataOf)
  const { png, width, height, words } = value
  return { _type: 'image', source: Buffer.from(png), format: MimeType.Png, width, height, altText: words }
}
