import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root.ts'

export interface Document {
  /** Relative to the project's root. */
  path: string
  text: string
}

export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8')
}

/** What is written for people: the documents of the root and of docs/. */
export function documents(): Document[] {
  const inFolder = (folder: string) =>
    readdirSync(join(projectRoot, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => (folder === '.' ? name : `${folder}/${name}`))
  return [...inFolder('.'), ...inFolder('docs')].map(path => ({ path, text: readProjectFile(path) }))
}

/** Targets of links and pictures, in Markdown and in HTML. */
export function targetsIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(found => found[1] ?? found[2] ?? '')
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsIn(text: string): Set<string> {
  const headings = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)]
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  )
}

/** The first cells of the table that begins with this heading, without their code marks. */
export function firstCells(text: string, heading: string): string[] {
  const rows = text.split('\n')
  const from = rows.findIndex(row => row.startsWith(`| ${heading} |`)) + 2
  const after = rows.findIndex((row, at) => at >= from && !row.startsWith('|'))
  return rows.slice(from, after).map(row => /^\| `([^`]*)`/.exec(row)?.[1] ?? '')
}
