import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Packer } from 'docx'
import { certificate } from './layout/certificate.ts'
import { type Frame, paper } from './layout/frame.ts'
import { awardDecision } from './papers/award-decision.ts'
import { DOC01 } from './papers/DOC01.ts'
import { DOC02 } from './papers/DOC02.ts'
import { DOC04 } from './papers/DOC04.ts'
import { DOC05 } from './papers/DOC05.ts'
import { DOC06 } from './papers/DOC06.ts'
import { DOC07 } from './papers/DOC07.ts'
import { DOC08 } from './papers/DOC08.ts'
import { DOC09 } from './papers/DOC09.ts'
import { DOC10 } from './papers/DOC10.ts'
import { DOC11 } from './papers/DOC11.ts'
import { DOC12 } from './papers/DOC12.ts'
import { DOC13 } from './papers/DOC13.ts'
import { DOC14 } from './papers/DOC14.ts'
import { DOC15 } from './papers/DOC15.ts'
import { DOC16 } from './papers/DOC16.ts'
import { DOC17 } from './papers/DOC17.ts'
import { DOC18 } from './papers/DOC18.ts'
import { DOC22 } from './papers/DOC22.ts'
import { DOC23 } from './papers/DOC23.ts'
import { DOC24 } from './papers/DOC24.ts'

/**
 * Writes the templates that come with the product (`npm run templates`). Their words are for officers to change in Word: nothing here is
 * read by the program, which only fills in what stands in braces.
 */
const folder = fileURLToPath(new URL('.', import.meta.url))

const papers: Readonly<Record<string, Frame>> = {
  DOC01,
  DOC02,
  DOC04,
  DOC05,
  DOC06,
  DOC07,
  DOC08,
  DOC09,
  DOC10,
  DOC11,
  DOC12,
  DOC13,
  DOC14,
  DOC15,
  DOC16,
  DOC17,
  DOC18,
  DOC22,
  DOC23,
  DOC24,
  DOC19: awardDecision,
  DOC20: awardDecision,
}

for (const [code, frame] of Object.entries(papers))
  await writeFile(join(folder, `${code}.docx`), await Packer.toBuffer(paper(frame)))
await writeFile(join(folder, 'DOC21.docx'), await Packer.toBuffer(certificate()))
