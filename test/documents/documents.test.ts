import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import { projectRoot } from '../../src/project-root.ts'
import { Role } from '../../src/store/generated/client.ts'
import { anchorsIn, documents, firstCells, readProjectFile, targetsIn } from './documents.ts'

const readme = readProjectFile('README.md')
const all = documents()
const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

describe.each(all)('$path', ({ path, text }) => {
  it('leads to files and headings that exist', () => {
    const broken = targetsIn(text).filter(target => {
      if (/^(https?|mailto):/.test(target)) return false
      const [file = '', anchor] = target.split('#')
      const aim = file === '' ? path : normalize(join(dirname(path), decodeURI(file)))
      if (!existsSync(join(projectRoot, aim))) return true
      return anchor !== undefined && !anchorsIn(readProjectFile(aim)).has(decodeURI(anchor))
    })
    expect(broken).toEqual([])
  })

  it('describes every picture for those who do not see it', () => {
    expect([...text.matchAll(/<img (?![^>]*\balt="[^"]+")[^>]*>|!\[\]\(/g)].map(([tag]) => tag)).toEqual([])
  })

  it('names no folder of one machine and no registry', () => {
    const local =
      /(?:^|[\s`"'(=])\/(?:work|home|root|Users|tmp|mnt)\/|\b(?:registry|nexus|artifactory|mirror)[\w-]*\.[a-z]/
    expect(text.split('\n').filter(line => local.test(line))).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, script = '']) => script)
    expect(named.filter(script => scripts[script] === undefined)).toEqual([])
  })

  it('names only commands that the program knows', () => {
    const given = [...text.matchAll(/(?:npm run -s thidua --|node dist\/main\.js) (--?\w+|[a-z]+(?: [a-z]+)?)/g)]
    const unknown = given
      .map(([, words = '']) => words)
      .filter(words => !commands.some(command => words === command || words.split(' ')[0] === command))
    expect(unknown).toEqual([])
  })
})

const commands = [...readProjectFile('src/main.ts').matchAll(/case '([a-z ]+)':/g)].map(([, command = '']) => command)

describe('pictures', () => {
  const folder = join(projectRoot, 'docs', 'images')
  const names = readdirSync(folder)

  it('are small', () => {
    expect(names.filter(name => statSync(join(folder, name)).size >= 200_000)).toEqual([])
  })

  it('are all shown somewhere', () => {
    expect(names.filter(name => !all.some(({ text }) => text.includes(`images/${name}"`)))).toEqual([])
  })
})

describe('the settings', () => {
  const example = sorted([...readProjectFile('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name))
  const readers = ['src/config.ts', ...filesUnder('src').filter(path => /zalo/.test(path))]
  const read = readers.flatMap(path =>
    [...readProjectFile(path).matchAll(/'([A-Z]+(?:_[A-Z]+)*)'|\benv\.([A-Z_]+)/g)].map(
      ([, one, other]) => one ?? other,
    ),
  )

  it('of .env.example stand in the table of the README, and no others', () => {
    expect(sorted(firstCells(readme, 'Variable'))).toEqual(example)
  })

  it('of .env.example are read by the program', () => {
    expect(example.filter(name => !read.includes(name))).toEqual([])
  })

  it('that the program reads stand in .env.example', () => {
    const known =
      /^(?:PORT|DEMO|LOCALE|METRICS_TOKEN|[A-Z]+_(?:URL|DIR|PLAN|YEAR|START|LEVEL)|(?:TELEGRAM|ZALO|SECOND|OFFICER|STAFF)_\w+)$/
    expect(sorted(read.filter(name => name !== undefined && known.test(name)).map(String))).toEqual(example)
  })
})

describe('the command line', () => {
  const rows = firstCells(readme, 'Command')

  it('of the README is that of the program', () => {
    const named = rows.map(row => /^[a-z]+(?: [a-z]+)?/.exec(row)?.[0] ?? row)
    expect(sorted(named)).toEqual(sorted(commands))
  })

  it('takes the options that the README gives', () => {
    const known = readProjectFile('src/cli/arguments.ts')
    const options = rows.flatMap(row => [...row.matchAll(/--([a-z]+)/g)].map(([, option = '']) => option))
    expect(options.filter(option => !new RegExp(`\\b${option}\\b`).test(known))).toEqual([])
  })

  it('exports the tables that the README names', () => {
    const row = readme.split('\n').find(line => line.startsWith('| `export')) ?? ''
    const named = [...(row.split('|').at(-2) ?? '').matchAll(/`([a-z-]+)`/g)].map(([, table = '']) => table)
    expect(sorted(named)).toEqual(sorted([...registryOf(features).exports.keys()]))
  })

  it('knows the roles that the README names', () => {
    const paragraph = /^Roles: [\s\S]*?\n\n/m.exec(readme)?.[0] ?? ''
    expect(sorted([...paragraph.matchAll(/`([A-Z_]+)`/g)].map(([, role = '']) => role))).toEqual(
      sorted(Object.values(Role)),
    )
  })
})

it('the troubles that the operator reads about are said by the program in these words', () => {
  const said = ['config', 'store', 'web'].map(file => readProjectFile(`locales/vi/${file}.json`)).join('\n')
  const quoted = [...readProjectFile('docs/van-hanh.md').matchAll(/^\| «([^»]+)» \|/gm)].map(([, text = '']) => text)
  const parts = quoted.flatMap(text => text.replace(/^[A-Z_]+: /, '').split('…')).map(part => part.trim())
  expect(quoted.length).toBeGreaterThan(15)
  expect(parts.filter(part => !said.includes(part))).toEqual([])
})

function filesUnder(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path}`)
    .filter(path => path.endsWith('.ts'))
}
