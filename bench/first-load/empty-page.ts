import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const ROOT = resolve(import.meta.dirname, "../..");
/** In the checkout, so that the same packages build it, and ignored like every other build. */
const FOLDER = join(ROOT, ".next-empty");

const files = {
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(ROOT)} } };`,
  "package.json": '{ "type": "module" }',
  "app/layout.jsx":
    "export default function Layout({ children }) { return <html lang='en'><body>{children}</body></html>; }",
  "app/page.jsx": "export default function Page() { return null; }",
};

/** Builds a page that shows nothing, and answers the bytes of script it asks for. */
export function emptyPage(): number {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(FOLDER, name), text);
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  const build = spawnSync(process.execPath, [next, "build", FOLDER], {
    cwd: FOLDER,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (build.status !== 0) throw new Error(`the empty page was not built:\n${build.stdout}${build.stderr}`);
  const html = readFileSync(join(FOLDER, ".next/server/app/index.html"), "utf8");
  const bytes = scriptsOf(html).map((path) => {
    const file = join(FOLDER, ".next", path.replace(/^.*?\/_next\//u, ""));
    return gzipSync(readFileSync(file)).length;
  });
  rmSync(FOLDER, { recursive: true, force: true });
  return bytes.reduce((sum, size) => sum + size, 0);
}

/** Addresses of the scripts a document asks for; what only browsers without modules take is left out. */
export function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/giu)].map(([tag]) => tag);
  const modern = tags.filter((tag) => !/\bnomodule\b/iu.test(tag));
  return modern.flatMap((tag) => /\bsrc="([^"?]+)/u.exec(tag)?.[1] ?? []);
}
