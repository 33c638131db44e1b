import type { PrismaClient } from '../../../src/store/generated/client.ts'

interface Asked {
  unit: string
  from: string
  to: string
  until: Date
  today: string
  /** The last instant of the period. */
  end: Date
}

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000

/**
 * The cell of a share that is counted from a list, worked out anew from what was answered: every move is replayed, the items are taken out
 * of the answers of the version that counts and are counted one by one.
 */
export async function recountList(prisma: PrismaClient, code: string, of: Asked): Promise<string> {
  const record = await prisma.record.findFirst({
    where: { kind: 'list', key: `${of.unit}:${code}` },
    include: { versions: true, moves: { orderBy: { seq: 'asc' } } },
  })
  let now = { counts: 0, atHead: false, passed: 0 }
  const before: (typeof now)[] = []
  for (const { action, at, role, version } of record?.moves ?? []) {
    if (at >= of.until) break
    before.push(now)
    if (action === 'handIn' && role !== 'HEAD') now = { ...now, atHead: true }
    else if (action === 'handIn' || action === 'approve') now = { counts: version, atHead: false, passed: version }
    else if (action === 'sendBack') now = { ...now, atHead: false }
    else if (action === 'return') now = { ...now, counts: 0, atHead: false }
    else if (action === 'reopen') now = before.at(-2) ?? now
  }
  const answers = record?.versions.find(({ version }) => version === now.counts)?.answers as Answered | undefined
  if (of.today < of.from) return 'NOT_DUE'
  if (!answers) return now.atHead ? 'WITH_HEAD' : of.today > of.to ? 'NO_FIGURE' : 'NOT_DUE'
  const received = answers.items.value.items.filter(({ receivedOn }) => receivedOn === null || receivedOn <= of.to)
  const kept = received.filter(
    ({ doneOn, dueOn }) => doneOn !== null && doneOn <= of.to && (dueOn === null || doneOn <= dueOn),
  )
  return shareState(kept.length, received.length, of.to)
}

interface Answered {
  items: { value: { items: { receivedOn: string | null; dueOn: string | null; doneOn: string | null }[] } }
}

const effective = ['EFFECT_CONFIRMED', 'REPLICATED']
const gone = ['DRAFT', 'REJECTED', 'WITHDRAWN']

/** The cell of C20, worked out anew from the moves of the register: as it stood at the period's end, or when it is looked at. */
export async function recountRegister(prisma: PrismaClient, of: Asked): Promise<string> {
  if (of.today < of.from) return 'NOT_DUE'
  const records = await prisma.record.findMany({
    where: { kind: 'initiative', unitCode: of.unit },
    include: { moves: { orderBy: { seq: 'asc' } } },
  })
  const states = records.flatMap(({ moves }) => moves.findLast(({ at }) => at < of.end && at < of.until)?.to ?? [])
  const registered = states.filter(state => !gone.includes(state))
  const applied = registered.filter(state => effective.includes(state))
  if (registered.length === 0) return 'NOT_APPLICABLE 0/0'
  return `${applied.length * 10 >= registered.length ? 'REACHED' : 'BELOW'} ${applied.length}/${registered.length}`
}

function shareState(numerator: number, denominator: number, to: string): string {
  if (denominator === 0) return 'NOT_APPLICABLE 0/0'
  const figure = `${numerator}/${denominator}`
  if (numerator === denominator) return `REACHED ${figure}`
  const gonePart = (Math.min(day(to), day('2024-12-31')) - day('2024-03-15')) / (day('2024-12-31') - day('2024-03-15'))
  return `${numerator / denominator >= gonePart ? 'ON_PACE' : 'BEHIND'} ${figure}`
}
