import type { Go } from '../../outbox/go.ts'
import { fold, normalise } from '../../reading/text.ts'
import { Role } from '../../store/generated/client.ts'

/** No such sentence is longer: what is longer is text. */
const LONGEST = 100

/** What people call a role when they ask somebody in. */
const said: readonly (readonly [RegExp, Role])[] = [
  [/^(?:can bo |cong chuc )?dau moi(?: cua don vi| don vi)?$/, 'CLERK'],
  [/^(?:thu truong|truong phong|giam doc|hieu truong|truong ban)(?: don vi| co quan)?$/, 'HEAD'],
  [/^chu tich ubnd(?: phuong| xa)?$/, 'WARD_CHAIR'],
  [/^(?:can bo|cong chuc|vien chuc|chuyen vien|nguoi lao dong|can bo cong chuc)$/, 'OFFICIAL'],
  [/^(?:phong vien|bien tap vien|hoi vien)$/, 'PRESS'],
  [/^(?:can bo )?(?:mat tran|doan the)$/, 'FRONT'],
  [/^(?:thanh vien )?hoi dong(?: thi dua)?$/, 'COUNCIL'],
  [/^(?:can bo )?(?:co quan )?tham dinh$/, 'FOCAL'],
  [/^nguoi theo doi$/, 'OBSERVER'],
]

const SENTENCE =
  /^(?:(?:cho (?:em|tôi|mình)|em|tôi|nhờ trợ lý|giúp (?:em|tôi)) )?mời (?:(?:đ\/c|đồng chí|ông|bà|anh|chị|cô|chú|bạn|em) )?(.+?)(?:,| -| –| (?:làm|là|với vai trò|giữ vai trò|vào vai))? ([^,]+?)(?: (?:nhé|ạ|giúp em|giúp tôi|với))*[.!]?$/iu

/** A person's name as it is written: two to five words, each with a capital, none of an office. */
const NAME = /^\p{Lu}[\p{Ll}\p{M}’'-]*(?: \p{Lu}[\p{Ll}\p{M}’'-]*){1,4}$/u
const OFFICE = /^(?:so|phong|ban|ubnd|uy|hoi|doan|trung|chi|co|truong|lien|bo) /

/**
 * «Mời Nguyễn Văn An làm đầu mối», at any time; undefined: it is no such sentence. A name with capitals and a known role must stand there
 * and nothing else, so that no answer is taken for it.
 */
export function askedInvitation(text: string): Go | undefined {
  if (text.length > LONGEST || /[\n;]/.test(text)) return undefined
  const plain = normalise(text)
  if (!/mời /iu.test(plain)) return undefined
  const words = SENTENCE.exec(plain)
  if (!words) return undefined
  const rest = `${words[1]} ${words[2]}`.split(' ')
  // The role is the longest known ending; what stands before it is the name.
  for (let at = 2; at < rest.length; at += 1) {
    const role = roleIn(rest.slice(at).join(' '))
    const name = rest
      .slice(0, at)
      .join(' ')
      .replace(/(?:,| -| –| (?:làm|là|với vai trò|giữ vai trò|vào vai))$/iu, '')
    if (role && NAME.test(name) && !OFFICE.test(`${fold(name)} `)) return { to: 'invite', args: { name, role } }
  }
  return undefined
}

function roleIn(words: string): Role | undefined {
  const plain = fold(words)
  const code = Object.values(Role).find(role => role.toLowerCase() === plain)
  return code ?? said.find(([form]) => form.test(plain))?.[1]
}
