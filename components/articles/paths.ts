/** Addresses of the pages of articles; `w` and `p` are slugs. */
export const articlePath = (w: string, id: string) => `/w/${w}/articles/${id}`;
export const articlesPath = (w: string, p: string) => `/w/${w}/p/${p}/articles`;
export const importPath = (w: string, p: string) => `/w/${w}/p/${p}/import`;
