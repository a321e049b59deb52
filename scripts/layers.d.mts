export function refusal(file: string, target: string, isOwn: boolean): string | null;
export function layerOf(file: string): { name: string } | null;
export function isTest(file: string): boolean;
