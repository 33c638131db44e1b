import { describe, expect, it } from 'vitest'
import { missing } from './proof.ts'

const waiting = 'journeys/waiting-files'
const killedWaiting =
  'journeys/killed-while-waiting.long › confirmed at 23:58, taken in after midnight and killed while the file is on its way: sent once, on time'
const killedOnPostgres =
  'postgres/killed-handing-in › a file still on its way, confirmed at 23:58 and taken in after midnight: sent once, on time'
const stored = 'talk/values › 300 lines over all kinds of questions are stored as they were meant, and nothing else is'
const fresh = 'talk/fresh-lines › are stored as they were meant, or asked about where an honest clerk would ask'
const spoken = 'talk/talk › what is stored equals what was meant; commands are carried out or asked, never stored'

/** What is typed or sent is not lost, not falsified and not refused without a way on: each promise, and the tests that play it. */
const promises: Readonly<Record<string, readonly string[]>> = {
  'one grammar for numbers, money, ratios, percents, dates, periods, ranks, yes and no': [
    stored,
    fresh,
    'reading/context.property › another fact in the line',
    'reading/context.property › a correction',
  ],
  'answers are understood before words of the menu; commands in two tiers': [
    spoken,
    'intake/begin › the label of an option answers, although it is a word of the menu',
    'intake/begin › leaving by a word of the menu keeps the draft, says where it is, and a number then touches nothing of it',
    'intake/begin › or throws the first away and begins anew, when that is chosen and confirmed',
  ],
  'the screen after a question back is safe': [
    'conversation/engine › has letters where a number is an answer, and says back what was understood',
    'conversation/engine › says back what is taken after a question that had nothing to offer',
  ],
  'choices and names': [
    fresh,
    'features/joining/joining › takes every name: plain ones at once, others after one confirmation, in any of its ways',
    'reading/surnames › are taken, or offered, by their full name in any case and with or without accents',
    'reading/surnames › keep their name with a post before or after it',
  ],
  'files settle before a duty counts': [
    `${waiting} › with scan.rar alone is never received: the name is refused at once, and the question stays open`,
    `${waiting} › opens again at the question of the file when that is refused: nothing is met, all other answers stay`,
    killedWaiting,
    killedOnPostgres,
  ],
  'late by the sender’s time': [
    `${waiting} › is on time; the head’s approval a day later does not make it late`,
    `${waiting} › of 00:02 is late`,
    `${waiting} › counts by the receipt; the page’s clock is kept and shown to the officer, not believed`,
    killedWaiting,
    killedOnPostgres,
  ],
  'what comes with a message': [
    'talk/context › a reply to an older question is asked about and changes that answer only when told so',
    'talk/context › an album has one receipt, and every file of it is kept',
    'channels/telegram/inbound › an address behind a word is written out behind it, under a picture too',
    'channels/zalo-bot/bot › a pasted link is a text, and a picture comes in whatever form its address has',
    'channels/zalo-bot/bot › a group is told once, politely, that the bot works in private; bots in it are told nothing',
    'conversation/engine › a text cut anywhere after half of the limit waits for its rest, and a short piece is asked about',
    'conversation/engine › the words under a picture answer a question that asks for words, and the picture is kept',
  ],
  'two people, one figure': [
    'features/dossier/chat › shows what another person of the unit has changed before it is sent, and both stay',
    'journeys/killed-two-people.long › two people hand in the same, killed at each confirmation: the second is told and asked, and both stay',
    'postgres/killed-handing-in › two people with one document and one figure: the second is told and asked, and both stay',
  ],
  'invitations as people pass them on': [
    'features/joining/joining › takes an invitation as people pass it on: links, other dashes, courtesy, invisible signs',
    'features/joining/joining › asks somebody with the name of a colleague who is here already, and joins nobody to an account on their word',
  ],
  'office files in': [
    'office-files/variants › a list of units comes in from every file of an office, or is refused by its cell',
    'office-files/ranking-variants › a ranking comes in from every file of an office, or is refused by its cell',
    'cli/units-load › a part of the units counts what the database has; what it no longer says goes away and is shown; a preview writes nothing',
    'cli/people-load › what is wrong is told by its cell, and nobody is invited',
  ],
  'exports out': [
    'cli/export › csv: marked UTF-8, Vietnamese headings, local time, names beside codes, honest text untouched, formulas disarmed',
    'cli/export › xlsx: numbers are numbers, days and instants dates by the local clock, texts texts',
    'cli/export › %s has its headings in every format for people, rows or not',
  ],
  'ended units': [
    'features/succession/succession › its member is told the successor at the first word, goes on with the open draft there, and holds roles by period',
    'features/succession/succession › is refused with the name of the successor, on the command line, in the chat and when it is used',
    'features/succession/succession › what it still owed on that day is on the list of the successor and is met by it; what falls due later the successor owes itself',
  ],
  'long answers and quality': [
    'features/initiatives/flow › shows similar titles right after the title, and a duplicate ends there without a record',
    'features/initiatives/flow › asks once about an essay of three letters, then takes it; the review is a line a question, with a way to each',
    'conversation/engine › names target, period and percent above the answers',
  ],
}

/** Played with the process killed in between, on both databases. */
const killed = ['files settle before a duty counts', 'late by the sender’s time', 'two people, one figure']

describe('what is typed and sent', () => {
  it('has a test through a channel for each promise', () => {
    expect(Object.keys(promises)).toHaveLength(13)
    expect(
      Object.entries(promises).flatMap(([promise, proofs]) =>
        proofs.flatMap(proof => missing(proof) ?? []).map(why => `${promise}: ${why}`),
      ),
    ).toEqual([])
  })

  it.each(killed)('%s: also with the process killed, on both databases', promise => {
    const proofs = promises[promise] ?? []
    expect(proofs.some(proof => proof.startsWith('journeys/killed'))).toBe(true)
    expect(proofs.some(proof => proof.startsWith('postgres/killed'))).toBe(true)
  })
})
