import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

let isLoaded = false;

/** Prisma's migration engine as WebAssembly, from the installed package: nothing is downloaded. */
export function loadEngine(): void {
  if (isLoaded) return;
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/u, ".wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    "./schema_engine_bg.js": { ...engine },
  });
  const { __wbg_set_wasm: bind } = engine as unknown as {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  bind(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === "function") begin();
  isLoaded = true;
}
