import manifest from "../../package.json" with { type: "json" };

/** What this program calls its own version. */
export const programVersion: string = manifest.version;
