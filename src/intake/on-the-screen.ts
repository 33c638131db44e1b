import type { Ctx } from '../contract/feature.ts'
import { plainWords } from '../conversation/lines.ts'
import type { Go } from '../outbox/go.ts'
import { readChoice } from '../reading/choice.ts'
import type { Scene } from './scene.ts'
import type { Talk } from './talk.ts'
import { screenTurn, type Turn } from './turn.ts'

/** The choice of the screen that was typed, by its number or in words. */
export function chosenOn({ prompt }: Scene, typed: string): Go | undefined {
  if (prompt?.on !== 'menu') return undefined
  const reading = readChoice(typed, prompt.choices)
  return reading.ok ? prompt.choices[reading.value]?.go : undefined
}

/** The choice of the screen whose label was typed whole: it comes before a word of the menu that says the same. */
export function byLabel({ prompt }: Scene, typed: string): Go | undefined {
  if (prompt?.on !== 'menu') return undefined
  const wanted = plainWords(typed)
  const known = [...prompt.choices, ...(prompt.also ?? [])]
  const named = known.filter(({ label }) => plainWords(label) === wanted)
  return named.length === 1 ? named[0]?.go : undefined
}

/** The choices that the chat stands at, once more: what was typed is none of them. Null: it stands at none, or at the menu. */
export async function screenAgain({ ctx, scene, registry }: Talk): Promise<Turn | null> {
  if (scene.prompt?.on !== 'menu') return null
  const { choices, also } = scene.prompt
  const menu = await registry.route('menu')?.(ctx as Ctx, {})
  const labels = menu && 'choices' in menu ? menu.choices?.map(({ label }) => label) : []
  if (labels?.join('\n') === choices.map(({ label }) => label).join('\n')) return null
  const text = ctx.t('conversation.noneOfThese')
  return screenTurn({ text, choices, ...(also ? { also } : {}) }, scene.promptNo)
}
