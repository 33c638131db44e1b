import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { templateParameters } from '../../../src/channels/zalo-oa/template.ts'
import { projectRoot } from '../../../src/project-root.ts'

/** The paper that operators follow, from «A6» to «A7». */
async function paper(): Promise<string> {
  const text = await readFile(join(projectRoot, 'docs', 'zalo.md'), 'utf8')
  return text.slice(text.indexOf('### A6'), text.indexOf('### A7'))
}

test('the paper names every parameter of the template, with a type that is long enough for what is sent', async () => {
  const rows = [...(await paper()).matchAll(/^ *\| `(\w+)` \| [^|]+ \| [^|(]+\((\d+)\) \| (\d+) \|$/gm)]
  expect(Object.fromEntries(rows.map(([, name, , sent]) => [name, Number(sent)]))).toEqual(templateParameters)
  for (const [, , room, sent] of rows) expect(Number(room)).toBeGreaterThanOrEqual(Number(sent))
})

test('the words of the proposed template are neutral and hold each parameter once', async () => {
  const words = [...(await paper()).matchAll(/^ *> ?(.*)$/gm)].map(([, line]) => line).join('\n')
  expect(words).not.toMatch(/anh\/chị|anh chị|\bbạn\b|ông\/bà/i)
  expect([...words.matchAll(/<(\w+)>/g)].map(([, name]) => name).toSorted()).toEqual(
    Object.keys(templateParameters).toSorted(),
  )
  // Placeholders at their longest and the text around them stay below what a template may hold.
  const longest = Object.entries(templateParameters).reduce(
    (text, [name, most]) => text.replace(`<${name}>`, 'x'.repeat(most)),
    words,
  )
  expect(longest.length).toBeLessThanOrEqual(400)
})
