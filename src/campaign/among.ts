import type { ActiveCampaign, Campaigns } from './active.ts'

/** A campaign as it is read, before it is known what others there are. */
export type Alone = Omit<ActiveCampaign, 'shownAs' | 'among'>

/** Puts the campaigns of the house together: each knows the others, and has a name where more than one is open. Null: there is none. */
export function campaignsAmong(mark: string, alone: readonly Alone[]): Campaigns | null {
  const hasSeveral = alone.filter(({ isWritable }) => isWritable).length > 1
  const campaigns: ActiveCampaign[] = alone
    .map(one => ({
      ...one,
      shownAs: hasSeveral || !one.isWritable ? nameOf(one, alone) : null,
      get among() {
        return among
      },
    }))
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  const open = campaigns.filter(({ isWritable }) => isWritable)
  const closed = campaigns.filter(({ isWritable }) => !isWritable).toReversed()
  const main = open.at(-1) ?? closed[0]
  if (!main) return null
  const among: Campaigns = { mark, main, open, closed }
  return among
}

function orderOf({ startsOn, code }: Alone): string {
  return `${startsOn} ${code}`
}

/** Its name and year; its number besides, where another is called the same. */
function nameOf({ code, year, plan: { identity } }: Alone, all: readonly Alone[]): string {
  const isShared = all.some(
    other => other.code !== code && other.year === year && other.plan.identity.name === identity.name,
  )
  return [identity.name, year, ...(isShared ? [`(${identity.number})`] : [])].join(' ')
}
