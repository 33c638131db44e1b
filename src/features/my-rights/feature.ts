import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { canOf } from './can.ts'
import { myRightsRoomOver } from './room.tsx'

/** «Quyền của tôi»: what one may do today, and by which role, in chat and on the desk. */
export function myRightsOver(features: readonly Feature[]): Feature {
  return {
    name: 'my-rights',
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
    ],
    routes: { rights: ctx => show(ctx, features) },
    rooms: [myRightsRoomOver(features)],
  }
}

async function show(ctx: Ctx, features: readonly Feature[]): Promise<Outcome> {
  const { t } = ctx
  const menu = { label: t('records.toMenu'), go: { to: 'menu' } }
  const can = await canOf(ctx, features)
  if (can.length === 0) return { title: t('myRights.title'), text: t('myRights.none'), choices: [menu] }
  const parts = can.map(({ role, period, does, pages }) =>
    [
      `${role} (${period})`,
      ...(does.length > 0 ? [t('myRights.does', { what: does.join('; ') })] : []),
      ...(pages.length > 0 ? [t('myRights.pages', { what: pages.join('; ') })] : []),
    ].join('\n'),
  )
  return { title: t('myRights.title'), text: [...parts, t('myRights.everybody')].join('\n\n'), choices: [menu] }
}
