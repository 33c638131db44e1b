import { channelContract } from '../contract.ts'
import { OaWorld } from './oa-world.ts'

channelContract('Zalo OA', async () => {
  const world = await OaWorld.open()
  const { fake, channel } = world
  const account = world.writer()
  const path = /\/message\/cs$/
  const refuse = (code: number, times = 1) => fake.faults.add('openapi', { kind: 'code', code }, { path, times })
  return {
    channel,
    account,
    received: () =>
      fake.oa.sent.all.map(({ text, buttons }) => [text, ...buttons.map(({ title }) => title)].join('\n')),
    nextSend: behaviour => {
      if (behaviour === 'unreachable') refuse(-227)
      if (behaviour === 'busy') refuse(-32)
      if (behaviour === 'refused') refuse(-201)
      if (behaviour === 'breaks') fake.faults.add('openapi', { kind: 'drop-after' }, { path })
      if (behaviour === 'noConnection') world.isCutOff = true
    },
    holdFile: bytes => fake.serve(bytes, 'application/pdf', 'kế hoạch.pdf'),
    close: () => world.close(),
  }
})
