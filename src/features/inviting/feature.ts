import { type Feature, formEntry } from '../../contract/feature.ts'
import { askedInvitation } from './asked.ts'
import { beginInvitation } from './begin.ts'
import { firstInviteForm, inviteForm } from './form.ts'
import { makeInvitation } from './make.ts'
import { invitePeople } from './rights.ts'
import { invitingRoom } from './room.tsx'

/** How people come in: one by one in chat, whole units on the desk. */
export const inviting: Feature = {
  name: 'inviting',
  isAboveCampaigns: true,
  rights: [invitePeople],
  audits: { unit: ['invitation.nudge'] },
  commands: [
    {
      to: 'invite',
      says: 'inviting.command',
      slash: 'moi',
      words: [
        'mời|invite|tạo mã mời|cấp mã mời|mã mời mới|gửi lời mời|thư mời|tạo lời mời',
        '(mời|mời thêm|thêm) (người|cán bộ|đồng nghiệp|công chức|viên chức|đầu mối|thủ trưởng|nhân viên|anh em)(| mới| tham gia| vào hệ thống| của đơn vị| vào)',
        'mời (tham gia|vào hệ thống|ai đó|thêm)',
      ],
      offeredTo: [invitePeople],
      behind: 'around',
      isHelped: true,
    },
  ],
  routes: {
    invite: beginInvitation,
    'invite.make': makeInvitation,
  },
  asked: askedInvitation,
  forms: [
    formEntry(inviteForm, {
      past: [{ version: 1, form: firstInviteForm, upgrade: answers => answers }],
      submit: (ctx, { answers, params }) =>
        makeInvitation(ctx, {
          unit: answers.unit ?? textIn(params.unit),
          role: answers.role ?? textIn(params.role),
          name: answers.fullName ?? textIn(params.name),
        }),
    }),
  ],
  rooms: [invitingRoom],
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
