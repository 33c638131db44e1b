/** What is called by two figures over a slash, right before them: an address, a class, sight, a paper, a feast («ngõ 12/5», «thị lực 10/10»). */
export const CALLED_BY_FIGURES = new RegExp(
  `(?:^|\\s)(?:${[
    'số nhà|nhà số|nhà|hẻm|ngõ|ngách|kiệt|đường|(?<!thành )phố|chợ|quảng trường|nông trường|lâm trường|bệnh viện|chi nhánh',
    'câu|trang|bước|file|hình|ảnh|tập|màn|vòng|thang điểm|pin|nhịp',
    'huyết áp|thị lực|mắt|thương binh|thương binh hạng|trình độ|văn hóa|văn hoá|trình độ văn hóa|tốt nghiệp|học hết|sĩ số|kèo|chấp|chọi',
    'công văn|công văn số|cv|cv số|văn bản số|qđ|qđ số|quyết định số|nđ|nghị định|nghị định số|luật|luật số|thông tư|thông tư số|nghị quyết|nghị quyết số|chỉ thị|chỉ thị số|năm học|niên khóa',
  ].join('|')}) $`,
  'iu',
)
