import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import { awardsOn } from '../nominations/who-decides.ts'
import type { FrameWords } from './kind.ts'

export const frameTags: Tags = {
  ...{ superior: 'text', issuer: 'text', number: 'text', dateLine: 'text', recipients: { line: 'text' } },
  ...{ authority: 'text', position: 'text', signer: 'text' },
}

/** Number and day are left open: they are given where the paper is issued. */
export function frameContent(ctx: Ctx, { recipients, place, superior, issuer, ...words }: FrameWords): Content {
  const { t, today } = ctx
  return {
    ...words,
    superior: inHead(ctx, superior),
    issuer: inHead(ctx, issuer),
    number: t('papers.frame.number'),
    dateLine: t('papers.frame.date', { place, year: today.year }),
    recipients: recipients.map(line => ({ line })),
  }
}

/** The name of a committee breaks before the place that it governs, and nowhere within it. */
function inHead({ t }: Ctx, name: string): string {
  const committee = `${t('papers.frame.committee')} `
  return name.startsWith(committee) ? committee + name.slice(committee.length).replaceAll(' ', '\u00a0') : name
}

/**
 * The ward whose committee has taken the City's place for whoever makes a paper: since the district level has ended, the one that their
 * office advises. Null: the City's committee is there, or they work at no ward.
 */
export function wardInCharge({ campaign, today, person }: Ctx): string | null {
  const around = person.roles.flatMap(({ role, unitCode }) =>
    role === 'PNV' ? [unitCode, campaign.units.get(unitCode)?.parentCode ?? ''] : [],
  )
  const ward = around.find(code => committees.includes(campaign.units.get(code)?.kind ?? ''))
  return ward === undefined || awardsOn(campaign, 'CITY', today.toString()) ? null : ward
}

/** The committee that the managing office belongs to. */
export function committeeOf(ctx: Ctx): string {
  const ward = wardInCharge(ctx)
  return ward === null ? ctx.campaign.plan.identity.issuer : nameInFull(ctx, ward)
}

/** A paper of the managing office itself. */
export function ofOffice(ctx: Ctx, recipients: readonly string[]): FrameWords {
  const { t, campaign, today } = ctx
  return {
    superior: committeeOf(ctx),
    issuer: officeName(campaign, today.toString()),
    place: placeOf(campaign, wardInCharge(ctx)),
    recipients: [...recipients, t('papers.frame.filed')],
    ...{ authority: '', position: t('papers.frame.headOfOffice'), signer: t('papers.frame.signer') },
  }
}

/** A paper that the committee issues and the managing office prepares: signed as the plan was. */
export function ofCommittee({ t, campaign: { plan } }: Ctx): FrameWords {
  const { signature, identity, recipients } = plan
  return {
    superior: '',
    issuer: identity.issuer,
    place: identity.place,
    recipients: recipients.map(({ name }, at) => `${name}${at < recipients.length - 1 ? ';' : '.'}`),
    authority: signature.authorityLine,
    position: signature.position,
    signer: t('papers.frame.signer'),
  }
}

const committees = ['ward', 'commune', 'township', 'special_zone', 'successor_ward']

/** A paper of a unit: a ward signs for its committee, any other through its head. */
export function ofUnit({ t, campaign, today }: Ctx, unitCode: string): FrameWords {
  const unit = campaign.units.get(unitCode)
  const isCommittee = committees.includes(unit?.kind ?? '')
  const office = officeName(campaign, today.toString())
  return {
    superior: superiorOf(campaign, unit?.parentCode ?? null),
    issuer: nameInFull({ t, campaign }, unitCode),
    place: placeOf(campaign, unitCode),
    recipients: [`${office} (b/c);`, t('papers.frame.filed')],
    authority: isCommittee ? t('papers.frame.onBehalf') : '',
    position: t(isCommittee ? 'papers.frame.chair' : 'papers.frame.head'),
    signer: t('papers.frame.signer'),
  }
}

/** Where the papers of a unit are dated: a ward or commune, and what belongs to one, under its own name (decree 30/2020, annex I). */
export function placeOf(campaign: Ctx['campaign'], unitCode: string | null): string {
  const unit = campaign.units.get(unitCode ?? '')
  const around = unit?.parentCode ? campaign.units.get(unit.parentCode) : undefined
  const ward = [unit, around].find(one => committees.includes(one?.kind ?? ''))
  if (!ward) return campaign.plan.identity.place
  return governedBy(unitName(campaign, ward.code)).replace(/^(?:phường|xã|thị trấn|đặc khu) /i, '')
}

/** A council as papers name it: of a committee, by the place that it governs. */
export function councilName({ t, campaign }: Pick<Ctx, 't' | 'campaign'>, unitCode: string): string {
  const name = unitName(campaign, unitCode)
  const isCommittee = committees.includes(campaign.units.get(unitCode)?.kind ?? '')
  return t('papers.frame.council', { unit: isCommittee ? withSmallLetter(governedBy(name)) : governedBy(name) })
}

function governedBy(name: string): string {
  return name.replace(/^(?:UBND|Ủy ban nhân dân) /, '')
}

/** The body above, where it is one: a province is a place, and its committee stands above no other on papers. */
function superiorOf(campaign: Ctx['campaign'], parentCode: string | null): string {
  const isPlace = parentCode === null || campaign.units.get(parentCode)?.kind === 'province'
  return isPlace ? '' : unitName(campaign, parentCode)
}

/**
 * The campaign as papers name it: «Kế hoạch số 114/KH-UBND ngày 15/3/2024 của …». Of a plan that was moved from another year, number, day and
 * issuer are not yet those of its year: they are left open, and people fill them in.
 */
export function planDocument({ t, campaign: { plan } }: Ctx): string {
  const { number, signedOn, issuer, title, name } = plan.identity
  if (plan.redatedFrom !== null && signedOn.startsWith(String(plan.redatedFrom)))
    return t('papers.frame.openPlan', { name, year: plan.year })
  return t('papers.frame.plan', { number, day: paperDate(signedOn), issuer, title: withSmallLetter(title) })
}

/** As decree 30/2020 writes days: a nought before days below 10 and before the months 1 and 2 only. */
export function paperDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`
}

function withSmallLetter(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** A unit as papers name it: nothing is abbreviated, and what a ward does, its committee does. */
export function nameInFull({ t, campaign }: Pick<Ctx, 't' | 'campaign'>, unitCode: string): string {
  const name = unitName(campaign, unitCode)
  const committee = t('papers.frame.committee')
  if (/^UBND\b/.test(name)) return name.replace(/^UBND\b/, committee)
  const isCommittee = committees.includes(campaign.units.get(unitCode)?.kind ?? '')
  return isCommittee ? `${committee} ${withSmallLetter(name)}` : name
}
