import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../src/campaign/duty.ts'
import { noOrders, type Order, Orders } from '../../../src/reminders/plan/order.ts'
import { type Duty, type Recipient, RecipientBook } from '../../../src/reminders/plan/recipients.ts'
import { recipient } from '../a-world.ts'

const duty = (more: Partial<Duty> = {}): Duty => ({ unitCode: 'A', isWithHead: false, focalAgencies: [], ...more })
const cutOff = (one: Recipient): Recipient => ({ ...one, unreachable: 'noAccount' })
const [clerk, head, officer] = [
  recipient('clerk', 'CLERK', 'A'),
  recipient('head', 'HEAD', 'A'),
  recipient('pnv', 'PNV', 'P'),
]
const focal = recipient('finance', 'FOCAL', 'F')
const house = [clerk, head, officer, focal, recipient('clerk-b', 'CLERK', 'B'), recipient('head-b', 'HEAD', 'B')]

function told(people: readonly Recipient[], wanted: readonly Audience[], more: Partial<Duty> = {}, orders = noOrders) {
  return [...new RecipientBook(people).audience(duty(more), wanted, orders)].map(([id, level]) => `${id} ${level}`)
}

describe('who is told', () => {
  it('of the unit that owes it, each at their level; the owner is the focal point', () => {
    expect(told(house, ['owner'])).toEqual(['clerk focalPoint'])
    expect(told(house, ['owner', 'focalPoint', 'head', 'officer'])).toEqual([
      ...['clerk focalPoint', 'head head', 'pnv officer'],
    ])
  })

  it('of the agencies whose field it is, none when there is none', () => {
    expect(told(house, ['focalAgency'], { focalAgencies: ['F'] })).toEqual(['finance focalAgency'])
    // Nobody is left there, so that it is the officer's.
    expect(told(house, ['focalAgency'], { focalAgencies: ['G'] })).toEqual(['pnv officer'])
  })

  it('is the head, and not the focal point, while the head decides', () => {
    expect(told(house, ['owner', 'focalPoint'], { isWithHead: true })).toEqual(['head head'])
    expect(told(house, ['focalPoint', 'officer'], { isWithHead: true })).toEqual(['head head', 'pnv officer'])
  })

  it('is a ward’s chair as its head', () => {
    const chair = { ...head, personId: 'chair', roles: [{ role: 'WARD_CHAIR' as const, unitCode: 'A' }] }
    expect(told([chair, officer], ['head'])).toEqual(['chair head'])
  })

  it('is a person of two roles once, at the first level at which they are told', () => {
    const both = { ...clerk, roles: [...clerk.roles, ...head.roles] }
    expect(told([both, officer], ['focalPoint', 'head'])).toEqual(['clerk focalPoint'])
    const twoPosts = { ...head, roles: [...head.roles, { role: 'WARD_CHAIR' as const, unitCode: 'A' }] }
    expect(told([twoPosts], ['head'])).toEqual(['head head'])
  })

  it('is every focal point of the unit', () => {
    expect(told([clerk, recipient('clerk-2', 'CLERK', 'A')], ['focalPoint'])).toEqual([
      ...['clerk focalPoint', 'clerk-2 focalPoint'],
    ])
  })
})

describe('a level hands over to the next', () => {
  it('when nobody is there: focal point, head, officer', () => {
    expect(told([head, officer], ['focalPoint'])).toEqual(['head head'])
    expect(told([officer], ['focalPoint'])).toEqual(['pnv officer'])
    expect(told([clerk], ['officer'])).toEqual([])
  })

  it('when nobody there can be reached, who stays in the list', () => {
    expect(told([cutOff(clerk), head, officer], ['focalPoint'])).toEqual(['clerk focalPoint', 'head head'])
    expect(told([cutOff(clerk), cutOff(head), officer], ['focalPoint'])).toEqual([
      ...['clerk focalPoint', 'head head', 'pnv officer'],
    ])
    const second = recipient('clerk-2', 'CLERK', 'A')
    expect(told([cutOff(clerk), second, head], ['focalPoint'])).toEqual(['clerk focalPoint', 'clerk-2 focalPoint'])
  })

  it('when those there said that it is not theirs', () => {
    const order: Order = { obligationId: 'x', kind: 'NOT_MINE', personId: 'clerk', value: '', at: new Date(0) }
    const [book, notMine] = [new RecipientBook(house), new Orders([order])]
    // What was said of one thing holds for it alone, whatever the unit owes beside it.
    expect(
      [noOrders, notMine, noOrders, new Orders([])].map(orders => [
        ...book.audience(duty(), ['focalPoint'], orders).keys(),
      ]),
    ).toEqual([['clerk'], ['head'], ['clerk'], ['clerk']])
  })
})

describe('the book of recipients', () => {
  it('knows everybody by name of their row, and the officers', () => {
    const book = new RecipientBook(house)
    expect(book.get('head-b')?.roles).toEqual([{ role: 'HEAD', unitCode: 'B' }])
    expect(book.get('nobody')).toBeUndefined()
    expect(book.officers.map(({ personId }) => personId)).toEqual(['pnv'])
    const both = { ...officer, roles: [...officer.roles, ...focal.roles] }
    expect(new RecipientBook([both, focal]).officers).toEqual([both])
  })

  it('never takes one duty for another: unit, head, field and audience each make it another question', () => {
    const book = new RecipientBook([...house, recipient('works', 'FOCAL', 'G')])
    const ask = (more: Partial<Duty>, ...wanted: Audience[]) =>
      [...book.audience(duty(more), wanted, noOrders)].map(([id]) => id).join()
    const answers = () => [
      ask({}, 'focalPoint'),
      ask({ unitCode: 'B' }, 'focalPoint'),
      ask({ isWithHead: true }, 'focalPoint'),
      ask({}, 'focalPoint', 'head'),
      ask({ focalAgencies: ['F'] }, 'focalAgency'),
      ask({ focalAgencies: ['G'] }, 'focalAgency'),
      ask({ focalAgencies: ['F', 'G'] }, 'focalAgency'),
    ]
    expect(answers()).toEqual(['clerk', 'clerk-b', 'head', 'clerk,head', 'finance', 'works', 'finance,works'])
    expect(answers()).toEqual(['clerk', 'clerk-b', 'head', 'clerk,head', 'finance', 'works', 'finance,works'])
  })
})
