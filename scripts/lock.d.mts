export type Holder = { pid: number; address?: string; startedAt?: string };
export type Lock = { update(facts: { address?: string }): void; release(): void };

export function takeLock(file: string): { lock: Lock } | { holder: Holder };
export function lockHolder(file: string): Holder | null;
