/** What the conductor tells a worker. Times are ISO instants of the simulated clock. */
export type Order =
  /** The clock stands at `at`: beat if it is time to, hand in what is named, send what is queued, then report. */
  | { do: 'tick'; tick: number; at: string; handIns: readonly HandIn[]; isBeatDoubled: boolean }
  /** Somebody takes the lease of the beat away, as a clock gone wrong would. */
  | { do: 'stealLease' }

export interface HandIn {
  obligationId: string
  stage: 'WITH_HEAD' | 'MET'
}

/** What a worker tells. */
export type Report =
  | { is: 'ready' }
  | { is: 'handedIn'; obligationId: string }
  | { is: 'ticked'; tick: number; beats: number; isBehind: boolean; outstanding: number }

export interface Place {
  /** A PostgreSQL database that any number of workers share; else the folder of an embedded one for a single worker. */
  databaseUrl?: string
  dataDir: string
  /** Where the fake platform listens on this machine. */
  platformUrl: string
}
