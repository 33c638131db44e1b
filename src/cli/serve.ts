import { localTime } from '../clock.ts'
import type { Config } from '../config.ts'
import { type Running, start } from '../start.ts'
import type { Translate } from '../texts.ts'
import { isThisMachine } from '../web/this-machine.ts'

/** `start`: runs until it is told to stop; a second signal does not wait. */
export async function serve(config: Config, t: Translate): Promise<void> {
  const running = await start(config)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  for (const line of await greeting(config, running, t)) say(line)
  await new Promise<void>(resolve => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  process.once('SIGINT', () => process.exit(1))
  say(t('cli.stopping'))
  await running.stop()
  say(t('cli.stopped'))
}

/** What whoever starts it needs to know, a line each: where to open it, the first administrator's code, the mode, how to stop. */
async function greeting(config: Config, running: Running, t: Translate): Promise<string[]> {
  const { url, firstAdminCode: code, system } = running
  const isOwnAddress = isThisMachine(config.publicUrl)
  const { timeZone } = await system.campaign(system.prisma)
  const time = localTime(system.clock.now(), timeZone)
  return [
    isOwnAddress ? t('cli.listening', { url }) : t('cli.listeningBehind', { publicUrl: config.publicUrl, url }),
    ...(code === null ? [] : [t('cli.firstAdmin', { code })]),
    config.isDemo ? t('cli.demo', { time }) : t('cli.real'),
    t('cli.stopHint'),
  ]
}
