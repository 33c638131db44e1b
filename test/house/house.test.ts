import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { betweenFeatures, mapOfTheHouse, roomOf, rooms } from './rooms.ts'

const src = join(projectRoot, 'src')

interface Arrow {
  from: string
  to: string
}

/** Every import of a file of `src` by another one. */
const arrows: readonly Arrow[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !file.includes('generated') && !file.startsWith('web/assets'))
  .flatMap(from => {
    const imports = readFileSync(join(src, from), 'utf8').matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)
    return [...imports].map(([, path = '']) => ({ from, to: normalize(join(dirname(from), path)) }))
  })
  .filter(({ to }) => !to.startsWith('..'))

describe('the house', () => {
  it('is read whole', () => {
    expect(arrows.length).toBeGreaterThan(1_500)
    const found = new Set(arrows.flatMap(({ from, to }) => [roomOf(from), roomOf(to)]))
    expect([...found].sort()).toEqual(rooms.map(({ name }) => name).sort())
  })

  it('has arrows that go down only, so that there is no circle', () => {
    const places = rooms.map(({ name }) => name)
    const up = rooms.flatMap(({ name, uses }) =>
      uses.filter(used => places.indexOf(used) <= places.indexOf(name)).map(used => `${name} → ${used}`),
    )
    expect(up).toEqual([])
  })

  it('has no other arrows than those that are named, and names none that is not there', () => {
    const between = arrows.filter(({ from, to }) => roomOf(from) !== roomOf(to))
    const allowed = new Set(rooms.flatMap(({ name, uses }) => uses.map(used => `${name} → ${used}`)))
    const arrowOf = ({ from, to }: Arrow) => `${roomOf(from)} → ${roomOf(to)}`
    expect(between.filter(arrow => !allowed.has(arrowOf(arrow)))).toEqual([])
    const drawn = new Set(between.map(arrowOf))
    expect([...allowed].filter(arrow => !drawn.has(arrow))).toEqual([])
  })

  it('keeps features apart, but for those that build on another one, in no circle', () => {
    const featureOf = (file: string) => /^features\/([^/]+)\/./.exec(file)?.[1]
    const pairs = new Set<string>()
    for (const { from, to } of arrows) {
      const [one, other] = [featureOf(from), featureOf(to)]
      if (one && other && one !== other) pairs.add(`${one} → ${other}`)
    }
    const named = Object.entries(betweenFeatures).flatMap(([one, others]) => others.map(other => `${one} → ${other}`))
    expect([...pairs].sort()).toEqual(named.sort())
    const reaches = (feature: string, path: readonly string[]): string[] =>
      path.includes(feature)
        ? [[...path, feature].join(' → ')]
        : (betweenFeatures[feature] ?? []).flatMap(other => reaches(other, [...path, feature]))
    expect(Object.keys(betweenFeatures).flatMap(feature => reaches(feature, []))).toEqual([])
  })

  it('is drawn in README as it is', () => {
    expect(readFileSync(join(projectRoot, 'README.md'), 'utf8')).toContain(mapOfTheHouse())
  })
})
