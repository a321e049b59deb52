type Lines = { source: number; test: number };
export const LEAST: number;
export function roomOf(file: string): string;
export function countRooms(files: readonly (readonly [file: string, text: string])[]): Map<string, Lines>;
export function tooFew(rooms: ReadonlyMap<string, Lines>): string[];
