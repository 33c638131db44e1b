import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AlignmentType, Packer, Paragraph } from 'docx'
import { certificate } from './layout/certificate.ts'
import { type Frame, paper, twoSign } from './layout/frame.ts'
import { rowsTable, type TableColumn } from './layout/table.ts'
import { body, centred, heading, leading, line, sizes } from './layout/text.ts'

/**
 * Writes the templates that come with the product (`npm run templates`). Their words are for officers to change in Word: nothing here is
 * read by the program, which only fills in what stands in braces.
 */
const folder = fileURLToPath(new URL('.', import.meta.url))

/** Before a table or the signature, and on its page. */
const space = () => new Paragraph({ keepNext: true, spacing: { after: 60 } })
const pen = () => body('…………………………………………………………………………')
const to = (text: string) => centred(`Kính gửi: ${text}`, { spacing: { before: 60, after: 60 } })

/** Room for «20/12/2024» in one line. */
const dayWidth = 14
const no: TableColumn = { heading: 'TT', width: 7, cell: '{no}', align: 'centre' }
const targetColumns: readonly TableColumn[] = [
  no,
  { heading: 'Chỉ tiêu', width: 35, cell: '{target}' },
  { heading: 'Mức cần đạt', width: 18, cell: '{threshold}' },
  { heading: 'Kết quả', width: 22, cell: '{value}' },
  { heading: 'Đánh giá', width: 18, cell: '{state}' },
]
const ownCriteria: Frame['body'] = [
  leading('{#own [loopOver: "paragraph"]}Tiêu chí riêng của đơn vị, theo báo cáo gần nhất:'),
  space(),
  rowsTable('rows', [
    no,
    { heading: 'Tiêu chí', width: 24, cell: '{criterion}' },
    { heading: 'Mức cần đạt', width: 16, cell: '{threshold}' },
    { heading: 'Đạt trước ngày', width: dayWidth, cell: '{due}', align: 'centre' },
    { heading: 'Kết quả', width: 24, cell: '{result}' },
    { heading: 'Đánh giá', width: 15, cell: '{state}' },
  ]),
  body('{/own}'),
]
const countColumns: readonly TableColumn[] = [
  { heading: 'Áp dụng', width: 12, cell: '{applying}', align: 'right' },
  { heading: 'Đạt', width: 12, cell: '{reached}', align: 'right' },
  { heading: 'Chưa đạt', width: 12, cell: '{open}', align: 'right' },
  { heading: 'Chưa có số liệu', width: 14, cell: '{without}', align: 'right' },
]
const initiativeColumns: readonly TableColumn[] = [
  no,
  { heading: 'Mã', width: 11, cell: '{code}' },
  { heading: 'Tên', width: 29, cell: '{title}' },
  { heading: 'Tác giả', width: 19, cell: '{author}' },
  { heading: 'Đơn vị', width: 18, cell: '{unit}' },
  { heading: 'Tình trạng', width: 16, cell: '{state}' },
]
const unitCounts =
  'Trong {applying} chỉ tiêu áp dụng: {reached} chỉ tiêu đạt, {open} chỉ tiêu chưa đạt hoặc đang thực hiện, {without} chỉ tiêu chưa có số liệu.'
const initiativeCounts =
  'Đã đăng ký {registered} mô hình, giải pháp, sáng kiến; {recognised} được công nhận, {effective} được xác nhận áp dụng có hiệu quả, {replicated} được nhân rộng.'

const awardColumns: readonly TableColumn[] = [
  no,
  { heading: 'Tên', width: 25, cell: '{name}' },
  { heading: 'Chức vụ, đơn vị', width: 25, cell: '{unit}' },
  { heading: 'Thành tích', width: 28, cell: '{achievement}' },
  { heading: 'Tiền thưởng', width: 15, cell: '{prize}', align: 'right' },
]
const awardDecision: Frame = {
  type: 'QUYẾT ĐỊNH',
  abstract: 'Về việc tặng Giấy khen trong phong trào thi đua “{campaign}” năm {year}',
  body: [
    centred('{who}', { bold: true, caps: true, spacing: { before: 120, after: 120 } }),
    body('{#bases [loopOver: "paragraph"]}{line}{/bases}', { italics: true }),
    body('Thực hiện {plan};', { italics: true }),
    body('{proposer}', { italics: true }),
    centred('QUYẾT ĐỊNH:', { bold: true, spacing: { before: 120, after: 120 } }),
    body(
      'Điều 1. Tặng Giấy khen cho {honoured} đã có thành tích xuất sắc trong phong trào thi đua “{campaign}” năm {year} (danh sách kèm theo).',
    ),
    body('Điều 2. {prizes}'),
    leading('Điều 3. {execution}'),
    space(),
  ],
  appendix: [
    centred('DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN', { bold: true }),
    centred('(Kèm theo Quyết định số {number} ngày {day} của {who})', { italics: true }),
    space(),
    heading('A. TẬP THỂ'),
    rowsTable('collectives', awardColumns),
    heading('B. CÁ NHÂN'),
    rowsTable('people', awardColumns),
  ],
}
const nomineeColumns: readonly TableColumn[] = [
  no,
  { heading: 'Họ và tên, tên tập thể', width: 28, cell: '{name}' },
  { heading: 'Chức vụ, đơn vị', width: 28, cell: '{position}' },
  { heading: 'Thành tích', width: 37, cell: '{summary}' },
]
const concludedColumns: readonly TableColumn[] = [
  no,
  { heading: 'Họ và tên, tên tập thể', width: 22, cell: '{name}' },
  { heading: 'Chức vụ, đơn vị', width: 20, cell: '{position}' },
  { heading: 'Thành tích', width: 21, cell: '{summary}' },
  { heading: 'Ý kiến các cơ quan', width: 14, cell: '{opinion}' },
  { heading: 'Lý do', width: 16, cell: '{reason}' },
]
/** What people wrote keeps its line ends, which justified text would tear apart. */
const author = (text: string) => body(text, { alignment: AlignmentType.LEFT })
const bases = () => body('{#bases [loopOver: "paragraph"]}{line}{/bases}', { italics: true })

const papers: Readonly<Record<string, Frame>> = {
  DOC19: awardDecision,
  DOC20: awardDecision,
  DOC01: {
    type: 'KẾ HOẠCH',
    abstract: 'Phát động và tổ chức thực hiện phong trào thi đua “{campaign}” năm {year}',
    body: [
      bases(),
      body('Thực hiện {plan}, {unit} phát động phong trào thi đua và tổ chức thực hiện như sau:'),
      heading('I. MỤC ĐÍCH, YÊU CẦU'),
      pen(),
      heading('II. ĐỐI TƯỢNG THI ĐUA'),
      pen(),
      heading('III. NỘI DUNG, CHỈ TIÊU THI ĐUA'),
      leading('Gắn với chủ đề công tác năm {year}: {theme}. Các chỉ tiêu của kế hoạch áp dụng cho đơn vị:'),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Chỉ tiêu', width: 58, cell: '{target}' },
        { heading: 'Mức cần đạt', width: 35, cell: '{threshold}' },
      ]),
      leading('Tiêu chí riêng của đơn vị:'),
      space(),
      rowsTable('own', [
        no,
        { heading: 'Tiêu chí', width: 48, cell: '{target}' },
        { heading: 'Mức cần đạt', width: 27, cell: '{threshold}' },
        { heading: 'Đạt trước ngày', width: 18, cell: '{due}', align: 'centre' },
      ]),
      heading('IV. GIẢI PHÁP THỰC HIỆN; MÔ HÌNH, GIẢI PHÁP, SÁNG KIẾN SẼ ĐĂNG KÝ'),
      pen(),
      heading('V. HÌNH THỨC, TIÊU CHUẨN KHEN THƯỞNG'),
      pen(),
      heading('VI. TỔ CHỨC THỰC HIỆN'),
      body('Thời gian thực hiện: từ ngày phát động đến hết ngày {endsOn}. Bộ phận, người làm đầu mối:'),
      pen(),
      leading('Trên đây là kế hoạch của {unit}; báo cáo {office} theo dõi, tổng hợp./.'),
      space(),
    ],
  },
  DOC02: {
    type: 'DANH SÁCH',
    abstract: 'Tập thể, cá nhân đăng ký tham gia phong trào thi đua',
    body: [
      to('{office}'),
      leading('Thực hiện {plan}, {unit} đăng ký {honoured} tham gia phong trào thi đua:'),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Tập thể, cá nhân', width: 45, cell: '{name}' },
        { heading: 'Đối tượng', width: 33, cell: '{kind}' },
        { heading: 'Mã', width: 15, cell: '{code}', align: 'centre' },
      ]),
      leading('Danh sách này có {honoured}./.'),
      space(),
    ],
  },
  DOC06: {
    type: 'DANH MỤC',
    abstract: 'Tác phẩm báo chí, văn học nghệ thuật tham gia phong trào thi đua',
    body: [
      to('{office}'),
      leading(
        'Thực hiện {plan}, {unit} gửi danh mục {works} tác phẩm, trong đó {accepted} tác phẩm đã được tiếp nhận:',
      ),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Tác phẩm', width: 26, cell: '{title}' },
        { heading: 'Thể loại', width: 11, cell: '{genre}' },
        { heading: 'Tác giả', width: 15, cell: '{author}' },
        { heading: 'Nơi đăng, phát', width: 14, cell: '{medium}' },
        { heading: 'Ngày', width: 14, cell: '{published}', align: 'centre' },
        { heading: 'Tình trạng', width: 13, cell: '{state}' },
      ]),
      leading('Danh mục này có {works} tác phẩm./.'),
      space(),
    ],
  },
  DOC24: {
    type: 'BÁO CÁO',
    abstract: 'Hoạt động tuyên truyền trong phong trào thi đua',
    body: [
      to('{office}'),
      leading(
        'Thực hiện {plan}, {unit} đã tổ chức {activities} hoạt động tuyên truyền với {reached} lượt người được tuyên truyền:',
      ),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Ngày', width: 14, cell: '{day}', align: 'centre' },
        { heading: 'Nội dung', width: 32, cell: '{content}' },
        { heading: 'Hình thức', width: 17, cell: '{way}' },
        { heading: 'Đối tượng', width: 17, cell: '{audience}' },
        { heading: 'Số lượt người', width: 13, cell: '{reached}', align: 'right' },
      ]),
      leading('Trên đây là báo cáo của {unit}./.'),
      space(),
    ],
  },
  DOC07: {
    type: 'KẾ HOẠCH',
    abstract: 'Kiểm tra công tác chỉ đạo, điều hành và kết quả thực hiện cải cách hành chính',
    body: [
      leading('Thực hiện {plan}, {unit} tổ chức {checks} cuộc kiểm tra như sau:'),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Đơn vị được kiểm tra', width: 21, cell: '{unit}' },
        { heading: 'Nội dung', width: 26, cell: '{content}' },
        { heading: 'Ngày', width: dayWidth, cell: '{day}', align: 'centre' },
        { heading: 'Thành phần', width: 17, cell: '{team}' },
        { heading: 'Căn cứ', width: 15, cell: '{basis}' },
      ]),
      leading(
        'Các đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu và bố trí người làm việc; có vướng mắc, trao đổi với {office}./.',
      ),
      space(),
    ],
  },
  DOC08: {
    type: 'THÔNG BÁO',
    abstract: 'Kết quả kiểm tra công tác chỉ đạo, điều hành và kết quả thực hiện cải cách hành chính',
    body: [
      to('{office}; các đơn vị được kiểm tra'),
      leading(
        'Thực hiện {plan}, {unit} đã tiến hành {checks} cuộc kiểm tra, trong đó {withFindings} cuộc có tồn tại phải khắc phục:',
      ),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Đơn vị, nội dung', width: 21, cell: '{unit}: {content}' },
        { heading: 'Ngày', width: dayWidth, cell: '{day}', align: 'centre' },
        { heading: 'Kết quả', width: 17, cell: '{result}' },
        { heading: 'Tồn tại', width: 15, cell: '{findings}' },
        { heading: 'Hạn khắc phục', width: dayWidth, cell: '{remedyBy}', align: 'centre' },
        { heading: 'Tình trạng', width: 12, cell: '{state}' },
      ]),
      leading('Đề nghị các đơn vị có tồn tại khắc phục đúng hạn và báo cáo kết quả về {office}./.'),
      space(),
    ],
  },
  DOC23: {
    type: 'BÁO CÁO',
    abstract: 'Kết quả giám sát việc thực hiện cải cách hành chính và phong trào thi đua',
    body: [
      to('{office}'),
      leading('Thực hiện {plan}, {unit} đã ghi nhận {supervisions} cuộc giám sát:'),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Ngày', width: dayWidth, cell: '{day}', align: 'centre' },
        { heading: 'Đơn vị được giám sát', width: 18, cell: '{unit}' },
        { heading: 'Nội dung', width: 19, cell: '{content}' },
        { heading: 'Kết quả giám sát', width: 21, cell: '{seen}' },
        { heading: 'Kiến nghị', width: 21, cell: '{recommended}' },
      ]),
      leading('Trên đây là báo cáo kết quả giám sát của {unit}./.'),
      space(),
    ],
  },
  DOC04: {
    type: 'BÁO CÁO',
    abstract: 'Tiến độ thực hiện các chỉ tiêu thi đua, {period}',
    body: [
      to('{office}'),
      body('Thực hiện {plan}, {unit} báo cáo tiến độ thực hiện các chỉ tiêu thi đua, {period} như sau:'),
      heading('1. Kết quả thực hiện'),
      leading(unitCounts),
      space(),
      rowsTable('rows', targetColumns),
      ...ownCriteria,
      heading('2. Khó khăn, vướng mắc'),
      pen(),
      heading('3. Kiến nghị, đề xuất'),
      pen(),
      leading('Trên đây là báo cáo của {unit}./.'),
      space(),
    ],
  },
  DOC05: {
    type: 'BÁO CÁO',
    abstract: 'Kết quả giải ngân kế hoạch vốn, đến hết {period}',
    body: [
      to('{office}'),
      body('Thực hiện {plan}, {unit} báo cáo kết quả giải ngân kế hoạch vốn đến hết {period} như sau:'),
      heading('1. Kết quả'),
      leading('Tỷ lệ giải ngân theo báo cáo gần nhất: {latest}. Mức cần đạt: {thresholds}.'),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Kỳ', width: 23, cell: '{period}' },
        { heading: 'Đã giải ngân', width: 22, cell: '{done}', align: 'right' },
        { heading: 'Kế hoạch vốn', width: 22, cell: '{planned}', align: 'right' },
        { heading: 'Tỷ lệ', width: 12, cell: '{percent}', align: 'right' },
        { heading: 'Số liệu ngày', width: 14, cell: '{day}', align: 'centre' },
      ]),
      heading('2. Nguyên nhân, giải pháp'),
      pen(),
      leading('Trên đây là báo cáo của {unit}./.'),
      space(),
    ],
  },
  DOC09: {
    type: null,
    abstract: 'đôn đốc thực hiện phong trào thi đua',
    body: [
      to('{addressee}'),
      body('Thực hiện {plan}.'),
      body(
        'Qua theo dõi, tính đến hết ngày {day} còn {units} đơn vị chưa gửi {items} nội dung đã quá thời hạn (danh sách kèm theo).',
      ),
      leading(
        '{office} đề nghị thủ trưởng các đơn vị chỉ đạo hoàn thành và gửi ngay các nội dung còn thiếu. Trường hợp có khó khăn, vướng mắc, đề nghị phản ánh về {office} để được hướng dẫn./.',
      ),
      space(),
    ],
    appendix: [
      centred('DANH SÁCH NỘI DUNG QUÁ HẠN', { bold: true }),
      centred('(Tính đến hết ngày {day})', { italics: true }),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Đơn vị', width: 30, cell: '{unit}' },
        { heading: 'Nội dung chưa gửi', width: 38, cell: '{what}' },
        { heading: 'Thời hạn', width: 13, cell: '{due}', align: 'centre' },
        { heading: 'Quá hạn', width: 12, cell: '{late}', align: 'right' },
      ]),
    ],
  },
  DOC10: {
    type: 'DANH MỤC',
    abstract: 'Giải pháp, sáng kiến tiêu biểu trong phong trào thi đua',
    body: [
      to('{issuerOfPlan}'),
      leading('Thực hiện {plan}; có {count} giải pháp, sáng kiến tiêu biểu như sau:'),
      space(),
      rowsTable('rows', initiativeColumns),
      leading('Danh mục này có {count} giải pháp, sáng kiến./.'),
      space(),
    ],
  },
  DOC11: {
    type: 'BÁO CÁO',
    abstract: 'Tổng kết phong trào thi đua “{campaign}” năm {year}',
    body: [
      to('{office}'),
      body('Thực hiện {plan}, {unit} báo cáo tổng kết phong trào thi đua năm {year} như sau:'),
      heading('I. ĐẶC ĐIỂM TÌNH HÌNH'),
      pen(),
      heading('II. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, PHÁT ĐỘNG'),
      body('Đơn vị gửi văn bản phát động phong trào thi đua ngày {launched}.'),
      pen(),
      heading('III. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG THI ĐUA'),
      leading(unitCounts),
      space(),
      rowsTable('rows', targetColumns),
      ...ownCriteria,
      heading('IV. MÔ HÌNH, GIẢI PHÁP, SÁNG KIẾN'),
      leading(initiativeCounts),
      space(),
      rowsTable('initiatives', initiativeColumns),
      heading('V. CÔNG TÁC TUYÊN TRUYỀN'),
      pen(),
      heading('VI. ĐÁNH GIÁ CHUNG: ƯU ĐIỂM, HẠN CHẾ, NGUYÊN NHÂN, BÀI HỌC KINH NGHIỆM'),
      pen(),
      heading('VII. CÔNG TÁC KHEN THƯỞNG'),
      pen(),
      heading('VIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {nextYear}; KIẾN NGHỊ, ĐỀ XUẤT'),
      pen(),
      leading('Trên đây là báo cáo tổng kết của {unit}./.'),
      space(),
    ],
  },
  DOC12: {
    type: 'BÁO CÁO',
    abstract: 'Tổng kết phong trào thi đua “{campaign}” năm {year}',
    body: [
      body('{#bases [loopOver: "paragraph"]}{line}{/bases}', { italics: true }),
      body('Thực hiện {plan}; kết quả phong trào thi đua, tính đến hết ngày {day}, như sau:'),
      heading('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, PHÁT ĐỘNG'),
      body(
        'Có {units} đơn vị thi đua. {launched} trong {launchOwed} đơn vị phải phát động đã gửi văn bản phát động về {office}, trong đó {launchedLate} đơn vị gửi sau thời hạn.',
      ),
      pen(),
      heading('II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG THI ĐUA'),
      leading('Giải ngân chung của các đơn vị đã báo cáo: {disbursed}. Số đơn vị theo từng chỉ tiêu:'),
      space(),
      rowsTable('targets', [no, { heading: 'Chỉ tiêu', width: 43, cell: '{target}' }, ...countColumns]),
      heading('III. MÔ HÌNH, GIẢI PHÁP, SÁNG KIẾN'),
      body(initiativeCounts),
      leading('Các giải pháp, sáng kiến tiêu biểu:'),
      space(),
      rowsTable('outstanding', initiativeColumns),
      heading('IV. CÔNG TÁC TUYÊN TRUYỀN'),
      pen(),
      heading('V. CÔNG TÁC KIỂM TRA, GIÁM SÁT'),
      pen(),
      heading('VI. ĐÁNH GIÁ CHUNG'),
      ...['1. Ưu điểm', '2. Hạn chế', '3. Nguyên nhân', '4. Bài học kinh nghiệm'].flatMap(part => [body(part), pen()]),
      heading('VII. CÔNG TÁC KHEN THƯỞNG'),
      pen(),
      heading('VIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {nextYear}; KIẾN NGHỊ, ĐỀ XUẤT'),
      pen(),
      leading('Trên đây là báo cáo tổng kết phong trào thi đua “{campaign}” năm {year}./.'),
      space(),
    ],
    appendix: [
      centred('PHỤ LỤC', { bold: true }),
      centred('KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỦA TỪNG ĐƠN VỊ', { bold: true }),
      centred('(Tính đến hết ngày {day})', { italics: true, size: sizes.head }),
      space(),
      rowsTable('rows', [no, { heading: 'Đơn vị', width: 43, cell: '{unit}' }, ...countColumns]),
    ],
  },
  DOC14: {
    type: 'BIÊN BẢN',
    abstract: 'Họp xét khen thưởng phong trào thi đua “{campaign}” năm {year}',
    areMinutes: true,
    body: [
      body('Thực hiện {plan}, {council} họp phiên {code} xét đề nghị khen thưởng.'),
      heading('I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN'),
      body('Bắt đầu: {began}. Địa điểm: {place}.'),
      body('Chủ trì: {chair}. Thư ký: {secretary}.'),
      leading(
        'Tổng số thành viên Hội đồng: {members}; có mặt: {present}; vắng: {absent}; gửi ý kiến bằng văn bản: {written}. {quorum}',
      ),
      space(),
      rowsTable('attendance', [
        no,
        { heading: 'Họ và tên', width: 28, cell: '{name}' },
        { heading: 'Chức vụ', width: 25, cell: '{position}' },
        { heading: 'Trong Hội đồng', width: 18, cell: '{part}' },
        { heading: 'Dự họp', width: 22, cell: '{state}' },
      ]),
      heading('II. NỘI DUNG'),
      body('Hội đồng xét {count} tập thể, cá nhân được đề nghị, {mode}. {pass}'),
      line('{#conflicts [loopOver: "paragraph"]}- {text}{/conflicts}', {
        indent: { left: 720 },
        spacing: { before: 60 },
      }),
      heading('III. KẾT QUẢ'),
      leading('{opening}'),
      space(),
      rowsTable('cases', [
        { ...no, width: 6 },
        { heading: 'Tập thể, cá nhân', width: 23, cell: '{nominee}' },
        { heading: 'Phiếu phát ra', width: 9, cell: '{issued}', align: 'right' },
        { heading: 'Thu về', width: 8, cell: '{returned}', align: 'right' },
        { heading: 'Hợp lệ', width: 8, cell: '{valid}', align: 'right' },
        { heading: 'Đồng ý', width: 8, cell: '{agree}', align: 'right' },
        { heading: 'Không đồng ý', width: 12, cell: '{disagree}', align: 'right' },
        { heading: 'Tỷ lệ đồng ý trên tổng số thành viên', width: 13, cell: '{share}', align: 'right' },
        { heading: 'Kết quả', width: 13, cell: '{verdict}' },
      ]),
      line('{#opinions [loopOver: "paragraph"]}- {text}{/opinions}', {
        indent: { left: 720 },
        spacing: { before: 60 },
      }),
      heading('IV. KẾT LUẬN'),
      body('{conclusion}'),
      line('{#remarks [loopOver: "paragraph"]}- {text}{/remarks}', { indent: { left: 720 }, spacing: { before: 60 } }),
      leading('{reading} Việc bỏ phiếu kết thúc: {closed}./.'),
      space(),
    ],
  },
  DOC13: {
    type: 'TỜ TRÌNH',
    abstract: 'Về việc đề nghị tặng Giấy khen trong phong trào thi đua “{campaign}” năm {year}',
    body: [
      to('{addressees}'),
      bases(),
      body('Thực hiện {plan};', { italics: true }),
      body('Căn cứ {minutes}.', { italics: true }),
      leading(
        '{unit} kính trình {chairman} xem xét, tặng Giấy khen cho {honoured} có thành tích xuất sắc trong phong trào thi đua “{campaign}” năm {year}, gồm:',
      ),
      space(),
      rowsTable('rows', nomineeColumns),
      body('Hồ sơ kèm theo: biên bản họp xét duyệt; báo cáo thành tích của từng tập thể, cá nhân.'),
      leading('{unit} chịu trách nhiệm về tính chính xác của hồ sơ và kính đề nghị {chairman} xem xét, quyết định./.'),
      space(),
    ],
  },
  DOC15: {
    type: 'BÁO CÁO THÀNH TÍCH',
    abstract: 'Đề nghị khen thưởng trong phong trào thi đua “{campaign}”',
    body: [
      body('Thực hiện {plan}, {unit} gửi kèm báo cáo thành tích của từng tập thể, cá nhân được đề nghị khen thưởng.'),
      leading('{unit} chịu trách nhiệm về tính chính xác của các báo cáo kèm theo./.'),
      space(),
    ],
    attached: [
      body('{#reports [loopOver: "paragraph"]}'),
      centred('BÁO CÁO THÀNH TÍCH', { bold: true, pageBreakBefore: true }),
      centred('ĐỀ NGHỊ TẶNG GIẤY KHEN', { bold: true }),
      centred('(Trình {authority})', { italics: true }),
      body('Tên đơn vị hoặc cá nhân: {name}', { bold: true }),
      body('Chức vụ, đơn vị: {position}'),
      heading('I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH'),
      author('{profile}'),
      heading('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
      author('{achievements}'),
      body('Kết quả đã được xác nhận (nguồn ghi trong ngoặc):', { italics: true }),
      body('{#known [loopOver: "paragraph"]}– {line}{/known}'),
      body('Các biện pháp, giải pháp đã thực hiện:', { italics: true }),
      author('{measures}'),
      body('Hiệu quả:', { italics: true }),
      author('{effects}'),
      body('Bài học kinh nghiệm:', { italics: true }),
      author('{lessons}'),
      space(),
      twoSign(
        ['XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG', '(ký, đóng dấu)'],
        ['THỦ TRƯỞNG ĐƠN VỊ HOẶC CÁ NHÂN', '(ký, ghi rõ họ tên)'],
      ),
      body('{/reports}'),
    ],
  },
  DOC16: {
    type: 'PHIẾU Ý KIẾN',
    abstract: 'Thẩm định hồ sơ đề nghị khen thưởng',
    body: [
      to('{office}'),
      leading(
        'Thực hiện {plan}, {unit} có ý kiến thẩm định trong lĩnh vực phụ trách đối với các tập thể, cá nhân sau:',
      ),
      space(),
      rowsTable('rows', [
        ...nomineeColumns.slice(0, 3),
        { heading: 'Ý kiến', width: 14, cell: '{opinion}' },
        { heading: 'Lý do, nhận xét', width: 23, cell: '{reason}' },
      ]),
      leading('Trên đây là ý kiến của {unit}./.'),
      space(),
    ],
  },
  DOC17: {
    type: 'TỜ TRÌNH',
    abstract: 'Kết quả thẩm định hồ sơ đề nghị khen thưởng phong trào thi đua “{campaign}” năm {year}',
    body: [
      to('Chủ tịch {issuerOfPlan}'),
      bases(),
      body(
        'Thực hiện {plan}, {office} đã phối hợp với các cơ quan liên quan thẩm định hồ sơ và kính trình Chủ tịch {issuerOfPlan} xem xét khen thưởng {honoured}.',
      ),
      heading('I. ĐỀ NGHỊ KHEN THƯỞNG'),
      rowsTable('proposed', concludedColumns),
      heading('II. KHÔNG ĐỀ NGHỊ KHEN THƯỞNG'),
      rowsTable('notProposed', concludedColumns),
      leading('{office} kính đề nghị Chủ tịch {issuerOfPlan} xem xét, quyết định./.'),
      space(),
    ],
  },
  DOC18: {
    type: null,
    abstract: 'bổ sung hồ sơ đề nghị khen thưởng',
    body: [
      to('{addressee}'),
      leading(
        'Thực hiện {plan}, {office} đã kiểm tra hồ sơ đề nghị khen thưởng của {addressee}. Các hồ sơ sau cần bổ sung:',
      ),
      space(),
      rowsTable('rows', [
        no,
        { heading: 'Họ và tên, tên tập thể', width: 33, cell: '{name}' },
        { heading: 'Giấy tờ, nội dung cần bổ sung', width: 60, cell: '{reason}' },
      ]),
      leading('{office} đề nghị {addressee} bổ sung và gửi lại để kịp thời thẩm định./.'),
      space(),
    ],
  },
  DOC22: {
    type: 'TỜ TRÌNH',
    abstract: 'Về việc đề nghị khen thưởng trong phong trào thi đua “{campaign}” năm {year}',
    body: [
      to('Ủy ban nhân dân {province}'),
      bases(),
      leading(
        'Thực hiện {plan}, {issuerOfPlan} kính trình Ủy ban nhân dân {province} xem xét khen thưởng {honoured} có thành tích xuất sắc, gồm:',
      ),
      space(),
      rowsTable('rows', nomineeColumns),
      leading('Kính đề nghị Ủy ban nhân dân {province} xem xét, quyết định./.'),
      space(),
    ],
  },
}

for (const [code, frame] of Object.entries(papers))
  await writeFile(join(folder, `${code}.docx`), await Packer.toBuffer(paper(frame)))
await writeFile(join(folder, 'DOC21.docx'), await Packer.toBuffer(certificate()))
