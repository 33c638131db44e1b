import { MimeType, type TemplateData, TemplateHandler } from 'easy-template-x'

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
 * A Word file out of a template. Texts keep their line ends. Every tag of the template must have its content: the library leaves the
 * others empty without a word, so hold the template against its tags before (`faultsOf`).
 */
export async function fillTemplate(template: Uint8Array, content: Content): Promise<Uint8Array> {
  return new Uint8Array(await new TemplateHandler().process(Buffer.from(template), dataOf(content)))
}

function dataOf(content: Content): TemplateData {
  return Object.fromEntries(Object.entries(content).map(([tag, value]) => [tag, filledWith(value)]))
}

function filledWith(value: Content[string]): TemplateData[string] {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(dataOf)
  const { png, width, height, words } = value
  return { _type: 'image', source: Buffer.from(png), format: MimeType.Png, width, height, altText: words }
}
