import { TemplateHandler, TemplateSyntaxError } from 'easy-template-x'
import { asAccepted } from './as-accepted.ts'
import { type Content, fillTemplate } from './fill.ts'
import { unfilledIn } from './unfilled.ts'

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
  /** Words at which filling stops, or is left undone: half a tag, a list that nobody ends, a tag in a note at the foot of a page. */
  stuck: readonly string[]
}

/** Holds a template against what is filled in, and fills it for a trial. @throws what the library says of a file that is no Word file */
export async function faultsOf(template: Uint8Array, known: Tags): Promise<TagFaults> {
  const stuck = await stuckIn(template, known)
  if (stuck.length > 0) return { unknown: [], missing: [], stuck }
  const found = new Set(await tagsIn(template))
  const wanted = new Set(pathsOf(known))
  return {
    unknown: [...found].filter(path => !wanted.has(path)),
    missing: [...wanted].filter(path => !found.has(path)),
    stuck,
  }
}

async function stuckIn(template: Uint8Array, known: Tags): Promise<readonly string[]> {
  try {
    return unfilledIn(await fillTemplate(template, trialOf(known)))
  } catch (fault) {
    if (fault instanceof TemplateSyntaxError) return [wordsOf(fault)]
    throw fault
  }
}

/** Each fault of the library says it under another name. */
function wordsOf(fault: TemplateSyntaxError): string {
  const words = Object.entries(fault).flatMap(([name, value]) =>
    /Text$/.test(name) && typeof value === 'string' ? [value] : [],
  )
  return words[0] ?? fault.message
}

const trialOf = (tags: Tags): Content =>
  Object.fromEntries(
    Object.entries(tags).map(([name, inner]) => [name, inner === 'text' ? `[${name}]` : [trialOf(inner)]]),
  )

async function tagsIn(template: Uint8Array): Promise<string[]> {
  const open: string[] = []
  const paths: string[] = []
  for (const { name, disposition } of await new TemplateHandler().parseTags(Buffer.from(asAccepted(template)))) {
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
