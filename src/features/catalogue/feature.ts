import { type Feature, formEntry } from '../../contract/feature.ts'
import { askedModels } from './question.ts'
import { catalogueRoom } from './room.tsx'
import { narrowModels, searchModels, showModel, showModels } from './screens.ts'
import { searchForm } from './search-form.ts'
import { takeOver } from './take-over.ts'

/** The catalogue of models and initiatives (plan II.3, S04; IV.2): all staff search it and take over what fits their unit. */
export const catalogue: Feature = {
  name: 'models',
  commands: [
    {
      ...{
        to: 'models',
        says: 'models.command',
        slash: 'mohinh',
        offeredTo: 'everybody',
        behind: 'around',
        isHelped: true,
      },
      words: [
        'mohinh|danh mục (mô hình|sáng kiến|mô hình, sáng kiến)|(tìm|tra cứu|xem) (mô hình|sáng kiến|mô hình, sáng kiến)|kho (mô hình|sáng kiến)|(mô hình|sáng kiến) (của đơn vị khác|đã được công nhận|tiêu biểu)',
      ],
    },
  ],
  asked: askedModels,
  routes: {
    models: showModels,
    'models.by': narrowModels,
    'models.search': searchModels,
    'models.show': showModel,
    'models.take': takeOver,
  },
  forms: [
    formEntry(searchForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => {
        const { field, kind } = params
        return showModels(ctx, { field: String(field ?? ''), kind: String(kind ?? ''), words: answers.words })
      },
    }),
  ],
  rooms: [catalogueRoom],
}
