/** Kinds of what is registered, numbered in this order in the form (plan II.2.2: «mô hình sáng kiến, giải pháp, cách làm hay, áp dụng công nghệ mới»). */
export const initiativeKinds = ['MODEL', 'SOLUTION', 'INITIATIVE', 'GOOD_PRACTICE', 'NEW_TECHNOLOGY'] as const

/** Fields of administrative reform: the six contents of the national programme 2021–2030, then leadership (domain.md §1.3). */
export const parFields = ['TC', 'TTHC', 'BM', 'CV', 'TCC', 'CQS', 'CD'] as const

/** The four conditions of plan II.2.1, bullet 4: lawful, reasonable, effective, suited to the unit. */
export const conditions = ['lawful', 'reasonable', 'effective', 'suitable'] as const
