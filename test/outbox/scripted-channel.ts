import type { Channel, ChannelName, Delivery, SendResult } from '../../src/channels/channel.ts'

/** A channel that notes what it is asked to send and answers as it is told. */
export class ScriptedChannel implements Channel {
  readonly name: ChannelName
  readonly abilities = { textLength: 4096, buttons: 8, filesIn: true, proactive: 'always' } as const
  readonly sent: Delivery[] = []
  inHand = 0
  mostInHand = 0
  answer: (delivery: Delivery) => SendResult | Promise<SendResult> = () => ({ result: 'sent', externalId: 'x1' })

  constructor(name: ChannelName = 'telegram') {
    this.name = name
  }

  async send(delivery: Delivery): Promise<SendResult> {
    this.sent.push(delivery)
    this.inHand += 1
    this.mostInHand = Math.max(this.mostInHand, this.inHand)
    try {
      return await this.answer(delivery)
    } finally {
      this.inHand -= 1
    }
  }

  get keys(): string[] {
    return this.sent.map(delivery => delivery.key)
  }

  async fetch(): Promise<{ result: 'gone'; why: string }> {
    return { result: 'gone', why: 'none' }
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  health(): { state: 'up' } {
    return { state: 'up' }
  }
}
