import { describe, expect, it } from 'vitest'
import { rightsOf } from '../../src/contract/declared.ts'
import { features } from '../../src/features/list.ts'
import { may, reachOf } from '../../src/people/may.ts'
import type { Person } from '../../src/people/person.ts'
import type { Right } from '../../src/people/right.ts'
import { Role } from '../../src/store/generated/client.ts'

/**
 * Who may do what, written by hand from the plan (§3.2 roles; §7 decisions K01, K03, K04; the administrator runs the system and has
 * no power over decisions). `all`: everywhere; `own`: at the unit of the role; `field`: in the field of the agency; `mine`: with one's
 * own; `-`: not at all.
 */
const matrix = `
right                 CHAIR VICE PNV  FOCAL HEAD WARD_CHAIR CLERK COUNCIL OFFICIAL PRESS FRONT CHECKER OBSERVER ADMIN
campaign.see          all   all  all  all   -    -          -     -       -        -     -     -       all      all
unit.see              all   all  all  all   own  own        own   own     own      own   own   all     all      -
unit.seeDrafts        -     -    -    -     own  own        own   -       -        -     -     -       -        -
launch.write          -     -    -    -     own  own        own   -       -        -     -     -       -        -
launch.approve        -     -    -    -     own  own        -     -       -        -     -     -       -        -
launch.decide         -     -    all  -     -    -          -     -       -        -     -     -       -        -
initiative.register   -     -    own  own   own  own        own   own     own      own   own   own     -        -
initiative.edit       -     -    mine mine  own  own        mine  mine    mine     mine  mine  mine    -        -
initiative.receive    -     -    all  -     -    -          -     -       -        -     -     -       -        -
initiative.recognise  -     -    -    -     own  own        -     -       -        -     -     -       -        -
report.write          -     -    -    -     own  own        own   -       -        -     -     -       -        -
report.approve        -     -    -    -     own  own        -     -       -        -     -     -       -        -
report.verify         -     -    all  field -    -          -     -       -        -     -     -       -        -
report.lock           -     -    all  -     -    -          -     -       -        -     -     -       -        -
applicability.propose -     -    -    -     own  own        own   -       -        -     -     -       -        -
applicability.approve -     -    -    -     own  own        -     -       -        -     -     -       -        -
applicability.decide  -     -    all  -     -    -          -     -       -        -     -     -       -        -
criterion.propose     -     -    -    -     own  own        own   -       -        -     -     -       -        -
criterion.approve     -     -    -    -     own  own        -     -       -        -     -     -       -        -
criterion.decide      -     -    all  -     -    -          -     -       -        -     -     -       -        -
criterionReport.write -     -    -    -     own  own        own   -       -        -     -     -       -        -
criterionReport.approve -     -    -    -     own  own        -     -       -        -     -     -       -        -
criterionReport.receive -     -    all  -     -    -          -     -       -        -     -     -       -        -
work.write            -     -    -    -     -    -          -     -       -        own   -     -       -        -
work.edit             -     -    -    -     -    -          -     -       -        mine  -     -       -        -
work.accept           -     -    all  field -    -          -     -       -        -     -     -       -        -
activity.write        -     -    -    -     own  own        own   -       -        -     own   -       -        -
activity.see          -     -    all  -     -    -          -     -       -        -     -     -       -        -
participation.write   -     -    -    -     own  own        own   -       -        -     -     -       -        -
participation.approve -     -    -    -     own  own        -     -       -        -     -     -       -        -
participation.note    -     -    all  -     -    -          -     -       -        -     -     -       -        -
remedy.write          -     -    -    -     own  own        own   -       -        -     -     -       -        -
remedy.approve        -     -    -    -     own  own        -     -       -        -     -     -       -        -
remedy.decide         -     -    all  -     -    -          -     -       -        -     -     -       -        -
result.write          -     -    own  own   -    -          own   own     own      -     own   own     -        -
result.edit           -     -    mine mine  -    -          mine  mine    mine     -     mine  mine    -        -
result.confirm        -     -    -    -     own  own        -     -       -        -     -     -       -        -
headResult.write      -     -    -    -     own  own        -     -       -        -     -     -       -        -
headResult.edit       -     -    -    -     mine mine       -     -       -        -     -     -       -        -
headResult.confirm    -     -    all  field -    -          -     -       -        -     -     -       -        -
supervision.write     -     -    -    -     -    -          -     -       -        -     own   -       -        -
supervision.note      -     -    all  -     -    -          -     -       -        -     -     -       -        -
movement.write        -     -    -    -     -    -          -     -       -        -     own   -       -        -
movement.note         -     -    all  -     -    -          -     -       -        -     -     -       -        -
replication.write     -     -    -    -     own  own        own   -       own      -     -     -       -        -
replication.confirm   -     -    -    -     own  own        -     -       -        -     -     -       -        -
check.write           -     -    own  -     -    -          -     -       -        -     -     own     -        -
check.lead            -     -    all  -     -    -          -     -       -        -     -     own     -        -
check.office          -     -    all  -     -    -          -     -       -        -     -     -       -        -
check.see             -     -    all  -     field field     field -       -        -     -     own     -        -
checkRemedy.write     -     -    -    -     own  own        own   -       -        -     -     -       -        -
checkRemedy.approve   -     -    -    -     own  own        -     -       -        -     -     -       -        -
checkRemedy.decide    -     -    all  -     -    -          -     -       -        -     -     field   -        -
library.keep          -     -    all  -     -    -          -     -       -        -     -     -       -        -
case.keep             -     -    all  -     -    -          -     -       -        -     -     all     -        -
case.see              all   -    all  -     -    -          -     -       -        -     -     all     -        -
summary.write         -     -    -    -     own  own        own   -       -        -     -     -       -        -
summary.approve       -     -    -    -     own  own        -     -       -        -     -     -       -        -
summary.receive       -     -    all  -     -    -          -     -       -        -     -     -       -        -
received.claim        -     -    -    -     own  own        own   -       -        -     -     -       -        -
received.note         -     -    all  -     -    -          -     -       -        -     -     -       -        -
received.decide       -     -    all  -     -    -          -     -       -        -     -     -       -        -
reminder.order        -     -    all  -     -    -          -     -       -        -     -     -       -        -
broadcast.send        -     -    all  -     -    -          -     -       -        -     -     -       -        -
people.invite         -     -    all  -     own  own        own   -       -        -     -     -       -        all
people.see            -     -    all  -     own  own        own   -       -        -     -     -       -        all
people.manage         -     -    all  -     own  own        -     -       -        -     -     -       -        all
people.join           -     -    all  -     -    -          -     -       -        -     -     -       -        all
units.reorganise      -     -    all  -     -    -          -     -       -        -     -     -       -        all
data.load             -     -    all  -     -    -          -     -       -        -     -     -       -        all
audit.see             all   all  all  -     -    -          -     -       -        -     -     -       -        all
council.prepare       -     -    -    -     own  own        own   -       -        -     -     -       -        -
council.prepareCity   -     -    all  -     -    -          -     -       -        -     -     -       -        -
council.sit           -     -    -    -     -    -          -     own     -        -     -     -       -        -
leaders.see           all   all  all  -     -    -          -     -       -        -     -     -       -        -
campaign.step         -     -    all  -     -    -          -     -       -        -     -     -       -        -
deadline.set          -     -    all  -     -    -          -     -       -        -     -     -       -        -
security.see          -     -    -    -     -    -          -     -       -        -     -     -       -        all
accounts.manage       -     -    -    -     -    -          -     -       -        -     -     -       -        all
outbox.see            -     -    all  -     -    -          -     -       -        -     -     -       -        all
deadletter.decide     -     -    all  -     -    -          -     -       -        -     -     -       -        all
initiative.outstanding -    -    all  -     -    -          -     -       -        -     -     -       -        -
paper.make            -     -    all  -     own  own        own   -       -        -     -     -       -        -
reasonText.change     -     -    all  -     -    -          -     -       -        -     -     -       -        -
paper.template        -     -    all  -     -    -          -     -       -        -     -     -       -        all
awarding.see          all   all  all  -     -    own        -     -       -        -     -     -       -        -
awarding.object       -     -    all  -     own  own        own   -       -        -     -     -       -        -
awarding.answer       -     -    all  -     -    own        -     -       -        -     -     -       -        -
awarding.publicDays   all   -    all  -     -    -          -     -       -        -     -     -       -        -
award.see             all   all  all  -     own  own        own   -       -        -     -     -       all      -
award.record          -     -    all  -     own  own        own   -       -        -     -     -       -        -
award.handOver        -     -    all  -     -    own        -     -       -        -     -     -       -        -
award.revoke          -     -    all  -     -    -          -     -       -        -     -     -       -        -
award.yearly          -     -    all  -     -    -          -     -       -        -     -     -       -        -
award.key             -     -    -    -     -    -          -     -       -        -     -     -       -        all
list.write            -     -    -    -     own  own        own   -       -        -     -     -       -        -
list.approve          -     -    -    -     own  own        -     -       -        -     -     -       -        -
list.verify           -     -    all  field -    -          -     -       -        -     -     -       -        -
law.keep              -     -    all  -     -    -          -     -       -        -     -     -       -        all
dataRequest.answer    -     -    all  -     -    -          -     -       -        -     -     -       -        all
nomination.write      -     -    -    -     own  own        own   -       -        -     -     -       -        -
nomination.approve    -     -    -    -     own  own        -     -       -        -     -     -       -        -
nomination.withdraw   -     -    -    -     own  own        own   -       -        -     -     -       -        -
nomination.handle     -     -    all  -     -    -          -     -       -        -     -     -       -        -
nomination.appraise   -     -    own  own   -    -          -     -       -        -     -     -       -        -
nomination.award      all   -    -    -     -    -          -     -       -        -     -     -       -        -
nomination.awardAtWard -    -    -    -     -    own        -     -       -        -     -     -       -        -
nomination.stopFacts  all   -    all  -     -    own        -     -       -        -     -     -       -        -
nomination.loadStopFacts -  -    all  -     -    -          -     -       -        -     -     -       -        -
list.write            -     -    -    -     own  own        own   -       -        -     -     -       -        -
list.approve          -     -    -    -     own  own        -     -       -        -     -     -       -        -
list.verify           -     -    all  field -    -          -     -       -        -     -     -       -        -
law.keep              -     -    all  -     -    -          -     -       -        -     -     -       -        all
dataRequest.answer    -     -    all  -     -    -          -     -       -        -     -     -       -        all
sending.letGo         -     -    all  -     -    -          -     -       -        -     -     -       -        all
`

const [heading = [], ...rows] = matrix
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/))
const roles = heading.slice(1)

const declared = rightsOf(features)
function rightNamed(name: string): Right {
  const right = declared.get(name)
  if (!right) throw new Error(`no feature declares ${name}`)
  return right
}

const holder = (role: string, id = 'A'): Person => ({
  ...{ id, fullName: 'Người Thử', givenName: 'Thử', locale: 'vi' },
  roles: [{ role: role as Role, unitCode: 'U', position: '' }],
})

function scopeOf(role: string, name: string): string {
  const { isEverywhere, units, agencies, isMine } = reachOf(holder(role), rightNamed(name))
  return isEverywhere ? 'all' : units.length > 0 ? 'own' : agencies.length > 0 ? 'field' : isMine ? 'mine' : '-'
}

describe('who may do what', () => {
  it('is written down for all fourteen roles and for every right that a feature declares', () => {
    expect([...roles].sort()).toEqual(Object.values(Role).sort())
    expect([...declared.keys()].filter(name => !rows.some(([right]) => right === name))).toEqual([])
  })

  it.each(rows.map(([name = '', ...scopes]) => [name, scopes] as const))('%s', (name, scopes) => {
    expect(roles.map(role => `${role} ${scopeOf(role, name)}`)).toEqual(
      roles.map((role, at) => `${role} ${scopes[at]}`),
    )
  })

  it('is never more at another unit, in another field or with somebody else’s', () => {
    for (const [name = ''] of rows)
      for (const role of roles) {
        const right = rightNamed(name)
        const scope = scopeOf(role, name)
        const at = (subject: Parameters<typeof may>[2]) => may(holder(role), right, subject)
        const elsewhere = { unitCode: 'V', authorId: 'B', focalAgencies: ['V'] }
        expect([name, role, at(elsewhere)]).toEqual([name, role, scope === 'all'])
        expect([name, role, at({})]).toEqual([name, role, scope === 'all'])
        if (scope === 'own') expect(at({ unitCode: 'U' })).toBe(true)
        if (scope === 'field') expect(at({ focalAgencies: ['U'] })).toBe(true)
        if (scope === 'mine') expect(at({ authorId: 'A' })).toBe(true)
      }
  })

  it('never reaches one’s own work where something is decided', () => {
    const decisions = [
      'launch.decide',
      'initiative.receive',
      'initiative.recognise',
      'report.verify',
      'report.lock',
      'applicability.decide',
      'criterion.decide',
      'criterionReport.receive',
      'work.accept',
      'remedy.decide',
      'activity.see',
      'participation.note',
      'summary.receive',
      'result.confirm',
      'headResult.confirm',
      'supervision.note',
      'movement.note',
      'replication.confirm',
    ]
    for (const name of [...decisions, 'received.decide'])
      for (const role of roles) {
        const own = { unitCode: 'U', authorId: 'A', focalAgencies: ['U'] }
        expect([name, role, may(holder(role), rightNamed(name), own)]).toEqual([name, role, false])
        const others = may(holder(role), rightNamed(name), { ...own, authorId: 'B' })
        expect([name, role, others]).toEqual([name, role, scopeOf(role, name) !== '-'])
      }
  })
})
