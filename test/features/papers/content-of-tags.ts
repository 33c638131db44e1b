import type { Content } from '../../../src/documents/word/fill.ts'
import type { Tags } from '../../../src/documents/word/tags.ts'

/** Something of its own in every place of a template, in lists as many times as is said; with all texts that were put in. */
export function contentOfTags(tags: Tags, times: number): { content: Content; texts: string[] } {
  const texts: string[] = []
  const filled = (of: Tags, under: string): Content =>
    Object.fromEntries(
      Object.entries(of).map(([name, inner]) => {
        const path = `${under}${name}`
        if (inner !== 'text')
          return [name, Array.from({ length: times }, (_, nth) => filled(inner, `${path} ${nth + 1} `))]
        const text = `«${path}» đã điền`
        texts.push(text)
        return [name, text]
      }),
    )
  return { content: filled(tags, ''), texts }
}
