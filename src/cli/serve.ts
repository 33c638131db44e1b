import { localTime } from '../clock.ts'
import type { Config } from '../config.ts'
import { start } from '../start.ts'
import type { Translate } from '../texts.ts'

/** `start`: runs until it is told to stop; a second signal does not wait. */
export async function serve(config: Config, t: Translate): Promise<void> {
  const running = await start(config)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(t('cli.listening', { url: running.url }))
  if (running.firstAdminCode !== null) {
    say(t('cli.firstAdmin', { code: running.firstAdminCode, url: `${config.publicUrl}/?ma=${running.firstAdminCode}` }))
  }
  if (config.isDemo) {
    const { timeZone } = await running.system.campaign(running.system.prisma)
    say(t('cli.demo', { time: localTime(running.system.clock.now(), timeZone) }))
  }
  await new Promise<void>(resolve => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  process.once('SIGINT', () => process.exit(1))
  say(t('cli.stopping'))
  await running.stop()
  say(t('cli.stopped'))
}
