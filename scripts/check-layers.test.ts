import { describe, expect, it } from "vitest";
import { importsOf, problemsIn } from "./check-layers.mjs";

const REFUSED: [why: string, file: string, source: string][] = [
  ["core importing a package", "lib/core/a.ts", 'import { z } from "zod";'],
  ["core importing Node", "lib/core/a.ts", 'import { readFileSync } from "node:fs";'],
  [
    "core climbing out by a relative path",
    "lib/core/text/a.ts",
    'import { log } from "../../platform/log.ts";',
  ],
  ["core importing lazily", "lib/core/a.ts", 'const { x } = await import("#lib/db/client.ts");'],
  ["core re-exporting", "lib/core/a.ts", 'export { x } from "#lib/authz/policy.ts";'],
  ["core importing a type", "lib/core/a.ts", 'import type { X } from "#lib/contracts/x.ts";'],
  ["app reaching the database", "app/page.tsx", 'import { database } from "#lib/db/client.ts";'],
  ["components reaching services", "components/review/a.tsx", 'import { x } from "#lib/services/claims.ts";'],
  ["services reaching Next", "lib/services/a.ts", 'import { cookies } from "next/headers";'],
  ["the kit learning domain words", "components/ui/a.tsx", 'import { x } from "#core/result.ts";'],
  ["the annotator's DOM knowing React", "components/annotator/dom/a.ts", 'import { useRef } from "react";'],
  ["a production file using test support", "lib/core/a.ts", 'import { x } from "../../tests/support/x.ts";'],
  ["a file in no layer", "somewhere/a.ts", ""],
  ["an import over several lines", "lib/core/a.ts", 'import {\n  a,\n  b,\n} from "zod";'],
];

const ALLOWED: [why: string, file: string, source: string][] = [
  ["authz reading core", "lib/authz/a.ts", 'import { ok } from "#core/result.ts";'],
  ["services calling the database", "lib/services/a.ts", 'import { x } from "#lib/db/claims.ts";'],
  ["a test using Vitest", "lib/core/a.test.ts", 'import { it } from "vitest";'],
  ["a comment that speaks of an import", "lib/core/a.ts", '// import { z } from "zod";\n'],
  ["neighbours", "components/ui/a.tsx", 'import { b } from "./b.tsx";\nimport "./a.module.css";'],
];

describe("check-layers", () => {
  it.each(REFUSED)("refuses %s", (_, file, source) => {
    expect(problemsIn(file, source)).toHaveLength(1);
  });

  it.each(ALLOWED)("allows %s", (_, file, source) => {
    expect(problemsIn(file, source)).toEqual([]);
  });

  it("sees every way of importing", () => {
    const source =
      'import "a";\nimport b from "b";\nexport * from "c";\nconst d = import("d");\nimport * as e from "e";';
    expect(importsOf(source)).toEqual(["a", "b", "c", "d", "e"]);
  });
});
