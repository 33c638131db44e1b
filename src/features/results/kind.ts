import { officeName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import { decision, type Right, right } from '../../people/right.ts'
import { type RecordKind, recordKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { initiativesInWords } from '../initiatives/of-person.ts'
import { resultForm } from './form.ts'
import { askedOf, targetsOf, type Whose } from './targets.ts'

const staffRoles = ['PNV', 'FOCAL', 'CLERK', 'COUNCIL', 'OFFICIAL', 'FRONT', 'CHECKER'] as const
const headRoles = ['HEAD', 'WARD_CHAIR'] as const
const held = <S extends 'own' | 'mine'>(roles: readonly string[], scope: S): Right['powers'] =>
  Object.fromEntries(roles.map(role => [role, scope]))

type Form = ReturnType<typeof resultForm>
type Shared = Omit<RecordKind<Form['fields']>, 'name' | 'letters' | 'path' | 'route' | 'table' | 'command' | 'next'>

interface Rights {
  write: Right
  edit: Right
  confirm: Right
}

/** What personal results have in common: each says one thing of one person for one target, and there is one of it. */
function personalResult(name: string, whose: Whose, { write, edit, confirm }: Rights): Shared {
  return {
    form: resultForm(name),
    states: {
      DRAFT: { tone: 'neutral', handsIn: true },
      SUBMITTED: { tone: 'waiting', waits: ['confirm'], counts: true },
      RETURNED: { tone: 'bad', handsIn: true },
      CONFIRMED: { tone: 'good', counts: true },
      WITHDRAWN: { tone: 'neutral', handsIn: true },
    },
    begins: 'DRAFT',
    handedIn: 'SUBMITTED',
    moves: {
      confirm: { from: ['SUBMITTED'], to: 'CONFIRMED', right: confirm, asks: 'nothing', tone: 'good' },
      // The plan takes the comment of the head or the superior as evidence (H01, I01).
      comment: { from: ['SUBMITTED'], to: 'CONFIRMED', right: confirm, asks: 'note', tone: 'good' },
      return: { from: ['SUBMITTED', 'CONFIRMED'], to: 'RETURNED', right: confirm, asks: 'return', tone: 'bad' },
      withdraw: { from: ['SUBMITTED', 'RETURNED'], to: 'WITHDRAWN', right: edit, asks: 'reason', tone: 'bad' },
    },
    rights: { write, edit, see: confirm },
    isPersonal: true,
    // CR4: what was confirmed of a person supports the achievement (plan §III.2).
    ofNominee: { whose: 'author', supports: ['CONFIRMED'], vouches: ['CONFIRMED'] },
    startedWith: async ({ person }) => ({ author: person.id }),
    correctedWith: async ({ campaign }, { topic, authorId }) => {
      const target = campaign.plan.targets.find(({ code }) => code === topic)
      return { ...(target && askedOf(target)), author: authorId }
    },
    key: ({ unit, author, target }) => `${String(unit)}:${String(author)}:${String(target)}`,
    title: (_, { campaign }, { target }) =>
      campaign.plan.targets.find(({ code }) => code === target)?.name ?? String(target),
    topic: (_, { target }) => String(target),
    agencies: ({ campaign }, topic) => campaign.plan.targets.find(({ code }) => code === topic)?.focalAgencies ?? [],
    topics: ({ campaign }) =>
      targetsOf(campaign.plan, whose)
        .filter(({ computed }) => computed === null)
        .map(({ code, name: label }) => ({ value: code, label: `${code} ${label}` })),
    columns: [],
    cells: { headings: ['result.target', 'result.answered'], of: cellsOf },
    more: initiativesInWords,
  }
}

function cellsOf({ t }: Ctx, { topic, title }: Pick<StoredRecord, 'topic' | 'title'>, answers: Answers): string[] {
  return [`${topic} ${title}`, answered(answers, t('conversation.yes'), t('conversation.no'))]
}

/** The answer in a few words. */
export function answered({ said, count, isMet, share }: Answers, yes: string, no: string): string {
  if (typeof count === 'number') return String(count)
  if (typeof isMet === 'boolean') return isMet ? yes : no
  if (typeof share === 'object' && share !== null && 'numerator' in share && 'denominator' in share)
    return `${String(share.numerator)}/${String(share.denominator)}`
  return String(said ?? '')
}

/** What staff report of themselves (I01, I02, I04); their head confirms. I03 is counted from the register of initiatives. */
export const result = recordKind({
  ...personalResult('result', 'staff', {
    write: right('result.write', held(staffRoles, 'own')),
    edit: right('result.edit', held(staffRoles, 'mine')),
    confirm: decision('result.confirm', { HEAD: 'own', WARD_CHAIR: 'own' }),
  }),
  name: 'result',
  letters: 'KQ',
  path: 'ket-qua-ca-nhan',
  group: 'people',
  route: 'result',
  command: {
    slash: 'ketqua',
    behind: 'work',
    words: ['ketqua|(báo cáo|báo|gửi|ghi) kết quả (cá nhân|của tôi|của em)|kết quả (cá nhân|của tôi|của em)'],
  },
  table: 'results',
  next: ({ t }) => t('result.next'),
})

/** What heads report of themselves (H01–H03, and what all staff report); Phòng Nội vụ confirms, of H03 the agencies of the field too. */
export const headResult = recordKind({
  ...personalResult('headResult', 'heads', {
    write: right('headResult.write', held(headRoles, 'own')),
    edit: right('headResult.edit', held(headRoles, 'mine')),
    confirm: decision('headResult.confirm', { PNV: 'all', FOCAL: 'field' }),
  }),
  name: 'headResult',
  letters: 'KD',
  path: 'ket-qua-nguoi-dung-dau',
  group: 'people',
  route: 'headResult',
  command: {
    slash: 'ketquanguoidungdau',
    behind: 'work',
    words: ['kết quả (người đứng đầu|thủ trưởng)|ketquanguoidungdau'],
  },
  table: 'head-results',
  next: ctx => ctx.t('headResult.next', { office: officeName(ctx.campaign, ctx.today.toString()) }),
})
