/** One thing that was looked at; `problem` is null when it is well. */
export type Finding = { check: string; problem: string | null; remedy: string };

export function finding(check: string, problem: string | null | false, remedy: string): Finding {
  return { check, problem: problem === false ? null : problem, remedy };
}
