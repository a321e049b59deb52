import type { ImportProblem, Place } from "#core/import/dataset.ts";

/** So many are kept and shown; all are counted. */
const MOST_KEPT = 1_000;

/** Problems as they are found: the first thousand, and how many there are that leave something out. */
export class Problems {
  readonly kept: ImportProblem[] = [];
  count = 0;
  /** Of these, how many leave a row or a file out. */
  leavingOut = 0;

  add(problem: ImportProblem): void {
    this.count += 1;
    if (problem.severity !== "note") this.leavingOut += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(problem);
  }

  row({ file, line, at }: Place, code: string, message: string): void {
    this.add({ file, line, at, code, message, severity: "row" });
  }

  note({ file, line, at }: Place, code: string, message: string): void {
    this.add({ file, line, at, code, message, severity: "note" });
  }
}
