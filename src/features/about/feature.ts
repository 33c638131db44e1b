import type { Feature } from '../../contract/feature.ts'
import { isPlanDocument } from './document.ts'
import { heldOfLibrary } from './held.ts'
import { findDocuments } from './library.ts'
import { libraryRoom } from './library-room.tsx'
import { askedDocument } from './question.ts'
import { about, aboutDocument, aboutMatter, aboutPart, namedInWords } from './screens.ts'
import { isShelved, keepLibrary } from './shelf.ts'

/** What the campaign is: everything that the plan says, and the plan itself. */
export const aboutCampaign: Feature = {
  name: 'about',
  commands: [
    {
      to: 'about',
      says: 'about.command',
      slash: 'vanban',
      words: [
        'giới thiệu|gioithieu|giới thiệu phong trào|giới thiệu về phong trào',
        'vanban|văn bản của phong trào|thư viện văn bản|xem (kế hoạch|văn bản)|kế hoạch (thi đua|phát động|114)',
      ],
      offeredTo: 'everybody',
      behind: 'around',
      isHelped: true,
    },
  ],
  routes: { about, 'about.part': aboutPart, 'about.document': aboutDocument, 'about.search': aboutMatter },
  asked: askedDocument,
  named: namedInWords,
  finds: findDocuments,
  rooms: [libraryRoom],
  mayReadFile: async ({ tx }, fileId) => (await isPlanDocument(tx, fileId)) || isShelved(tx, fileId),
  rights: [keepLibrary],
  audits: { library: ['library.add', 'library.remove'] },
  personalData: heldOfLibrary,
}
