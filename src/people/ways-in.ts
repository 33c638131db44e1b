import type { PrismaClient } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/** Platforms whose own address can be printed on an invitation. */
const platforms = ['telegram', 'zalo-oa'] as const

export type Platform = (typeof platforms)[number]

/** How somebody who was invited comes in: the address to open, and whether the code must still be typed there. */
export interface WayIn {
  channel: 'web' | Platform
  url: string
  isCodeTyped: boolean
}

const keyOf = (platform: Platform) => `wayIn.${platform}`

/** Remembers by what name a platform knows this system: the name of the bot, the number of the Official Account. */
export async function keepWayIn(
  prisma: Pick<PrismaClient, 'setting'>,
  platform: Platform,
  name: string,
): Promise<void> {
  const key = keyOf(platform)
  await prisma.setting.upsert({ where: { key }, create: { key, value: name }, update: { value: name } })
}

/** The platform is not used any more. */
export async function forgetWayIn(prisma: Pick<PrismaClient, 'setting'>, platform: Platform): Promise<void> {
  await prisma.setting.deleteMany({ where: { key: keyOf(platform) } })
}

/** The ways in with a code, the ones on phones first. Zalo's address carries no code: it is sent as the first message. */
export async function waysIn(tx: Pick<Tx, 'setting'>, publicUrl: string): Promise<(code: string) => readonly WayIn[]> {
  const rows = await tx.setting.findMany({ where: { key: { in: platforms.map(keyOf) } } })
  const named = (platform: Platform) => rows.find(({ key }) => key === keyOf(platform))?.value
  const [bot, account] = [named('telegram'), named('zalo-oa')]
  return code => [
    ...(typeof bot === 'string'
      ? [{ channel: 'telegram' as const, url: `https://t.me/${bot}?start=${code}`, isCodeTyped: false }]
      : []),
    ...(typeof account === 'string'
      ? [{ channel: 'zalo-oa' as const, url: `https://zalo.me/${account}`, isCodeTyped: true }]
      : []),
    { channel: 'web', url: `${publicUrl}/?ma=${code}`, isCodeTyped: false },
  ]
}
