/** Whoever needs the time takes a `Clock`, so that a test can hold it still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Waits; for what is to be tried again later, never for luck. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
