import { type Feature, formEntry } from '../../contract/feature.ts'
import { joinForm } from './form.ts'
import { lookUpNamesake } from './namesake.ts'
import { start } from './start.ts'
import { join } from './submit.ts'

export const joining: Feature = {
  name: 'joining',
  routes: { start },
  forms: [
    formEntry(joinForm, {
      isConfirmed: false,
      submit: join,
      lookUps: { consent: lookUpNamesake, fullName: lookUpNamesake },
    }),
  ],
}
