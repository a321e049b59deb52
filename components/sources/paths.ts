/** Addresses of the registry's pages; `w` is a slug. */
export const sourcesPath = (w: string) => `/w/${w}/sources`;
export const sourcePath = (w: string, id: string) => `/w/${w}/sources/${id}`;
