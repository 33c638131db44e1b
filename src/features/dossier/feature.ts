import { type Feature, formEntry } from '../../contract/feature.ts'
import { reportRights } from '../../figures/rights.ts'
import { decideSaid, showDecision } from './decide-in-chat.ts'
import { mayReadTemplate } from './excel/file-in-chat.ts'
import { decisionForm, dossierForm } from './form.ts'
import { dossierRoom } from './grid/room.tsx'
import { heldOfSheets } from './held.ts'
import { clearDossier, openDossier } from './open-in-chat.ts'
import { said } from './talking.ts'

/** A unit's figures of a period as one thing: put in by chat, page or file, approved once, told once. Each figure stays a report. */
export const dossier: Feature = {
  name: 'dossier',
  personalData: heldOfSheets,
  commands: [
    {
      ...{ to: 'dossier', says: 'dossier.command', offeredTo: [reportRights.write], isHelped: true },
      words: [
        'nộp số liệu|gửi số liệu|báo cáo số liệu|số liệu|bảng số liệu|hồ sơ số liệu|solieu|nộp báo cáo|nộp báo cáo quý|figures',
      ],
    },
  ],
  routes: {
    dossier: openDossier,
    'dossier.clear': clearDossier,
    'dossier.decide': (ctx, { unit = '', period = '' }) => showDecision(ctx, { unit, period }),
  },
  rooms: [dossierRoom],
  mayReadFile: mayReadTemplate,
  forms: [
    formEntry(dossierForm, {
      isConfirmed: false,
      isOver: answers => answers.lines !== undefined || Array.isArray(answers.file),
      submit: (ctx, { answers, params }) =>
        said(ctx, { typed: answers.lines ?? '', files: answers.file ?? [] }, params),
    }),
    formEntry(decisionForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => decideSaid(ctx, answers.lines, params),
    }),
  ],
}
