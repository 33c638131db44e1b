import { channelContract } from '../contract.ts'
import { BotWorld } from './bot-world.ts'

channelContract('Zalo Bot', async () => {
  const world = await BotWorld.open('webhook')
  const { fake, channel } = world
  const refuse = (code: number) => fake.faults.add('bot', { kind: 'code', code }, { path: /sendMessage$/ })
  return {
    channel,
    account: fake.bot.addChat(),
    received: () => world.texts,
    nextSend: behaviour => {
      if (behaviour === 'unreachable') refuse(404)
      if (behaviour === 'busy') refuse(429)
      if (behaviour === 'refused') refuse(400)
      if (behaviour === 'breaks') fake.faults.add('bot', { kind: 'drop-after' }, { path: /sendMessage$/ })
      if (behaviour === 'noConnection') world.isCutOff = true
    },
    holdFile: bytes => fake.serve(bytes, 'image/jpeg', 'ảnh.jpg'),
    close: () => world.close(),
  }
})
