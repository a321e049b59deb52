/** Where the file of a kept export lies among the installation's files. */
export function fileOf(workspaceId: string, id: string): string {
  return `exports/${workspaceId}/${id}`;
}
