import { TemplateHandler } from 'easy-template-x'

/** What stands in the places of a template: a text, or rows. */
export interface Content {
  readonly [tag: string]: string | Content[]
}

/**
 * A Word file out of a template. Texts keep their line ends. Every tag of the template must have its content: the library leaves the
 * others empty without a word, so hold the template against its tags before (`faultsOf`).
 */
export async function fillTemplate(template: Uint8Array, content: Content): Promise<Uint8Array> {
  return new Uint8Array(await new TemplateHandler().process(Buffer.from(template), content))
}
