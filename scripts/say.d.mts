export class Explained extends Error {}
export function say(line: string): void;
export function step<T>(title: string, work: () => T | Promise<T>): Promise<T>;
export function runMain(main: () => unknown): Promise<void>;
