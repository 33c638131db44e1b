import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { listTable } from './export.ts'
import { giveSheet } from './file/sheet-in-chat.ts'
import { openList } from './in-chat.ts'
import { list } from './kind.ts'
import { markDone, showItem } from './one-item.ts'
import { listRoom } from './page/room.tsx'

/** Targets that are kept by a list (plan §4.1), in chat, on a page, in a file; their items remind by themselves (D05). */
export const lists: RecordFeature = recordFeature(list, {
  rooms: [listRoom],
  // A line an item.
  exports: { lists: listTable },
  commands: [
    {
      to: 'list.sheet',
      says: 'list.sheet',
      words: ['mẫu danh mục|tệp mẫu danh mục|excel danh mục|danh mục excel'],
      isHelped: true,
    },
  ],
  routes: { list: openList, 'list.sheet': giveSheet, 'list.item': showItem, 'list.done': markDone },
})
