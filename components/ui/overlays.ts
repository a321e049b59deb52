import { deferred } from "./deferred.ts";

/**
 * All that opens over a page: most of the kit's weight, and needed by nobody who only reads. Fetched together, since
 * the parts share most of their code and a bundle apart would carry it again.
 */
export const overlays = deferred(() => import("./overlay-parts.tsx"));
