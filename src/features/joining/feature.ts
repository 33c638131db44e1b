import { type Feature, formEntry } from '../../contract/feature.ts'
import type { MenuScreen } from '../menu/screen.ts'
import { joinForm } from './form.ts'
import { lookUpNamesake } from './namesake.ts'
import { start } from './start.ts'
import { join } from './submit.ts'

/** Joining, which ends in the menu. */
export const joiningInto = (menu: MenuScreen): Feature => ({
  name: 'joining',
  isAboveCampaigns: true,
  audits: { person: ['person.join'], account: ['account.link'] },
  commands: [{ to: 'start', says: 'joining.command', slash: 'start' }],
  routes: { start: (ctx, args) => start(ctx, args, menu) },
  forms: [
    formEntry(joinForm, {
      isConfirmed: false,
      submit: (ctx, submission) => join(ctx, submission, menu),
      lookUps: { consent: lookUpNamesake, fullName: lookUpNamesake },
    }),
  ],
})
