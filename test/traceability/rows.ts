/** What the plan asks, what of it a test proves, and what no test proves yet. */
export interface Row {
  code: string
  /** The plan, in short. */
  asks: string
  /** «file › title», the file below `test`, without its ending. */
  proofs: readonly string[]
  /** What of it stands open; a row without proof must say so. */
  open?: string
}

const everyTarget =
  'features/progress/real-plan › asks a unit for every collective target that is not met or counted otherwise'
const planTargets = 'campaign/plan-default › targets C01–C22 with their parts, H, I, P'
const identity = 'campaign/plan-default › identity, signature, parent campaign, theme, recipients'
const reported =
  'features/progress/flow › goes from the focal point to the head to the officer, and meets what is owed on the way'
const works = 'features/works/works'
/** Plays the season from the first proposal to the handing over; its golden file holds the papers DOC13, DOC14, DOC16, DOC17, DOC22. */
const awardSeason =
  'journeys/award-season.long › is what the key and the golden file say, from the first proposal to the handing over'
const cases = 'features/cases/cases'
const activities =
  'features/activities/activities › is one of those that the plan names, each asked for what the plan asks'
const summary =
  'features/summaries/summary › a unit tells its summary, the head approves, an officer receives it: the duty is met, and not late for a day only expected'
const replication = 'features/initiatives/flow › goes the whole way to replication, each step told to the author'
const ofStaff = 'features/results/results › is a few taps: what is judged, the one question, sent'
const confirmedByHead =
  'features/results/results › is confirmed by the head of the unit, with a comment if there is one, and by nobody else'
const confirmedByOffice =
  'features/results/results › is confirmed by the managing office, of H03 by the agency of the field, never within the unit'
const ofHeads =
  'features/results/results › is their own targets and those of all staff; of cases only the number is told'
const figure = (code: string, asks: string): Row => ({ code, asks, proofs: [planTargets, everyTarget, reported] })

/** T01–T85: every sentence of the plan that asks something of the program. */
export const rows: readonly Row[] = [
  { code: 'T01', asks: 'number, place, day, kind, title of the plan', proofs: [identity] },
  {
    code: 'T02',
    asks: 'legal bases L-01…L-04 as data',
    proofs: [
      'campaign/plan-default › %s',
      'features/about/library › finds every document that the plan cites by its number',
      'features/papers/papers › offers the legal bases of the plan, each as it is cited, before it is made and when it is there',
      'features/papers/papers › of the launch document begins with them, and holds what applies to the unit (DOC01)',
    ],
  },
  {
    code: 'T03',
    asks: 'legal bases L-05…L-07 as data',
    proofs: [
      'campaign/plan-default › %s',
      'features/about/library › finds every document that the plan cites by its number',
      'features/papers/papers › offers the legal bases of the plan, each as it is cited, before it is made and when it is there',
      'features/papers/papers › of the launch document begins with them, and holds what applies to the unit (DOC01)',
    ],
  },
  {
    code: 'T04',
    asks: 'the campaign is launched and announced',
    proofs: [
      'features/broadcast/announcement › the launch is announced to everybody who is registered, once, by an officer',
    ],
  },
  {
    code: 'T05',
    asks: 'the purpose is shown',
    proofs: ['features/about/library › shows the purposes of the campaign to who asks what it is'],
  },
  {
    code: 'T06',
    asks: 'participants are registered; progress is seen',
    proofs: [
      'features/participation/participation › count once the head has confirmed them, a line of the export each',
      'features/board/numbers › adds up over the group: 17/20 and 20/20 are 37/40',
    ],
  },
  {
    code: 'T07',
    asks: 'praise, discover, replicate',
    proofs: [
      replication,
      'features/awards/register › an award given at once is recorded once, told with the words of praise, found by person, unit and year',
    ],
  },
  {
    code: 'T08',
    asks: 'government at all levels',
    proofs: [
      'features/leaders/leaders › at the beginning of a month each leader gets five lines and a picture, once',
      'records/offered › are the head’s at the gate, who lets this version through or sends it back',
    ],
  },
  {
    code: 'T09',
    asks: 'concrete criteria for each unit',
    proofs: [
      'features/applicability/flow › a unit proposes in the chat, its head lets it through, an officer confirms: it holds and is owed',
      'features/criteria/criteria › is proposed in the chat, let through by the head, confirmed by an officer; before, nothing can be reported',
      'features/criteria/criteria › is reported through the head; the newest report stands on the page of the unit, and in no figure',
    ],
  },
  {
    code: 'T10',
    asks: 'objective, by the rules',
    proofs: [
      'people/matrix › never reaches one’s own work where something is decided',
      'features/nominations/flow › stands on one page with its dossier: rules, ratio, number of the submission',
    ],
  },
  {
    code: 'T11',
    asks: 'collectives G1, G2',
    proofs: ['campaign/applicability › in 2024: the five groups, not the nodes above them and not the wards of 2025'],
  },
  {
    code: 'T12',
    asks: 'collectives G3, G4, G5',
    proofs: [
      'campaign/applicability › in 2024: the five groups, not the nodes above them and not the wards of 2025',
      'features/reorganisation/uong-bi › moves people, open records, drafts and what is owed, as was chosen; the past stays',
    ],
  },
  {
    code: 'T13',
    asks: 'officials with unit and post',
    proofs: [
      'cli/people-load › a list without roles says them by its posts; a deputy of a ward gets no role of the city',
    ],
  },
  {
    code: 'T14',
    asks: 'reporters, editors, technicians, collaborators, members',
    proofs: [
      'features/participation/participation › are collectives, and people of the kinds that the plan has for the kind of the unit',
    ],
  },
  {
    code: 'T15',
    asks: 'a plan of the unit’s own and its launch',
    proofs: [
      'campaign/obligations › every unit that is ordered to owes the launch document by Sunday 31/03, reminded for Friday 29/03',
    ],
  },
  {
    code: 'T85',
    asks: 'tasks and targets of reform given by the city, and of the unit’s own plan (C00)',
    proofs: [
      'features/lists/reform-tasks › the tasks of reform that the City and the unit’s own plan give are handed in as one list, and the share of those finished is counted from it (C00)',
      'features/lists/lists › is pasted in chat, said back as one table, and handed in: three messages',
      'features/nominations/key › every sheet is what the key says, and nothing passes that is not known',
    ],
  },
  figure('T16', 'legal documents by procedure (C02, C02b)'),
  {
    code: 'T17',
    asks: 'recommendations handled in time (C03)',
    proofs: [
      'features/lists/lists › each item reminds by itself, by its own day',
      'features/lists/lists › one tap says that an item is done: with the head until the head approves, then met, late by its day',
    ],
  },
  {
    code: 'T18',
    asks: 'amended in time (C04)',
    proofs: [
      planTargets,
      everyTarget,
      'features/lists/lists › a part of a target is counted from its list, and the words stand with what is done',
    ],
  },
  figure('T19', 'reform for the economy (C05)'),
  { code: 'T20', asks: 'theme of the year (C06)', proofs: [identity, everyTarget] },
  figure('T21', 'full-process online services (C07)'),
  figure('T22', 'services on the national portal (C08)'),
  figure('T23', 'digitised results (C09)'),
  figure('T24', 'staff use online services and guide others (C10, C10c)'),
  figure('T25', 'autonomy schemes (C11)'),
  figure('T26', 'job-position schemes (C12a–c)'),
  {
    code: 'T27',
    asks: '80 % disbursed by 30 September (C13)',
    proofs: [
      'campaign/plan-default › thresholds',
      'features/forecast/flow › tells the pace in the receipt, asks the focal point, keeps the answer, and shows it to the officer with the chart',
    ],
  },
  {
    code: 'T28',
    asks: '100 % disbursed by 31 December (C14)',
    proofs: ['features/progress/real-plan › serves the 80 % and the 100 % of disbursement with one figure'],
  },
  {
    code: 'T29',
    asks: 'initiatives are registered (C15), lawful, reasonable, effective, suited',
    proofs: [
      'features/initiatives/flow › takes only what meets all four conditions, and says which is missing',
      'features/initiatives/rules › moves only along the arrows of the plan, from being taken in as from being registered',
    ],
  },
  figure('T30', 'payment online for procedures (C16)'),
  figure('T31', 'payment online in education and health (C17)'),
  {
    ...figure('T32', 'electronic documents, except secrets (C18)'),
    proofs: [
      planTargets,
      everyTarget,
      'secrecy/nothing-kept › what is stopped stands in no table; a reason lets the same chat send it, and the reason is kept',
    ],
  },
  {
    code: 'T33',
    asks: 'every sub-unit registers (C19)',
    proofs: [
      'campaign/measure › C19 counts sub-units with a registered initiative, once each',
      'features/board/source › tells the sub-units that have registered, and the names of those that have not',
    ],
  },
  {
    code: 'T34',
    asks: 'at least 10 % take effect (C20)',
    proofs: [
      'campaign/measure › counts 3 of 21 in the sample register; drafts and withdrawn ones nowhere, ineffective ones in the base',
    ],
  },
  {
    code: 'T35',
    asks: 'top 5 of the index (C21)',
    proofs: [
      'campaign/measure › rank 5 is in the top 5, rank 6 is not',
      'cli/ranking-load › is previewed, loaded as a whole with the decision, replaced group by group, and goes out as a table',
    ],
  },
  figure('T36', 'scheme 06 (C22)'),
  { code: 'T37', asks: 'heads are exemplary (H01)', proofs: [planTargets, ofHeads, confirmedByOffice] },
  { code: 'T38', asks: 'heads have effective solutions (H02)', proofs: [planTargets, ofHeads, confirmedByOffice] },
  {
    code: 'T39',
    asks: 'no harassment (H03)',
    proofs: [
      'campaign/plan-default › thresholds',
      ofHeads,
      confirmedByOffice,
      `${cases} › is yes, no or not known, with a day, and nothing else`,
    ],
  },
  { code: 'T40', asks: 'responsibility (I01)', proofs: [planTargets, ofStaff, confirmedByHead] },
  { code: 'T41', asks: 'discipline and conduct (I02)', proofs: [planTargets, ofStaff, confirmedByHead] },
  {
    code: 'T42',
    asks: 'initiatives of a person, recognised and replicated (I03)',
    proofs: [
      replication,
      'features/results/results › is shown as «sáng kiến của tôi» and beside the result, and is nowhere typed',
    ],
  },
  { code: 'T43', asks: 'digitised files of a person (I04)', proofs: [planTargets, ofStaff, confirmedByHead] },
  {
    code: 'T44',
    asks: 'works in many forms (P01)',
    proofs: [
      `${works} › counts for its author, for each target of its topics`,
      `${works} › is a list on the desk: by genre in the plan’s words, searched by it, filtered by target`,
    ],
  },
  {
    code: 'T45',
    asks: 'limits are told and mended, good examples introduced (P02)',
    proofs: [
      `${works} › tells the unit concerned only once it is accepted, and once a version`,
      `${works} › is answered by that unit through its head, once, and shows the answer`,
    ],
  },
  {
    code: 'T46',
    asks: 'initiatives of propaganda (P03)',
    proofs: [
      planTargets,
      `${works} › are those that members of the press registered as such, counted beside their works (P03)`,
    ],
  },
  {
    code: 'T47',
    asks: 'heads deploy; L-10, L-11',
    proofs: [
      'features/roles/role-duties › names every duty of the plan to its role (plan §3.3), each done by commands that there are',
      'features/about/library › finds every document that the plan cites by its number',
    ],
  },
  {
    code: 'T48',
    asks: 'awareness and encouragement',
    proofs: [
      'features/broadcast/broadcast › goes to those chosen, of units that compete only, whatever they have handed in',
      'features/awards/register › an award given at once is recorded once, told with the words of praise, found by person, unit and year',
    ],
  },
  {
    code: 'T49',
    asks: 'five documents are made known (S01)',
    proofs: [
      activities,
      'features/about/library › finds every document that the plan cites by its number',
      'features/about/library › gives file or link of a document and papers of the campaign, where an officer has added them',
      'features/activities/activities › is a line of the export: documents in words, people as a number, the day as a day',
    ],
  },
  {
    code: 'T50',
    asks: 'regular information (S02)',
    proofs: [activities, 'features/papers/unit-lists › DOC24 tells each activity and adds up whom it reached'],
  },
  {
    code: 'T51',
    asks: 'harassment is dealt with (S03)',
    proofs: [
      `${cases} › is read by named roles on the desk and by nobody else: %s`,
      `${cases} › stands nowhere in the database in words, nor in a backup`,
      `${cases} › is had once, by whoever asked, after another one has agreed, and by nobody alone`,
    ],
  },
  {
    code: 'T52',
    asks: 'models are studied and replicated (S04)',
    proofs: [
      'features/initiatives/flow › shows similar titles right after the title, and a duplicate ends there without a record',
      'features/replications/replications › is noted by staff, and its effect confirmed by the head of the taking unit alone, with what it rests on',
      'features/catalogue/catalogue › is searched by any of the staff, by words without accents, field and kind; outstanding ones first',
      'features/catalogue/catalogue › takes over with one press: only what the unit made of it is asked, and the lineage shows it',
    ],
  },
  {
    code: 'T53',
    asks: 'any official proposes an initiative',
    proofs: [
      'features/initiatives/flow › asks in the order of the contract and stores what was typed under a running code',
    ],
  },
  {
    code: 'T54',
    asks: 'checks (S05)',
    proofs: [
      'features/checks/checks › is planned unseen by the unit, which hears of it when it is announced',
      'features/checks/checks › with findings makes the unit owe their remedy by the day that was set; no loading of the plan undoes it',
      'features/checks/checks › is begun from what is owed, goes through the head, and takes the check with it',
      'features/papers/unit-lists › DOC07 tells the checks that are planned, DOC08 what came of them, what must be put right and by when',
    ],
  },
  {
    code: 'T55',
    asks: 'summary, replication, praise (S06)',
    proofs: [
      summary,
      replication,
      'features/awards/register › an award given at once is recorded once, told with the words of praise, found by person, unit and year',
    ],
  },
  {
    code: 'T56',
    asks: 'Giấy khen',
    proofs: [
      'features/awarding/decision › becomes a paper with its list, and certificates; templates have a place for everything and no other',
    ],
  },
  {
    code: 'T57',
    asks: 'exemplary compliance (CR0)',
    proofs: [
      'features/nominations/key › every sheet is what the key says, and nothing passes that is not known',
      'features/nominations/properties › that is open fails while it holds and never afterwards, whatever else is known',
    ],
  },
  {
    code: 'T58',
    asks: 'reform tasks done (CR1)',
    proofs: ['features/nominations/key › every sheet is what the key says, and nothing passes that is not known'],
  },
  {
    code: 'T59',
    asks: 'contents reached or exceeded (CR2)',
    proofs: [
      'features/nominations/key › every sheet is what the key says, and nothing passes that is not known',
      'features/nominations/properties › fails CR2 on a verified failure after its day and on nothing else; what is missing never passes',
    ],
  },
  {
    code: 'T60',
    asks: 'top 5 of the index (CR3)',
    proofs: ['features/nominations/key › every sheet is what the key says, and nothing passes that is not known'],
  },
  {
    code: 'T61',
    asks: 'outstanding achievement of a person (CR4)',
    proofs: ['features/nominations/key › every sheet is what the key says, and nothing passes that is not known'],
  },
  {
    code: 'T62',
    asks: 'the chairs decide how many',
    proofs: [
      'features/nominations/flow › is decided by the chair, and by nobody on themselves',
      'features/nominations/flow › of the ward’s own award goes from its council to the ward’s chair, late or not, and to nobody else',
    ],
  },
  {
    code: 'T63',
    asks: 'submission (DOC13)',
    proofs: [
      'features/nominations/flow › stands on one page with its dossier: rules, ratio, number of the submission',
      awardSeason,
    ],
  },
  {
    code: 'T64',
    asks: 'minutes of the council (DOC14)',
    proofs: [
      'features/council/sitting › is played from the invitation to confirmed minutes, and the head may pass what it agreed to',
      awardSeason,
    ],
  },
  {
    code: 'T65',
    asks: 'achievement report (DOC15)',
    proofs: [
      'features/nominations/flow › is filled in with plain text: what is known of the person is not asked',
      'features/nominations/known › is fed by every register that vouches for a nominee, and by nothing that was not confirmed',
      'features/nominations/known › is a paper that tells who, what they did in their own words, and what is vouched for with its rows (DOC15)',
    ],
  },
  {
    code: 'T66',
    asks: 'heads commend within their authority',
    proofs: ['features/awards/register › a unit records what it has awarded itself, for itself, and no other level'],
  },
  {
    code: 'T67',
    asks: 'heads propose to the chair',
    proofs: [
      'features/nominations/flow › waits at the gate even when the head hands in, and passes only when the council has agreed',
    ],
  },
  {
    code: 'T68',
    asks: 'dossier to Phòng Nội vụ',
    proofs: [
      'features/nominations/flow › goes on in one dossier of the unit, whose receipt is told with code and time',
      'features/nominations/flow › comes back with the missing papers named, and goes on after the correction',
    ],
  },
  {
    code: 'T69',
    asks: 'dossiers are summed up, appraised, submitted (DOC16, DOC17)',
    proofs: [
      'features/nominations/flow › is appraised in parallel; what one agency says is readable by nobody before all are in',
      awardSeason,
    ],
  },
  {
    code: 'T70',
    asks: 'units deploy by their function',
    proofs: [
      'features/applicability/flow › an officer decides for a whole group with a reason, and nothing is owed any more',
    ],
  },
  {
    code: 'T71',
    asks: 'units strive to complete',
    proofs: [
      'features/board/source › goes by the share in whole numbers; equal shares have one place, who has reached nothing has none yet, and who has no target does not stand there',
    ],
  },
  {
    code: 'T72',
    asks: 'launch document in the first quarter',
    proofs: [
      'obligations/hand-in › late is judged by the day on which it was sent, and stays',
      'features/papers/papers › names every late unit with what it owes, and nobody who is not late',
    ],
  },
  { code: 'T73', asks: 'summary of a unit', proofs: [summary] },
  {
    code: 'T74',
    asks: 'advanced models; proposals to city and province',
    proofs: [
      'features/papers/outstanding › what Phòng Nội vụ calls outstanding, and nobody else, is the list of DOC10',
      awardSeason,
    ],
  },
  {
    code: 'T75',
    asks: 'follow and urge',
    proofs: [
      'reminders/beat › tells each focal point once what is due',
      'reminders/board › lists the longest overdue first, by how many working days, with who was told when at each level',
    ],
  },
  {
    code: 'T76',
    asks: 'summary of the city (DOC12)',
    proofs: [
      'features/papers/summary-recounted.property.long › every figure of the city summary is what a slow count of the raw rows gives, now and as of any past day',
    ],
  },
  {
    code: 'T77',
    asks: 'appraisal with the focal agencies',
    proofs: [
      'features/nominations/flow › is appraised in parallel; what one agency says is readable by nobody before all are in',
      'features/nominations/appraisal-days › an agency that owes its opinion is reminded 5, 2 and 0 working days before the last one; one that gave it is not',
    ],
  },
  {
    code: 'T78',
    asks: 'catalogue of initiatives (DOC10)',
    proofs: [
      'features/papers/outstanding › what Phòng Nội vụ calls outstanding, and nobody else, is the list of DOC10',
      'features/catalogue/catalogue › is searched by any of the staff, by words without accents, field and kind; outstanding ones first',
    ],
  },
  {
    code: 'T79',
    asks: 'the Front makes known and mobilises',
    proofs: [
      'features/activities/activities › is recorded by the Front as well, which has no head’s gate, and by nobody of the staff',
    ],
  },
  {
    code: 'T80',
    asks: 'the Front supervises (S07, DOC23)',
    proofs: [
      'features/front/front › tells the supervised unit what was seen and recommended as soon as it is sent, and nobody else',
      'features/papers/unit-lists › DOC23 tells what the Front has seen and recommended',
    ],
  },
  {
    code: 'T81',
    asks: 'other movements (S08)',
    proofs: ['features/front/front › is noted with what was done together, and by the Front only'],
  },
  {
    code: 'T82',
    asks: 'heads are responsible',
    proofs: ['reminders/beat › tells the head when the focal point was told, not when they answered'],
  },
  {
    code: 'T83',
    asks: 'recipients',
    proofs: [
      identity,
      'features/deliveries/deliveries › goes to those who answer for a recipient, with the file, once, however often it is pressed',
    ],
  },
  { code: 'T84', asks: 'signature', proofs: [identity] },
]
