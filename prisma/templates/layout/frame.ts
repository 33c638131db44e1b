import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  convertMillimetersToTwip as mm,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { centred, line, sizes } from './text.ts'

type Block = Paragraph | Table

export interface Frame {
  /** Type of the paper in capitals; null: an official letter, which has none. */
  type: string | null
  /** Words or a tag under the type, or after «V/v». */
  abstract: string
  body: readonly Block[]
  /** Signed by the secretary and the chair (form 1.9), not by one who issues it. */
  areMinutes?: true
  /** Goes with it after its signature. */
  attached?: readonly Block[]
  /** Begins on a page of its own, A4 landscape. */
  appendix?: readonly Block[]
}

/** The frame of an administrative paper (decree 30/2020, Appendix I and III): who, number, day, type, body, recipients, signature. */
export function paper({ type, abstract, body, areMinutes, attached = [], appendix }: Frame): Document {
  const sections: ISectionOptions[] = [
    section(
      [
        ...head(type === null ? abstract : null),
        ...titled(type, abstract),
        ...body,
        ...(areMinutes ? minutesFoot() : [foot()]),
        ...attached,
      ],
      false,
    ),
    ...(appendix ? [section([...appendix], true)] : []),
  ]
  return new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: sizes.body } } } },
    sections,
  })
}

function section(children: Block[], isLandscape: boolean): ISectionOptions {
  const [width, height] = [mm(210), mm(297)]
  return {
    properties: {
      titlePage: !isLandscape,
      page: {
        size: { width, height, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) },
      },
    },
    // The number stands in the top margin, and not on the first page.
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes.head, font: 'Times New Roman' })],
          }),
        ],
      }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    children,
  }
}

function head(letterAbout: string | null): Block[] {
  const left = [
    centred('{superior}', { size: sizes.head, caps: true }),
    centred('{issuer}', { size: sizes.head, bold: true, caps: true }),
    rule(1500),
    centred('Số: {number}', { size: sizes.head }),
    ...(letterAbout === null
      ? []
      : [centred(`V/v ${letterAbout}`, { size: sizes.recipientsHead, spacing: { before: 120 } })]),
  ]
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: sizes.body, bold: true }),
    rule(700),
    centred('{dateLine}', { size: sizes.body, italics: true }),
  ]
  return [twoColumns(left, right, [42, 58]), new Paragraph({ spacing: { after: 60 } })]
}

function titled(type: string | null, abstract: string): Block[] {
  if (type === null) return []
  return [
    centred(type, { bold: true, spacing: { before: 120 } }),
    centred(abstract, { bold: true }),
    rule(3000),
    new Paragraph({ spacing: { after: 60 } }),
  ]
}

function recipients(): Paragraph[] {
  return [
    line('Nơi nhận:', { size: sizes.recipientsHead, bold: true, italics: true }),
    line('{#recipients [loopOver: "paragraph"]}- {line}{/recipients}', { size: sizes.recipients }),
  ]
}

function minutesFoot(): Block[] {
  const signed = (who: string, name: string) => [
    centred(who, { bold: true }),
    ...[0, 1, 2, 3].map(() => centred('')),
    centred(name, { bold: true }),
  ]
  return [
    twoColumns(signed('THƯ KÝ', '{secretary}'), signed('CHỦ TRÌ', '{chair}'), [50, 50]),
    new Paragraph({ spacing: { after: 60 } }),
    ...recipients(),
  ]
}

function foot(): Table {
  const left = recipients()
  const right = [
    centred('{authority}', { bold: true }),
    centred('{position}', { bold: true }),
    ...[0, 1, 2, 3].map(() => centred('')),
    centred('{signer}', { bold: true }),
  ]
  return twoColumns(left, right, [50, 50])
}

/** Two who sign beside each other: what they are, and how they sign. */
export function twoSign(left: readonly [string, string], right: readonly [string, string]): Table {
  const words = ([who, how]: readonly [string, string]) => [
    centred(who, { bold: true }),
    centred(how, { italics: true }),
    ...[0, 1, 2].map(() => centred('')),
  ]
  return twoColumns(words(left), words(right), [50, 50])
}

/** A rule as long as what is left between the indents, both in twentieths of a point. */
function rule(indent: number): Paragraph {
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { after: 60 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    children: [new TextRun({ text: '', size: 4 })],
  })
}

const nothing = { style: BorderStyle.NONE, size: 0 } as const
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing }

function twoColumns(left: Paragraph[], right: Paragraph[], [first, second]: [number, number]): Table {
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({
      children,
      borders: noBorders,
      verticalAlign: VerticalAlign.TOP,
      width: { size, type: WidthType.PERCENTAGE },
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...noBorders, insideHorizontal: nothing, insideVertical: nothing },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, first), cell(right, second)] })],
  })
}
