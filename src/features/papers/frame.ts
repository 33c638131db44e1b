import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import type { FrameWords } from './kind.ts'

export const frameTags: Tags = {
  ...{ superior: 'text', issuer: 'text', number: 'text', dateLine: 'text', recipients: { line: 'text' } },
  ...{ authority: 'text', position: 'text', signer: 'text' },
}

/** Number and day are left open: they are given where the paper is issued. */
export function frameContent({ t, campaign, today }: Ctx, { recipients, ...words }: FrameWords): Content {
  const { place } = campaign.plan.identity
  return {
    ...words,
    number: t('papers.frame.number'),
    dateLine: t('papers.frame.date', { place, year: today.year }),
    recipients: recipients.map(line => ({ line })),
  }
}

/** A paper of the managing office itself. */
export function ofOffice({ t, campaign, today }: Ctx, recipients: readonly string[]): FrameWords {
  const { plan } = campaign
  return {
    superior: plan.identity.issuer,
    issuer: officeName(campaign, today.toString()),
    recipients: [...recipients, t('papers.frame.filed')],
    ...{ authority: '', position: t('papers.frame.headOfOffice'), signer: '' },
  }
}

/** A paper that the committee issues and the managing office prepares: signed as the plan was. */
export function ofCommittee({ t, campaign: { plan } }: Ctx): FrameWords {
  const { signature, identity, recipients } = plan
  return {
    superior: '',
    issuer: identity.issuer,
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
    superior: unit?.parentCode ? unitName(campaign, unit.parentCode) : '',
    issuer: nameInFull({ t, campaign }, unitCode),
    recipients: [`${office} (b/c);`, t('papers.frame.filed')],
    authority: isCommittee ? t('papers.frame.onBehalf') : '',
    position: t(isCommittee ? 'papers.frame.chair' : 'papers.frame.head'),
    signer: t('papers.frame.signer'),
  }
}

/** The campaign as papers name it: «Kế hoạch số 114/KH-UBND ngày 15/3/2024 của …». */
export function planDocument({ t, campaign: { plan } }: Ctx): string {
  const { number, signedOn, issuer, title } = plan.identity
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
