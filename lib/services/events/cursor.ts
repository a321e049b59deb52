/** "01a2…:42": an event's place, which means nothing in another workspace. */
export function writeCursor(workspaceId: string, number: number): string {
  return `${workspaceId}:${number}`;
}

/** The number, or null where the id was not given out by this workspace. A bare number is one an answer told. */
export function readCursor(workspaceId: string, given: string): number | null {
  const prefix = `${workspaceId}:`;
  const number = given.startsWith(prefix) ? given.slice(prefix.length) : given;
  return /^\d{1,15}$/u.test(number) ? Number(number) : null;
}
