import { randomUUID } from 'node:crypto'
import { onceLetGo } from './backup/once-let-go.ts'
import { holding } from './backup/sending.ts'
import { readCampaignFiles } from './campaign/files.ts'
import { officeOn } from './campaign/names.ts'
import type { Inbound } from './channels/channel.ts'
import { createBell } from './channels/web/bell.ts'
import { webChannel } from './channels/web/channel.ts'
import { wellFormedInbound } from './channels/well-formed-inbound.ts'
import { rulesOf } from './channels/zalo-oa/config.ts'
import { openControl } from './cli/control.ts'
import { problemLines } from './cli/problem-lines.ts'
import { works } from './cli/works.ts'
import { dayOf } from './clock.ts'
import { collectGarbage } from './collect-garbage.ts'
import { Complaint } from './complaint.ts'
import type { Config } from './config.ts'
import { scheduleDaily } from './daily.ts'
import { keepApart } from './demo/apart.ts'
import { openDemo } from './demo/demo.ts'
import { fetcherOver } from './files/fetcher.ts'
import { tallyOf } from './health/tally.ts'
import { watchOver } from './health/watch.ts'
import { inTurn } from './intake/in-turn.ts'
import { watchLetters } from './intake/letter-watch.ts'
import { receive } from './intake/receive.ts'
import { waitingSender } from './intake/send-waiting.ts'
import type { System } from './intake/system.ts'
import { readLaw } from './law/law-file.ts'
import { ensureCampaign } from './loading/ensure.ts'
import { type Opened, openSystem } from './open-system.ts'
import { outboxOver } from './outbox/deliver.ts'
import { endLeases } from './outbox/recover.ts'
import { keepZaloRules } from './outbox/zalo-rules.ts'
import { firstAdminCode } from './people/first-admin.ts'
import { forgetWayIn, keepWayIn } from './people/ways-in.ts'
import { scheduleReminders } from './reminders/round/schedule.ts'
import { signInRulesOf } from './sign-in-rules-of.ts'
import { telegramOf } from './telegram-channel.ts'
import { loadTexts } from './texts.ts'
import { listen } from './web/listen.ts'
import { createWeb } from './web/server.ts'
import type { Demo } from './web/web-parts.ts'
import { webPartsOf } from './web-parts.ts'
import { zaloBotOf, zaloOaOf } from './zalo-channels.ts'

export interface Running {
  system: System
  /** Where the web chat is reached on this machine. */
  url: string
  /** Of the first administrator; null when there was a start before. */
  firstAdminCode: string | null
  /** Intake stops, work in hand ends, what is queued stays for the next start. */
  stop(): Promise<void>
}

/** What has been started, to be stopped in the opposite order. */
type Undo = (() => Promise<unknown>)[]

/**
 * Puts the system together and starts it, from the bottom up: plan file, database, campaign, outbox, reminders, channels,
 * web. Stopping goes the other way. When a part cannot start, the parts below it are stopped and the error is the caller's.
 */
export async function start(config: Config): Promise<Running> {
  const files = readCampaignFiles(config.campaignPlan, config.campaignYear)
  if (!files.ok) throw new Complaint(...problemLines(files.problems, loadTexts(config.locale)))
  const law = readLaw()
  if (!law.ok) throw new Complaint(...problemLines(law.problems, loadTexts(config.locale)))
  const opened = await openSystem(config)
  const undo: Undo = [() => opened.close()]
  try {
    await keepApart(opened.system, config.isDemo)
    const isNamed = config.campaignPlan !== undefined || config.campaignYear !== undefined
    await ensureCampaign(opened.system.prisma, files.value, isNamed, opened.system.clock.now())
    // Before anything beats: what has been lived by the present day is owed and told no more.
    const demo = opened.demoClock ? await openDemo(opened.system, opened.demoClock) : undefined
    return await startParts(config, opened, demo, undo)
  } catch (error) {
    await unwind(undo)
    throw error
  }
}

async function startParts(config: Config, opened: Opened, demo: Demo | undefined, undo: Undo): Promise<Running> {
  const { system, log } = opened
  const { prisma, clock } = system
  const owner = randomUUID()
  const tally = tallyOf(clock, inbound => receive(system, wellFormedInbound(inbound)))
  const turn = inTurn()
  /** One queue a chat: who floods waits for himself. */
  const take = (inbound: Inbound) => turn(`${inbound.channel}:${inbound.account}`, () => tally.receive(inbound))

  const bell = createBell()
  const ear = opened.store.listen({ heard: bell.ring, missed: bell.ringAll })
  undo.push(() => ear.close())
  const telegram = config.telegram ? telegramOf(config.telegram, system, take, owner) : null
  const zaloOa = config.zaloOa ? zaloOaOf(config.zaloOa, system, take) : null
  const zaloBot = config.zaloBot ? zaloBotOf(config.zaloBot, system, take, { owner, dataDir: config.dataDir }) : null
  const platforms = { telegram, 'zalo-oa': zaloOa, 'zalo-bot': zaloBot }
  const ownWeb = webChannel({ prisma, clock, bell })
  const outside = Object.values(platforms).filter(channel => channel !== null)
  const channels = [ownWeb, ...outside]

  const held = holding(prisma)
  const outbox = outboxOver({ prisma, clock, log, owner, channels: [ownWeb] })
  const outsideBox = outboxOver({ prisma, clock, log, owner, channels: outside })
  const afterRound = waitingSender(system).turn
  const fetcher = fetcherOver({ prisma, clock, log, channels, texts: system.texts, afterRound })
  const letters = watchLetters(system)
  undo.push(() => letters.stop())
  const wakeOutbox = () => [outbox, outsideBox].forEach(one => void one.wake())
  const workers = { outbox: { wake: wakeOutbox }, files: fetcher, letters }
  let isOutside = false
  opened.workWith({
    wake: worker => workers[worker].wake(),
    place: channel => outbox.place(channel) ?? (isOutside ? outsideBox.place(channel) : null),
  })
  // Whoever held the embedded database before is gone: what it was sending need not be waited for.
  if (!config.databaseUrl) await endLeases(prisma, clock.now())
  if (config.zaloOa) await keepZaloRules(prisma, rulesOf(config.zaloOa))
  if (!config.telegram) await forgetWayIn(prisma, 'telegram')
  if (config.zaloOa) await keepWayIn(prisma, 'zalo-oa', config.zaloOa.oaId)
  else await forgetWayIn(prisma, 'zalo-oa')
  outbox.start()
  undo.push(() => outbox.stop())
  fetcher.start()
  undo.push(() => fetcher.stop())
  const dailyWork = scheduleDaily(system, owner)
  undo.push(() => dailyWork.stop())

  if (!config.databaseUrl) {
    const control = await openControl(config.dataDir, system, works)
    undo.push(() => control.close())
  }
  const watch = watchOver({ prisma, clock, channels, tally, poolUse: opened.store.poolUse, owner })
  const { metricsToken } = config
  const signIn = await signInRulesOf(config)
  const notStored = () => tally.notStored('web')
  const rest = { metricsToken, demo, signIn, held, receive: take, notStored }
  const parts = webPartsOf({ system, bell, platforms, watch, ...rest })
  const listening = await listen(createWeb(system, parts), config.port, {
    isOnlyHere: config.isDemo,
    letGo: () => bell.close(),
  })
  undo.push(() => listening.close())
  await ownWeb.start()
  undo.push(() => ownWeb.stop())
  /** All that reaches people outside of the web: sending, reminding, taking their messages. */
  async function goOutside(): Promise<void> {
    isOutside = true
    outsideBox.start()
    undo.push(() => outsideBox.stop())
    const reminders = scheduleReminders(system, owner)
    undo.push(() => reminders.stop())
    for (const channel of outside) {
      await channel.start()
      undo.push(() => channel.stop())
    }
  }
  const copy = await held()
  if (copy === null) await goOutside()
  else {
    log.warn(copy, 'this is a restored copy: nothing is sent until an officer lets it')
    const release = onceLetGo(held, goOutside, error => log.error({ err: error }, 'sending could not begin'))
    undo.push(() => release.stop())
  }
  const campaign = await system.campaign(prisma)
  const office = officeOn(campaign, dayOf(clock.now(), campaign.timeZone).toString())
  const code = await firstAdminCode(prisma, office?.code ?? campaign.plan.managingOffices[0] ?? '', clock.now())
  collectGarbage()
  return { system, url: `http://localhost:${listening.port}`, firstAdminCode: code, stop: () => unwind(undo) }
}

async function unwind(undo: Undo): Promise<void> {
  // What is begun by a step that is waited for is undone too.
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step()
}
