import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx'

/** Half points: sizes of decree 30/2020, Appendix I. */
export const sizes = { body: 28, head: 26, recipientsHead: 24, recipients: 22, table: 24 } as const

interface Look {
  size?: number
  bold?: boolean
  italics?: boolean
  caps?: boolean
}

export function run(text: string, { size = sizes.body, bold, italics, caps }: Look = {}): TextRun {
  return new TextRun({
    text,
    size,
    font: 'Times New Roman',
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
    ...(caps ? { allCaps: caps } : {}),
  })
}

export function line(text: string, look: Look & Omit<IParagraphOptions, 'text' | 'children'> = {}): Paragraph {
  const { size, bold, italics, caps, ...rest } = look
  const given: Look = {
    ...(size ? { size } : {}),
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
    ...(caps ? { caps } : {}),
  }
  return new Paragraph({ ...rest, children: [run(text, given)] })
}

export function centred(text: string, look: Parameters<typeof line>[1] = {}): Paragraph {
  return line(text, { alignment: AlignmentType.CENTER, ...look })
}

/** A paragraph of the body: justified, first line 1.27 cm in, 6 points before. */
export function body(text: string, look: Parameters<typeof line>[1] = {}): Paragraph {
  return line(text, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 720 },
    spacing: { before: 120 },
    ...look,
  })
}

/** Heading of a part: «I. …» */
export function heading(text: string): Paragraph {
  return body(text, { bold: true, keepNext: true })
}

/** The last words before the signature, or before a table: they stay on its page. */
export function leading(text: string): Paragraph {
  return body(text, { keepNext: true, keepLines: true })
}
