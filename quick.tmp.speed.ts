import { linesOf } from './test/talk/play.ts'
import { readMoney } from './src/reading/money.ts'
import { readInteger } from './src/reading/number.ts'
import { readRatio } from './src/reading/ratio.ts'
import { readPercent } from './src/reading/percent.ts'
import { readDate } from './src/reading/date.ts'
import { readPeriod } from './src/reading/period.ts'
import { readYesNo } from './src/reading/yes-no.ts'
import { readChoice, readNamed } from './src/reading/choice.ts'
import { readChoices } from './src/reading/choices.ts'
import { readPeople } from './src/reading/people.ts'
import { readName } from './src/reading/name.ts'
import { readCommandWord } from './src/reading/command-words.ts'
import { readNearCommand } from './src/reading/near-command.ts'
import { Temporal } from 'temporal-polyfill'
const kinds = ['Mô hình','Giải pháp','Sáng kiến','Cách làm hay','Công nghệ mới'].map(label=>({label}))
const today = Temporal.PlainDate.from('2024-05-15')
const R: Record<string,(t:string)=>unknown> = { money: readMoney, count: t=>readInteger(t), rank: t=>readInteger(t,{min:1}), ratio: readRatio, percent: t=>readPercent(t,{max:100}), date: t=>readDate(t,{today,campaignYear:2024}), period: t=>readPeriod(t,{today}), yesNo: readYesNo, kind: t=>readChoice(t,kinds), named: t=>readNamed(t,kinds), choices: t=>readChoices(t,kinds), people: readPeople, name: readName, command: readCommandWord, near: readNearCommand }
const lines = ['fresh-lines.tsv','second-fresh-lines.tsv','third-fresh-lines.tsv'].flatMap(linesOf)
for (let i=0;i<2;i++) for (const {typed} of lines) for (const r of Object.values(R)) r(typed)
let n=0; const t0=process.cpuUsage().user
for (const {field,typed} of lines) { const r=R[field]; if (r) { r(typed+' '); n++ } }
console.log('typical', ((process.cpuUsage().user-t0)/1000/n).toFixed(4), 'ms cpu a line of', n)
const units=['1',' ','1 ','1.','1,','a','ạ ','một ','trăm ','1/','(','👍','\u200b','\u0301','đ/c ','https://','a.','dạ ','\n','-','1 234 ','tỷ ','anh ','trưởng phòng ','Nguyễn ','văn ','và ','à nhầm ','không phải ','tăng ','trieeuj ','aaaa','muowi ','12 hồ sơ, ','chỉ tiêu 5, ','7+','= ','trong đó ','gồm ','tổng ','tháng sau ','ngày 5 ','1 tuần nữa ','(1)','còn 3 ','phấn đấu ','mới được ','số ','câu 5 ','5/8 ','C07 ','2024 ','0912 ','hạn ','thì 5 hồ sơ ','tử số 8 ','mẫu số ']
let worst=0, which='', count=0
for (const u of units) for (const size of [120,390,1990,5000]) { const t=u.repeat(Math.ceil(size/u.length)).slice(0,size); count++; for (const [name,r] of Object.entries(R)) { let best=1e9; for (let k=0;k<3;k++){ const a=process.cpuUsage().user; r(t+' '.repeat(k)); best=Math.min(best,(process.cpuUsage().user-a)/1000)} if (best>worst){worst=best;which=`${name} ${size} «${u}»`} if (best>25) console.log(best.toFixed(1), name, size, u) } }
console.log('nasty', count, 'worst', worst.toFixed(1), which)
