type Counts = { readonly passed?: number; readonly failed?: number; readonly skipped?: number };

export declare class Tally {
  add(tier: string, counts: Counts, code?: number): void;
  check(tier: string, name: string, hasPassed: boolean): void;
  fail(words: string): void;
  readonly hasPassed: boolean;
  readonly troubles: readonly string[];
  readonly words: string;
}
