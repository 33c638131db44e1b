import type { Cast } from './cast.ts'
import type { Stage } from './stage.ts'

/** Who sits in the council of a unit, and who prepares it. */
export interface Council {
  unit: string
  preparedBy: string
  chair: string
  secretary: string
  members: readonly string[]
}

export interface Ballot {
  /** By nominee; whoever is not named is agreed to. */
  votes?: Readonly<Record<string, 'AGREE' | 'DISAGREE' | 'BLANK'>>
  opinion?: { of: string; words: string }
}

export interface SittingScript {
  /** When it meets: «2024-12-10T08:30». */
  at: string
  isOpen?: boolean
  /** Everybody else has sent nothing and was not there. */
  present: readonly string[]
  /** With a reason; they write their opinion. */
  absent?: Readonly<Record<string, string>>
  /** Member, nominee, reason. */
  declared?: readonly (readonly [string, string, string])[]
  ballots?: Readonly<Record<string, Ballot>>
  /** Remarks on the drafted minutes. */
  remarks?: Readonly<Record<string, string>>
  /** Which of those that wait; all when nothing is said. */
  only?: readonly string[]
}

const room = 'hoi-dong'

/** Seats the members and makes the key of the chair; gives its phrase. */
export async function seatCouncil(
  cast: Cast,
  { unit, preparedBy, chair, secretary, members }: Council,
  from: string,
): Promise<string> {
  const desk = await cast.desk(preparedBy)
  const seats = [[chair, 'CHAIR'], [secretary, 'SECRETARY'], ...members.map(name => [name, 'MEMBER'] as const)] as const
  for (const [name, part] of seats)
    await desk.post(`${room}/thanh-vien/${unit}`, [
      ...([
        ['viec', 'them'],
        ['nguoi', cast.idOf(name)],
        ['vai', part],
        ['chuc-vu', 'Công chức'],
        ['tu', from],
      ] as const),
    ])
  const own = await cast.desk(chair)
  const shown = await own.post(`${room}/khoa`, [['viec', 'tao']])
  const phrase = /<code>([^<]+)<\/code>/.exec(shown)?.[1] ?? ''
  await own.post(`${room}/khoa`, [
    ['viec', 'xac-nhan'],
    ['cum', phrase],
  ])
  return phrase
}

/** Plays a whole sitting, from its preparation to confirmed minutes; gives its id. */
export async function sit(
  stage: Stage,
  cast: Cast,
  council: Council,
  phrase: string,
  script: SittingScript,
): Promise<string> {
  const { unit, preparedBy, chair, secretary } = council
  const { prisma } = stage
  const preparing = await cast.desk(preparedBy)
  const waiting = [
    ...(await preparing.html(`${room}/moi/${unit}`)).matchAll(
      /name="ho-so" value="([^"]+)" checked[^>]*> [^:]+: ([^(]+) \(/g,
    ),
  ]
  const chosen = waiting.filter(([, , name = '']) => script.only?.includes(name.trim()) ?? true)
  await preparing.post(`${room}/moi/${unit}`, [
    ...([
      ['viec', 'lap'],
      ['noi', 'Phòng họp số 1'],
      ['luc', script.at],
      ['cach', script.isOpen ? 'mo' : 'kin'],
      ['ty-le', ''],
    ] as const),
    ...chosen.map(([, id = '']) => ['ho-so', id] as const),
  ])
  const { id } = await prisma.sitting.findFirstOrThrow({ where: { unitCode: unit }, orderBy: { number: 'desc' } })
  const page = `${room}/${id}`
  await preparing.post(page, [['viec', 'moi']])
  const caseOf = async (nominee: string) =>
    (await prisma.sittingCase.findFirstOrThrow({ where: { sittingId: id, nominee } })).id
  const cases = await prisma.sittingCase.findMany({ where: { sittingId: id }, orderBy: { number: 'asc' } })
  const vote = async (name: string) => {
    const { votes = {}, opinion } = script.ballots?.[name] ?? {}
    const away = await prisma.councilConflict.findMany({ where: { personId: cast.idOf(name) } })
    const open = cases.filter(one => away.every(({ caseId }) => caseId !== one.id))
    await (await cast.desk(name)).post(page, [
      ['viec', 'bo-phieu'],
      ...open.map(one => [`phieu-${one.id}`, votes[one.nominee] ?? 'AGREE'] as const),
      ...open.flatMap(one => (opinion?.of === one.nominee ? [[`y-kien-${one.id}`, opinion.words] as const] : [])),
    ])
  }
  for (const [name, nominee, reason] of script.declared ?? [])
    await (await cast.desk(name)).post(page, [
      ['viec', 'loi-ich'],
      ['ho-so', await caseOf(nominee)],
      ['ly-do', reason],
    ])
  for (const [name, reason] of Object.entries(script.absent ?? {})) {
    await (await cast.desk(name)).post(page, [
      ['viec', 'vang'],
      ['ly-do', reason],
    ])
    await vote(name)
  }
  stage.comes(script.at)
  const [first = '', ...others] = script.present
  await (await cast.desk(first)).post(page, [['viec', 'toi-co-mat']])
  await (await cast.desk(secretary)).refused(page, [['viec', 'bat-dau']])
  for (const name of others) await (await cast.desk(name)).post(page, [['viec', 'toi-co-mat']])
  await (await cast.desk(secretary)).post(page, [['viec', 'bat-dau']])
  for (const name of script.present) await vote(name)
  await (await cast.desk(secretary)).post(page, [['viec', 'dong']])
  await (await cast.desk(chair)).post(page, [
    ['viec', 'mo-phieu'],
    ['cum', phrase],
  ])
  for (const [name, words] of Object.entries(script.remarks ?? {}))
    await (await cast.desk(name)).post(page, [
      ['viec', 'da-doc'],
      ['y-kien', words],
    ])
  for (const name of [chair, secretary]) await (await cast.desk(name)).post(page, [['viec', 'xac-nhan']])
  return id
}
