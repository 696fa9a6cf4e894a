/** What a benchmark is given. */
export interface Setting {
  /** Fewer repetitions: shows that it works, and no more than the order of its numbers. */
  quick: boolean;
  /** A folder that is gone afterwards. */
  folder: string;
}

/** One number beside its reference. */
export interface Result {
  what: string;
  ours: string;
  /** The bare reference of the same run; empty when there is none. */
  reference: string;
  budget: string;
  /** Nothing where there is no budget. */
  holds?: boolean;
}

export type Benchmark = (setting: Setting) => Promise<Result[]>;
