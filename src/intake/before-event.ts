import type { Inbound } from '../channels/channel.ts'
import type { Ctx, Screen } from '../contract/feature.ts'
import { readPerson } from '../people/read-person.ts'
import type { Opened } from './open-scene.ts'
import { readDraft } from './read-draft.ts'
import type { Scene } from './scene.ts'
import type { System } from './system.ts'

/** What features see to before an event of a known person: what is said first, or what is asked instead of handling it. */
export async function seenTo(
  system: System,
  { ctx, scene }: Opened,
  { content }: Inbound,
): Promise<Opened & { said: readonly string[]; instead: Screen | null }> {
  const { person } = ctx
  if (!person || content.type === 'left') return { ctx, scene, said: [], instead: null }
  const said: string[] = []
  for (const beforeEvent of system.registry.beforeEvents) {
    const result = await beforeEvent({ ...ctx, person })
    if (!result) continue
    if ('say' in result) said.push(result.say)
    else if (!isAsked(scene, result.ask)) return { ctx, scene, said, instead: result.ask }
  }
  if (said.length === 0) return { ctx, scene, said, instead: null }
  return { ...(await readAgain({ ...ctx, person }, scene)), said, instead: null }
}

/** Its choices are on the screen: this event is the answer. */
function isAsked({ prompt }: Scene, { choices = [] }: Screen): boolean {
  const [wanted] = choices
  const [shown] = prompt?.on === 'menu' ? prompt.choices : []
  return wanted !== undefined && shown?.label === wanted.label && shown.go.to === wanted.go.to
}

async function readAgain(ctx: Ctx, scene: Scene): Promise<Opened> {
  const person = await readPerson(ctx.tx, ctx.person.id, ctx.today)
  const draft = scene.draft ? await readDraft(ctx.tx, scene.draft.id, { personId: ctx.person.id }) : null
  return { ctx: { ...ctx, person }, scene: { ...scene, person, draft } }
}
