import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root.ts'

/** One person in front of one chat of one channel. */
export interface Actor {
  type(text: string): Promise<void>
  /** Presses the button with that number, or the one whose label begins like this. */
  press(button: string): Promise<void>
  sendFile(name: string, bytes: Uint8Array): Promise<void>
  /** What the bot has said since the person last did something, newest last, with its choices. */
  heard(): Promise<readonly string[]>
}

/** A channel as journeys use it. */
export interface ChannelDriver {
  readonly name: string
  actor(key: string): Promise<Actor>
}

export type ScriptLine = { line: number } & (
  | { does: 'as'; who: string }
  | { does: 'type'; text: string }
  | { does: 'press'; button: string }
  | { does: 'file'; name: string }
  | { does: 'hear'; text: string }
)

export function readScript(name: string): ScriptLine[] {
  const text = readFileSync(join(projectRoot, 'test', 'journeys', 'scripts', `${name}.txt`), 'utf8')
  return text.split('\n').flatMap((raw, index): ScriptLine[] => {
    const line = index + 1
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(raw.trim()) ?? []
    if (word === '' || word === '#') return []
    if (raw.startsWith('#')) return []
    if (word === 'as') return [{ line, does: 'as', who: rest }]
    if (word === '>') return [{ line, does: 'type', text: rest }]
    if (word === 'press') return [{ line, does: 'press', button: rest }]
    if (word === 'file') return [{ line, does: 'file', name: rest }]
    if (word === '?') return [{ line, does: 'hear', text: rest }]
    throw new Error(`${name}.txt:${line}: ${raw}`)
  })
}

/** A tiny PDF whose bytes depend on its name, so that stored contents can be told apart. */
export function pdfNamed(name: string): Uint8Array {
  return new TextEncoder().encode(
    `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
}

export interface JourneyOptions {
  driver: ChannelDriver
  /** Makes an invitation and gives its code. */
  invite(role: string, unit: string): Promise<string>
  /** Called after each thing a person does (crash tests stop the process here). */
  afterEach?(line: ScriptLine): Promise<void>
}

/** Plays a script line by line; a `?` that is not heard, and a place in a text that was not filled in, fails with the script's line and what was heard instead. */
export async function playScript(name: string, options: JourneyOptions): Promise<void> {
  let who = ''
  for (const line of readScript(name)) {
    if (line.does === 'as') {
      who = line.who
      continue
    }
    const actor = await options.driver.actor(who)
    if (line.does === 'hear') {
      const heard = await actor.heard()
      if (!heard.some(message => message.includes(line.text))) {
        throw new Error(
          `${name}.txt:${line.line} (${options.driver.name}): «${line.text}» was not heard but:\n${heard.join('\n---\n')}`,
        )
      }
      continue
    }
    if (line.does === 'type') await actor.type(await withInvitations(line.text, options))
    if (line.does === 'press') await actor.press(line.button)
    if (line.does === 'file') await actor.sendFile(line.name, pdfNamed(line.name))
    const unfilled = (await actor.heard()).find(message => message.includes('{{'))
    if (unfilled) throw new Error(`${name}.txt:${line.line} (${options.driver.name}): not filled in: ${unfilled}`)
    await options.afterEach?.(line)
  }
}

async function withInvitations(text: string, { invite }: JourneyOptions): Promise<string> {
  const wanted = /\{invite (\S+) (\S+)\}/.exec(text)
  if (!wanted) return text
  return text.replace(wanted[0], await invite(wanted[1] ?? '', wanted[2] ?? ''))
}
