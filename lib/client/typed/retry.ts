/** What asks to be asked again. */
const LATER: ReadonlySet<number> = new Set([429, 503]);
const FIRST_WAIT = 500;
/** Whoever asks for more than this is not waited for: a minute's limit is full again by then. */
const LONGEST_WAIT = 60_000;

/** Milliseconds to wait before asking again, by `Retry-After` where it says; null when asking again is of no use. */
export function waitBefore({ status, headers }: Response, attempt: number): number | null {
  if (!LATER.has(status)) return null;
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : FIRST_WAIT * 2 ** attempt;
  return milliseconds <= LONGEST_WAIT ? milliseconds : null;
}

/** Resolves after so many milliseconds, or at once when there is nothing to wait for any more. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    if (signal?.aborted) return resume();
    const timer = setTimeout(resume, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resume();
    });
  });
}
