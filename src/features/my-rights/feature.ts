import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { canOf } from './can.ts'
import { dutiesRoomOver } from './duties-room.tsx'
import { showDuties } from './role-duties.ts'
import { myRightsRoomOver } from './room.tsx'

/** «Quyền của tôi»: what one may do today, and by which role; «việc theo vai»: what the plan asks of each role. In chat and on the desk. */
export function myRightsOver(features: readonly Feature[]): Feature {
  const commands = features.flatMap(feature => feature.commands ?? [])
  return {
    name: 'my-rights',
    isAboveCampaigns: true,
    commands: [
      {
        to: 'rights',
        says: 'myRights.command',
        slash: 'quyen',
        words: [
          'quyền của (tôi|em|mình)|quyen|quyền|vai trò của (tôi|em|mình)|xem quyền',
          '(tôi|em|mình) (có quyền gì|có những quyền gì|được làm gì|có vai trò gì|giữ vai trò gì)',
          'my rights|my roles',
        ],
        isHelped: true,
      },
      {
        to: 'roleDuties',
        says: 'myRights.duties.command',
        slash: 'vieccuavai',
        words: [
          '(việc|nhiệm vụ|trách nhiệm) (theo vai|theo vai trò|của vai|theo kế hoạch)|vieccuavai|viectheovai',
          '(nhiệm vụ|trách nhiệm) của (tôi|em|mình)|role duties|duties',
        ],
        isHelped: true,
      },
    ],
    routes: {
      rights: ctx => show(ctx, features),
      roleDuties: (ctx, { role }) => showDuties(ctx, commands, role),
    },
    rooms: [myRightsRoomOver(features), dutiesRoomOver(commands)],
  }
}

async function show(ctx: Ctx, features: readonly Feature[]): Promise<Outcome> {
  const { t } = ctx
  const menu = { label: t('records.toMenu'), go: { to: 'menu' } }
  const duties = { label: t('myRights.duties.title'), go: { to: 'roleDuties' } }
  const can = await canOf(ctx, features)
  if (can.length === 0) return { title: t('myRights.title'), text: t('myRights.none'), choices: [menu] }
  const parts = can.map(({ role, period, does, pages }) =>
    [
      `${role} (${period})`,
      ...(does.length > 0 ? [t('myRights.does', { what: does.join('; ') })] : []),
      ...(pages.length > 0 ? [t('myRights.pages', { what: pages.join('; ') })] : []),
    ].join('\n'),
  )
  return { title: t('myRights.title'), text: [...parts, t('myRights.everybody')].join('\n\n'), choices: [duties, menu] }
}
