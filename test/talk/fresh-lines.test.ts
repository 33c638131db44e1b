import { playLists } from './fresh-lists.ts'

playLists('web')
