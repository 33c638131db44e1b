import { nameWithWard } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type Content, fillTemplate } from '../../documents/word/fill.ts'
import { formatPercent } from '../../reading/format.ts'
import { councilMinutes } from '../papers/council-minutes.ts'
import { councilName, frameContent, ofUnit, planDocument } from '../papers/frame.ts'
import { templateOf } from '../papers/template.ts'
import { majorityInWords, namesOf } from './in-words.ts'
import { rulesOf } from './rules/rules.ts'
import { leastOf } from './rules/share.ts'
import { type CaseOfSitting, presentIn, type WholeSitting } from './sitting.ts'

/** The minutes as a Word file (DOC14), from nothing but what happened. Writes nothing. */
export async function minutesWord(ctx: Ctx, sitting: WholeSitting): Promise<{ bytes: Uint8Array }> {
  const names = await namesOf(ctx.tx, sitting)
  const template = await templateOf(ctx.tx, councilMinutes)
  const { superior, ...frame } = ofUnit(ctx, sitting.unitCode)
  const head = { ...frame, superior: frame.issuer || superior, issuer: ctx.t('council.minutes.issuer') }
  return { bytes: await fillTemplate(template, { ...frameContent(ctx, head), ...contentOf(ctx, sitting, names) }) }
}

type Names = ReadonlyMap<string, string>

function contentOf(ctx: Ctx, sitting: WholeSitting, names: Names): Content {
  const { t, campaign, localTime } = ctx
  const { members, cases, isSecret } = sitting
  const rules = rulesOf(sitting)
  const called = (personId: string | undefined) => (personId && names.get(personId)) || t('council.minutes.nobody')
  const [present, all] = [presentIn(sitting), members.length]
  const written = members.filter(({ personId }) =>
    cases.some(({ ballots }) => ballots.some(one => one.personId === personId && one.isWritten)),
  )
  return {
    ...{ plan: planDocument(ctx), campaign: campaign.plan.identity.name, year: String(campaign.year) },
    ...{ council: councilName(ctx, sitting.unitCode), code: sitting.code },
    ...{ place: sitting.place, began: sitting.beganAt ? localTime(sitting.beganAt) : '' },
    closed: sitting.closedAt ? localTime(sitting.closedAt) : '',
    chair: called(presidingOf(sitting)?.personId),
    secretary: called(members.find(({ part }) => part === 'SECRETARY')?.personId),
    ...{ members: String(all), present: String(present), absent: String(all - present) },
    written: String(written.length),
    quorum: t('council.minutes.quorum', { least: leastOf(all, rules.quorum) ?? all }),
    count: String(cases.length),
    mode: t(isSecret ? 'council.minutes.secret' : 'council.minutes.open'),
    pass: t('council.minutes.pass', { majority: majorityInWords(t, rules.pass) }),
    opening: t(sitting.isOpenedByTwo ? 'council.minutes.openedByTwo' : 'council.minutes.opened', {
      at: sitting.openedAt ? localTime(sitting.openedAt) : '',
    }),
    attendance: members.map(({ personId, position, part, attendance, why }, at) => ({
      ...{ no: String(at + 1), name: called(personId), position, part: t(`council.parts.${part}`) },
      state: [t(`council.attendance.${attendance === 'PRESENT' ? 'PRESENT' : 'ABSENT'}`), why]
        .filter(Boolean)
        .join(': '),
    })),
    conflicts: conflictLines(ctx, sitting, called).map(text => ({ text })),
    cases: cases.map(one => caseRow(ctx, sitting, one)),
    opinions: [...blankLines(ctx, sitting), ...opinionLines(ctx, sitting, called)].map(text => ({ text })),
    conclusion: conclusion(ctx, sitting),
    remarks: members
      .filter(({ remark }) => remark !== '')
      .map(({ personId, remark }) => ({ text: t('council.minutes.remark', { name: called(personId), remark }) })),
    reading: t('council.minutes.wasRead', { count: readersOf(sitting), all }),
  }
}

/** The chair who was there, else the vice chair who took the place. */
function presidingOf({ members }: WholeSitting) {
  const there = members.filter(({ attendance }) => attendance === 'PRESENT')
  return there.find(({ part }) => part === 'CHAIR') ?? there.find(({ part }) => part === 'VICE') ?? members[0]
}

/** Who said so, and the two who have confirmed what they read. */
function readersOf(sitting: WholeSitting): number {
  const { members, chairConfirmedAt, secretaryConfirmedAt } = sitting
  const presiding = presidingOf(sitting)
  const confirmed = (one: (typeof members)[number]) =>
    (one.part === 'SECRETARY' && secretaryConfirmedAt !== null) || (one === presiding && chairConfirmedAt !== null)
  return members.filter(one => one.readAt !== null || confirmed(one)).length
}

/** With the unit; of two who are called the same, or of one who is proposed at two levels, with the code of the dossier too. */
function nomineeInWords({ nominee, code }: CaseOfSitting, cases: readonly CaseOfSitting[], unit: string): string {
  const isTwice = cases.filter(one => one.nominee === nominee).length > 1
  const told = [...(nominee === unit ? [] : [unit]), ...(isTwice ? [code] : [])]
  return told.length === 0 ? nominee : `${nominee} (${told.join(', ')})`
}

function caseRow({ t, campaign }: Ctx, { members, cases }: WholeSitting, one: CaseOfSitting) {
  const { agree, disagree, blank, verdict } = one
  const unit = nameWithWard(campaign, one.unitCode)
  const issued = members.length - one.conflicts.length
  const returned = one.ballots.filter(({ removedAt }) => removedAt === null).length
  return {
    no: String(one.number),
    nominee: nomineeInWords(one, cases, unit),
    ...{ issued: String(issued), returned: String(returned) },
    valid: String((agree ?? 0) + (disagree ?? 0) + (blank ?? 0)),
    ...{ agree: String(agree ?? 0), disagree: String(disagree ?? 0) },
    share: `${agree ?? 0}/${members.length} (${formatPercent(BigInt(agree ?? 0), BigInt(members.length))})`,
    verdict: verdict ? t(`council.verdicts.${verdict}`) : '',
  }
}

function conflictLines({ t }: Ctx, { cases }: WholeSitting, called: (id: string) => string): string[] {
  return cases.flatMap(({ nominee, conflicts, ballots }) =>
    conflicts.map(({ personId, kind, reason }) => {
      const isRemoved = ballots.some(one => one.personId === personId && one.removedAt !== null)
      const why = kind === 'DECLARED' ? reason : t(`council.conflict.kinds.${kind}`)
      return t(isRemoved ? 'council.minutes.ballotRemoved' : 'council.minutes.noBallot', {
        ...{ name: called(personId), nominee, why },
      })
    }),
  )
}

/** Without these what was valid is not what agreed and did not. */
function blankLines({ t }: Ctx, { cases }: WholeSitting): string[] {
  return cases.flatMap(({ nominee, blank }) => (blank ? [t('council.minutes.blank', { nominee, count: blank })] : []))
}

function opinionLines({ t }: Ctx, { cases, isSecret }: WholeSitting, called: (id: string) => string): string[] {
  return cases.flatMap(({ nominee, opinions, ballots }) => {
    const named = isSecret
      ? opinions.map(opinion => ({ opinion, who: t('council.minutes.aMember') }))
      : ballots.filter(one => one.opinion !== '').map(one => ({ opinion: one.opinion, who: called(one.personId) }))
    return named.map(({ opinion, who }) => t('council.minutes.opinion', { nominee, who, opinion }))
  })
}

function conclusion({ t }: Ctx, { cases }: WholeSitting): string {
  const named = (verdict: string) => cases.filter(one => one.verdict === verdict)
  const list = (some: readonly CaseOfSitting[]) => some.map(one => nomineeInWords(one, cases, one.nominee)).join('; ')
  const settled = cases.flatMap(({ nominee, settledWhy }) =>
    settledWhy === null ? [] : [t('council.minutes.settled', { nominee, why: settledWhy })],
  )
  const parts = (['AGREED', 'NOT_AGREED', 'TIE'] as const).flatMap(verdict => {
    const some = named(verdict)
    return some.length === 0
      ? []
      : [t(`council.minutes.conclusion.${verdict}`, { count: some.length, names: list(some) })]
  })
  return [...parts, ...settled].join(' ')
}
