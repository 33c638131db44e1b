import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { councilRoom } from '../../../src/features/council/room.tsx'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

export const WARD = 'UB-P-QT'

export interface CouncilWorld extends PlanWorld {
  /** The phrases of those who have a key. */
  phrases: Map<string, string>
  ids: Map<string, string>
  /** Looks at a page of the room: its text, or where it leads. */
  look(name: string, rest: string): Promise<string>
  /** Posts a form of the room; what is said, or the page that is shown instead. */
  post(name: string, rest: string, fields: Readonly<Record<string, string>>): Promise<Posted>
  makeKey(name: string): Promise<string>
  /** A nominee that waits at the gate of the ward; gives the record. */
  nominate(nominee: string, of?: { personId?: string; isCollective?: boolean }): Promise<string>
  /** A sitting of the ward with these nominees, members invited; gives its id. */
  invited(nominees: readonly string[], more?: Readonly<Record<string, string>>): Promise<string>
  /** The case of a nominee. */
  caseOf(sitting: string, nominee: string): Promise<string>
  /** Marks ballots, by nominee. */
  cast(name: string, sitting: string, votes: Readonly<Record<string, string>>, opinion?: string): Promise<Posted>
}

export interface Posted {
  ok: boolean
  text: string
  goTo: string
}

interface Where {
  start?: string
  ward?: string
  /** Without: an embedded database of its own. */
  store?: Store
}

/** The council of a ward: a chair, a vice chair, a secretary, two members; a clerk prepares. Keys of chair, vice chair and secretary. */
export async function councilWorld({
  start = '2024-11-20T01:30:00Z',
  ward = WARD,
  store,
}: Where = {}): Promise<CouncilWorld> {
  const memberNames = ['Ủy viên Một', 'Ủy viên Hai']
  const world = await planWorld(start, store)
  const ids = new Map<string, string>()
  const phrases = new Map<string, string>()
  const join = async (
    name: string,
    ...[role, unit]: Parameters<PlanWorld['join']> extends [string, ...infer R] ? R : never
  ) => ids.set(name, await world.join(name, role, unit))
  await join('Đầu mối', 'CLERK', ward)
  await join('Chủ tịch phường', 'WARD_CHAIR', ward)
  for (const name of ['Phó Chủ tịch phường', 'Thư ký Hội đồng', ...memberNames]) await join(name, 'OFFICIAL', ward)

  const answered = (name: string, rest: string, form: FormData | null): Promise<RoomAnswer | null> =>
    world.as(name, ctx =>
      councilRoom.answer(ctx, { rest, search: new URLSearchParams(), form, address: '/desk/hoi-dong', csrf: 'word' }),
    )
  const textOf = async (answer: RoomAnswer | null): Promise<string> => {
    if (!answer) return ''
    if ('goTo' in answer) return answer.say
    return 'body' in answer ? String(await answer.body()) : answer.file.name
  }
  const post: CouncilWorld['post'] = async (name, rest, fields) => {
    world.clock.advance(1_000)
    const form = new FormData()
    for (const [field, value] of Object.entries(fields))
      for (const one of value.split('|')) form.append(field.replace(/\*$/, ''), one)
    const answer = await answered(name, rest, form)
    const goTo = answer && 'goTo' in answer ? answer.goTo : ''
    return {
      ok: goTo !== '' && answer !== null && 'isGood' in answer && answer.isGood,
      text: await textOf(answer),
      goTo,
    }
  }
  const seats = [
    ['Chủ tịch phường', 'CHAIR'],
    ['Phó Chủ tịch phường', 'VICE'],
    ['Thư ký Hội đồng', 'SECRETARY'],
    ...memberNames.map(name => [name, 'MEMBER'] as const),
  ] as const
  for (const [name, vai] of seats) {
    const fields = { viec: 'them', nguoi: ids.get(name) ?? '', vai, 'chuc-vu': 'Công chức', tu: '2024-01-01' }
    const { ok, text } = await post('Đầu mối', `thanh-vien/${ward}`, fields)
    if (!ok) throw new Error(text)
  }
  const makeKey = async (name: string) => {
    const { text } = await post(name, 'khoa', { viec: 'tao' })
    const phrase = /<code>([^<]+)<\/code>/.exec(text)?.[1] ?? ''
    const { ok } = await post(name, 'khoa', { viec: 'xac-nhan', cum: phrase.toLowerCase().replaceAll('-', ' ') })
    if (!ok) throw new Error('the key was not confirmed')
    phrases.set(name, phrase)
    return phrase
  }
  for (const name of ['Chủ tịch phường', 'Phó Chủ tịch phường', 'Thư ký Hội đồng']) await makeKey(name)

  const { prisma } = world.store
  let number = 0
  const caseOf = async (sittingId: string, nominee: string) =>
    (await prisma.sittingCase.findFirstOrThrow({ where: { sittingId, nominee } })).id
  return {
    ...world,
    ...{ phrases, ids, post, makeKey, caseOf },
    look: async (name, rest) => textOf(await answered(name, rest, null)),
    nominate: async (nominee, { personId, isCollective = personId === undefined } = {}) => {
      const at = world.clock.now()
      number += 1
      const { id: campaignId } = await prisma.campaign.findFirstOrThrow({ where: { isActive: true } })
      const id = newId(at)
      const authorId = ids.get('Đầu mối') ?? ''
      const answers = { summary: { value: 'Hoàn thành xuất sắc.', typed: 'Hoàn thành xuất sắc.' } }
      await prisma.record.create({
        data: {
          ...{
            id,
            campaignId,
            kind: 'nomination',
            unitCode: ward,
            number,
            code: `KT-${String(number).padStart(3, '0')}`,
          },
          ...{ topic: 'CITY', state: 'DRAFT', waitsFor: 'nomination.approve', version: 1, passedVersion: 0, authorId },
          ...{ title: nominee, searchText: nominee, sentAt: at, receivedAt: at },
          versions: {
            create: {
              ...{ version: 1, form: 'nomination', formVersion: 1, answers, fileIds: [], authorId, role: 'CLERK' },
              ...{ sentAt: at, receivedAt: at, draftId: newId(at) },
            },
          },
        },
      })
      await prisma.nominationFact.create({
        data: {
          ...{
            recordId: id,
            version: 1,
            kind: isCollective ? 'COLLECTIVE' : 'INDIVIDUAL',
            level: 'CITY',
            name: nominee,
          },
          ...{ nameFolded: nominee.toLowerCase(), personId: personId ?? null, unitCode: ward, position: '', known: [] },
        },
      })
      return id
    },
    invited: async (nominees, more = {}) => {
      const records = await prisma.record.findMany({ where: { title: { in: [...nominees] } } })
      const fields = {
        viec: 'lap',
        noi: 'Phòng họp số 1',
        luc: `${Number(start.slice(0, 4)) + 1}-01-05T08:30`,
        cach: 'kin',
        ...more,
      }
      const made = await post('Đầu mối', `moi/${ward}`, { ...fields, 'ho-so*': records.map(({ id }) => id).join('|') })
      if (!made.ok) throw new Error(made.text)
      const id = made.goTo.split('/').at(-1) ?? ''
      const { ok, text } = await post('Đầu mối', id, { viec: 'moi' })
      if (!ok) throw new Error(text)
      return id
    },
    cast: async (name, sitting, votes, opinion = '') => {
      const fields: Record<string, string> = { viec: 'bo-phieu' }
      for (const [nominee, vote] of Object.entries(votes)) {
        const id = await caseOf(sitting, nominee)
        fields[`phieu-${id}`] = vote
        if (opinion !== '') fields[`y-kien-${id}`] = opinion
      }
      return post(name, sitting, fields)
    },
  }
}
