/** Forms of commendation and titles that the register knows; words: `awards.forms.<code>`. */
export const awardForms = [
  ...['GIAY_KHEN', 'BANG_KHEN', 'BANG_KHEN_CP', 'CO_THI_DUA', 'HUAN_CHUONG', 'THU_KHEN'],
  ...[
    'TAP_THE_TIEN_TIEN',
    'TAP_THE_XUAT_SAC',
    'LAO_DONG_TIEN_TIEN',
    'CSTD_CO_SO',
    'CSTD_TINH',
    'CSTD_TOAN_QUOC',
    'KHAC',
  ],
] as const

/** What it was given for (kinds of commendation of the Law, Điều 8). `CAMPAIGN`: an emulation campaign or topic; `TIMELY`: at once, outside any season. */
export const purposes = ['CAMPAIGN', 'MERIT', 'TIMELY', 'SERVICE', 'KHAC'] as const

/** Whose award it is, from below: the unit’s own (K06), ward or commune, City, province or ministry, State. */
export const levels = ['UNIT', 'WARD', 'CITY', 'PROVINCE', 'STATE'] as const

export const honoreeKinds = ['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'] as const

export type AwardForm = (typeof awardForms)[number]
export type Purpose = (typeof purposes)[number]
export type Level = (typeof levels)[number]
export type HonoreeKind = (typeof honoreeKinds)[number]
