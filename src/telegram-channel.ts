import type { Inbound } from './channels/channel.ts'
import { type TelegramChannel, telegramChannel } from './channels/telegram/telegram.ts'
import type { TelegramConfig } from './config.ts'
import type { System } from './intake/system.ts'
import { keepWayIn } from './people/ways-in.ts'
import { keptTurn } from './store/kept-turn.ts'

/** The Telegram channel of this installation: of several instances one polls, by lease. */
export function telegramOf(
  config: TelegramConfig,
  system: System,
  receive: (inbound: Inbound) => Promise<unknown>,
  owner: string,
): TelegramChannel {
  const { prisma, clock, log, registry } = system
  const t = system.texts(system.defaultLocale)
  const { token, apiRoot, mode } = config
  return telegramChannel(
    { token, mode, ...(apiRoot === undefined ? {} : { apiRoot }) },
    {
      receive,
      clock,
      log,
      t,
      commands: registry.commands.flatMap(({ slash, says }) =>
        slash ? [{ command: slash, description: t(`${says}.slash`) }] : [],
      ),
      turn: keptTurn(prisma, clock, owner, 'telegram.polling'),
      named: username => keepWayIn(prisma, 'telegram', username),
      readFile: async fileId => {
        const file = await prisma.storedFile.findUnique({ where: { id: fileId }, include: { content: true } })
        return file?.content?.bytes ?? null
      },
    },
  )
}
