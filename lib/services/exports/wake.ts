// One worker a process: Next evaluates modules once per bundle, so the bell hangs on the global object.
const held = globalThis as typeof globalThis & { sourcelineExports?: () => void };

/** Says to this process's worker that an export waits. Where there is none, another process finds it by looking. */
export function wakeExports(): void {
  held.sourcelineExports?.();
}

export function onExportsWaiting(listener: (() => void) | null): void {
  if (listener) held.sourcelineExports = listener;
  else delete held.sourcelineExports;
}
