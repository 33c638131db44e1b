import { readChoice } from './src/reading/choice.ts'
const o='Báo in|Báo điện tử|Phát thanh|Truyền hình'.split('|').map(label=>({label}))
for (const t of ['bao dien tu, dang ngay 12/4','báo điện tử, đăng ngày 12/4','báo điện tử, đăng hôm qua','bao dien tu, dang hom qua']) console.log(t, JSON.stringify(readChoice(t,o)))
