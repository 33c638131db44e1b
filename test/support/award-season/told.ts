import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { localTime } from '../../../src/clock.ts'
import { wordText } from '../../../src/documents/signed-text.ts'
import type { AwardSeason } from './award-season.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** Each nomination with every move of it: when, what, in which role, and why. */
export async function toldStates({ stage: { prisma } }: AwardSeason): Promise<string> {
  const records = await prisma.record.findMany({
    where: { kind: 'nomination' },
    include: { moves: { orderBy: { seq: 'asc' } } },
    orderBy: { number: 'asc' },
  })
  const lines = records.flatMap(({ code, title, unitCode, topic, state, moves }) => [
    `${code} ${title} (${unitCode}, ${topic}): ${state}`,
    ...moves.map(({ at, action, role, reason, marks }) => {
      const marked = ((marks ?? []) as unknown as { field: string; reason: string }[]).map(
        one => `${one.field}: ${one.reason}`,
      )
      const why = [reason ?? '', ...marked].filter(Boolean).join('; ')
      return `    ${localTime(at, zone)} ${action} ${role}${why === '' ? '' : ` – ${why}`}`
    }),
  ])
  return lines.join('\n')
}

export async function toldDossiers({ stage: { prisma } }: AwardSeason): Promise<string> {
  const dossiers = await prisma.awardDossier.findMany({
    orderBy: { number: 'asc' },
    include: { _count: { select: { members: true } } },
  })
  return dossiers
    .map(({ number, unitCode, level, submissionNumber, receivedAt, isLate, _count }) => {
      const received = receivedAt ? localTime(receivedAt, zone) : '–'
      return `HS-${number} ${unitCode} ${level}: ${_count.members}; ${submissionNumber || '–'}; ${received}${isLate ? '; muộn' : ''}`
    })
    .join('\n')
}

export async function toldSittings({ stage: { prisma } }: AwardSeason): Promise<string> {
  const sittings = await prisma.sitting.findMany({
    orderBy: { number: 'asc' },
    include: { cases: { orderBy: { number: 'asc' }, include: { conflicts: true } }, members: true },
  })
  const lines = sittings.flatMap(({ code, unitCode, state, isSecret, members, cases }) => {
    const present = members.filter(({ attendance }) => attendance === 'PRESENT').length
    return [
      `${code} ${unitCode} ${state}, ${isSecret ? 'kín' : 'công khai'}, ${present}/${members.length}`,
      ...cases.map(({ code: record, nominee, agree, disagree, blank, verdict, conflicts }) => {
        const away = conflicts
          .map(({ kind }) => kind)
          .sort()
          .join(' ')
        return `    ${record} ${nominee}: ${agree}–${disagree}–${blank} ${verdict}${away === '' ? '' : ` (${away})`}`
      }),
    ]
  })
  return lines.join('\n')
}

export async function toldAwards({ stage: { prisma } }: AwardSeason): Promise<string> {
  const awards = await prisma.award.findMany({
    orderBy: [{ decidedOn: 'asc' }, { decisionNumber: 'asc' }, { golden: 'asc' }, { name: 'asc' }],
  })
  return awards
    .map(({ level, decisionNumber, decidedOn, golden, name, unitName, prizeVnd, handedOn, authority, origin }) =>
      [
        decidedOn,
        decisionNumber,
        level,
        golden ?? '–',
        name,
        unitName,
        authority,
        prizeVnd ?? '–',
        handedOn ?? '–',
        origin,
      ].join(' | '),
    )
    .join('\n')
}

/** Every notice, once, with whom it was sent to. */
export async function toldNotices({ stage: { prisma }, cast }: AwardSeason): Promise<string> {
  const rows = await prisma.outbox.findMany({
    where: { kind: 'NOTICE' },
    orderBy: { seq: 'asc' },
    include: { account: { select: { personId: true } } },
  })
  const names = cast.names()
  const told = new Map<string, string[]>()
  for (const { body, account } of rows) {
    const { message } = body as unknown as { message: OutboundMessage }
    const buttons = (message.words ?? []).map(word => `[${word}]`).join(' ')
    const text = [message.title ?? '', message.text, buttons].filter(Boolean).join('\n')
    told.set(text, [...(told.get(text) ?? []), names.get(account.personId ?? '') ?? '?'])
  }
  return [...told].map(([text, to]) => `→ ${to.sort().join(', ')}\n${indented(text)}`).join('\n')
}

/** The papers that were made, in the order in which they were. */
export async function toldPapers({ stage: { prisma } }: AwardSeason): Promise<string> {
  const papers = await prisma.paper.findMany({
    orderBy: [{ madeAt: 'asc' }],
    include: { file: { include: { content: true } } },
  })
  return papers
    .map(({ code, unitCode, file }) =>
      titled([code, unitCode ?? ''].join(' '), file.content?.bytes ?? new Uint8Array()),
    )
    .join('\n')
}

/** Writes what was made into a folder, to be looked at. */
export async function keepPapers({ stage: { prisma } }: AwardSeason, more: Papers, folder: string): Promise<void> {
  const papers = await prisma.paper.findMany({ include: { file: { include: { content: true } } } })
  const sittings = await prisma.sitting.findMany({ include: { minutesFile: { include: { content: true } } } })
  const made = papers.map(({ code, unitCode, file }) => [`${code}-${unitCode ?? ''}`, file.content?.bytes] as const)
  const minutes = sittings.map(({ code, minutesFile }) => [`DOC14-${code}`, minutesFile?.content?.bytes] as const)
  for (const [name, bytes] of [...made, ...minutes, ...more])
    if (bytes) await writeFile(join(folder, `${name}.docx`), bytes)
}

export type Papers = readonly (readonly [string, Uint8Array])[]

/** The minutes of the first sitting of each kind of council: of a ward, and of the City’s. */
export async function toldMinutes({ stage: { prisma } }: AwardSeason): Promise<string> {
  const sittings = await prisma.sitting.findMany({
    orderBy: { number: 'asc' },
    include: { minutesFile: { include: { content: true } } },
  })
  const shown = [sittings[0], sittings.findLast(({ unitCode }) => unitCode === 'UB-UBND')]
  return shown
    .flatMap(one => (one ? [titled(`DOC14 ${one.code}`, one.minutesFile?.content?.bytes ?? new Uint8Array())] : []))
    .join('\n')
}

/** A Word file in lines, without what is empty. */
export function titled(title: string, bytes: Uint8Array): string {
  const lines = wordText(bytes)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return `== ${title}\n${indented(lines.join('\n'))}`
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ')
}
