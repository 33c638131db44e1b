import { accentsWithin, fold } from '../text.ts'

/** Surnames of the Kinh that are met most, and of the other peoples of the country; never complete, so a name without one is still a name. */
const SURNAMES = [
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn trương lâm mai trịnh phùng tô tạ cao hà châu',
  'thái chu lương vương tống triệu quách kiều lưu từ trình nghiêm tăng diệp văn quang thân la thạch hứa giang khổng âu doãn bạch phương',
  'phó bàn đồng ninh mạc lục tôn viên bành cù khuất đàm đậu phí ông uông ứng ưng vi bồ cát cung danh dư đới đường giáp hán hàn hình hùng',
  'khương kim kha khúc khâu lạc lại liêu liễu lã lữ lư mạnh mã mẫn mầu nghị ngụy nhâm nhan nhữ ngân ôn phi phù phú quản quan sái sầm sử tần',
  'tào thang thi thiều tiêu tiết tòng trà trang tưởng ty vạn bế bá biện bốc ca cáp chử chung chúc chương chiêm cổ công cố giản hạ hy hoa khưu',
  'kỷ kỳ lều luyện mộc mông nông nùng ngạc nhuế ngưu phó quế quyền sơn tất thẩm thiệu tiếp tôn trác triều trầm trưng vòng vĩnh xa yên lường',
  'cầm quàng lò lèo vì hoàng cà tao điêu đèo lù vàng giàng sùng thào hạng cứ mùa má ly hờ hầu vừ và lầu thò sình cháng chá chấu dinh giàng',
  'tẩn chảo phàn lý đặng triệu bàn lồ sần seng hùng xín lùng ma lô dương nông bế hoàng linh lộc lăng chu lãnh đàm nình chíu phoòng tằng trạc',
  'bùi quách đinh hà xa bạch phùng lang lò niê ksor siu rơ rmah rcom rahlan kpă kpuih nay hrue êban mlô ayŭn byă knul đinh hồ y ka k ya ma ju',
  'kơ kon rơ châm a u alăng bhling pơloong zơrâm bríu arất đàng lưu thông báo thập qua quảng thiên dụng kiên pinăng chamaléa katơr tro thổ',
]
  .join(' ')
  .split(' ')

const byFolded = new Map<string, Set<string>>()
for (const surname of SURNAMES) {
  const folded = fold(surname)
  byFolded.set(folded, (byFolded.get(folded) ?? new Set()).add(surname))
}

/** Whether a word (as `lower` gives it) is a known surname, with its own accents or, in a text without any, with none. */
export function isSurname(word: string): boolean {
  const known = byFolded.get(fold(word))
  return known !== undefined && [...known].some(surname => accentsWithin(word, surname))
}

/** The same with every accent as it should be. */
export function isSpelledSurname(word: string): boolean {
  return byFolded.get(fold(word))?.has(word) ?? false
}

/** A surname, with its accents, that is hardly a word of a sentence. */
export const isUnmistakable = (word: string): boolean => UNMISTAKABLE.has(word)

const UNMISTAKABLE: ReadonlySet<string> = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô đinh trương trịnh phùng triệu tống giàng sùng lò lèo tẩn chảo niê ksor siu'.split(
    ' ',
  ),
)
