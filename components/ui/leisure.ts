/** Resolves when the page has nothing better to do; on the server, which has nothing to wait for, at once. */
export function leisure(): Promise<void> {
  if (typeof window === "undefined") return Promise.resolve();
  return new Promise((resume) => {
    // Not every browser that is supported tells when it is idle.
    if ("requestIdleCallback" in window) requestIdleCallback(() => resume(), { timeout: 3_000 });
    else setTimeout(resume, 1_000);
  });
}
