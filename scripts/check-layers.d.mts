export function importsOf(source: string): string[];
export function targetOf(file: string, name: string): { target: string; isOwn: boolean };
export function problemsIn(file: string, source: string): string[];
