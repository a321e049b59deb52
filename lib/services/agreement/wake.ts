// One worker a process: Next evaluates modules once per bundle, so the bell hangs on the global object.
const held = globalThis as typeof globalThis & { sourcelineAgreement?: () => void };

/** Says to this process's worker that a reckoning waits. Where there is none, another process finds it by looking. */
export function wakeAgreement(): void {
  held.sourcelineAgreement?.();
}

export function onAgreementWaiting(listener: () => void): void {
  held.sourcelineAgreement = listener;
}
