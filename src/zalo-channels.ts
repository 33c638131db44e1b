import { join } from 'node:path'
import type { Inbound } from './channels/channel.ts'
import { sentOffers } from './channels/zalo/typed-words.ts'
import { webhookTracer } from './channels/zalo/webhook-trace.ts'
import type { ZaloBotConfig } from './channels/zalo-bot/config.ts'
import { inHandIn } from './channels/zalo-bot/in-hand.ts'
import { type ZaloBotChannel, zaloBotChannel } from './channels/zalo-bot/zalo-bot.ts'
import type { ZaloOaConfig } from './channels/zalo-oa/config.ts'
import { contactsIn } from './channels/zalo-oa/contact.ts'
import { DatabaseTokenStore } from './channels/zalo-oa/token-store.ts'
import { type ZaloOaChannel, zaloOaChannel } from './channels/zalo-oa/zalo-oa.ts'
import type { System } from './intake/system.ts'
import { wellFormed } from './reading/well-formed.ts'
import { keptTurn } from './store/kept-turn.ts'

/** The channel of the Official Account. Any number of instances share its tokens through the database. */
export function zaloOaOf(
  config: ZaloOaConfig,
  system: System,
  receive: (inbound: Inbound) => Promise<unknown>,
): ZaloOaChannel {
  const { prisma, clock, log } = system
  const nameless = (account: string) => ({ channel: 'zalo-oa', externalId: account, displayName: '' })
  return zaloOaChannel(config, {
    receive,
    clock,
    log,
    t: system.texts(system.defaultLocale),
    store: new DatabaseTokenStore(prisma, config.oaId, config.appSecret),
    offers: sentOffers(prisma, 'zalo-oa'),
    trace: webhookTracer(prisma, clock, 'zalo-oa'),
    contact: contactsIn(prisma),
    isNameless: async account => (await prisma.account.count({ where: nameless(account) })) > 0,
    keepName: async (account, displayName) => {
      await prisma.account.updateMany({ where: nameless(account), data: { displayName: wellFormed(displayName) } })
    },
    readFile: async fileId => {
      const file = await prisma.storedFile.findUnique({ where: { id: fileId }, include: { content: true } })
      return file?.content?.bytes ?? null
    },
  })
}

/** The channel of the bot: of several instances one polls, by lease. */
export function zaloBotOf(
  config: ZaloBotConfig,
  system: System,
  receive: (inbound: Inbound) => Promise<unknown>,
  { owner, dataDir }: { owner: string; dataDir: string },
): ZaloBotChannel {
  const { prisma, clock, log } = system
  return zaloBotChannel(config, {
    receive,
    clock,
    log,
    t: system.texts(system.defaultLocale),
    offers: sentOffers(prisma, 'zalo-bot'),
    trace: webhookTracer(prisma, clock, 'zalo-bot'),
    inHand: inHandIn(join(dataDir, 'zalo-bot-in-hand.json')),
    turn: keptTurn(prisma, clock, owner, 'zalo-bot.polling'),
  })
}
