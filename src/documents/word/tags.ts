import { TemplateHandler } from 'easy-template-x'

/** What a paper fills in, by name: a text, or rows that each fill in their own. */
export interface Tags {
  readonly [name: string]: 'text' | Tags
}

/** Names as they are written in a template: «units.name» stands between {#units} and {/units}. */
export interface TagFaults {
  /** In the template, and nothing fills them in. */
  unknown: readonly string[]
  /** Filled in by the paper, and nowhere in the template: something that would be told is left out. */
  missing: readonly string[]
}

/** Holds a template against what is filled in. @throws what the library says of a file that is no template: an unclosed tag, no Word file */
export async function faultsOf(template: Uint8Array, known: Tags): Promise<TagFaults> {
  const found = new Set(await tagsIn(template))
  const wanted = new Set(pathsOf(known))
  return {
    unknown: [...found].filter(path => !wanted.has(path)),
    missing: [...wanted].filter(path => !found.has(path)),
  }
}

async function tagsIn(template: Uint8Array): Promise<string[]> {
  const open: string[] = []
  const paths: string[] = []
  for (const { name, disposition } of await new TemplateHandler().parseTags(Buffer.from(template))) {
    if (disposition === 'Close') {
      open.pop()
      continue
    }
    paths.push([...open, name].join('.'))
    if (disposition === 'Open') open.push(name)
  }
  return paths
}

function pathsOf(tags: Tags, under: readonly string[] = []): string[] {
  return Object.entries(tags).flatMap(([name, inner]) => {
    const path = [...under, name]
    return [path.join('.'), ...(inner === 'text' ? [] : pathsOf(inner, path))]
  })
}
