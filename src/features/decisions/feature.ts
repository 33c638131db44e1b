import type { Ctx, Feature, Outcome, Waiting } from '../../contract/feature.ts'

const shownAtOnce = 8

/** `/duyet`: what waits for this person's decision, oldest first, from every feature that has something to decide. */
export function decisionsOf(features: readonly Feature[]): Feature {
  const decide = async (ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> => {
    const waiting = await waitingFor(ctx, features)
    if (waiting.length === 0) return { text: ctx.t('decisions.none') }
    const from = Math.min(Number(args.from ?? 0) || 0, waiting.length - 1)
    const shown = waiting.slice(from, from + shownAtOnce)
    const choices = shown.map(({ label, go }) => ({ label, go }))
    const rest = waiting.length - from - shown.length
    if (rest > 0)
      choices.push({
        label: ctx.t('decisions.more', { count: rest }),
        go: { to: 'decide', args: { from: String(from + shownAtOnce) } },
      })
    return { title: ctx.t('decisions.title', { total: waiting.length }), text: ctx.t('decisions.text'), choices }
  }
  const offeredTo = features.flatMap(feature => feature.decides ?? [])
  return {
    name: 'decisions',
    commands: [{ to: 'decide', says: 'decisions.command', slash: 'duyet', offeredTo, isHelped: true }],
    routes: { decide },
  }
}

export async function waitingFor(ctx: Ctx, features: readonly Feature[]): Promise<Waiting[]> {
  const lists: Waiting[] = []
  for (const feature of features) lists.push(...((await feature.waiting?.(ctx)) ?? []))
  return lists.sort((a, b) => a.since.getTime() - b.since.getTime())
}
