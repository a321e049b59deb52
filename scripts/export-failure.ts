import type { Failure } from "#lib/services/failure.ts";
import { Explained } from "./say.mjs";

/** Why an export could not be had, for whoever stands at the terminal. */
export function explainedFailure(failure: Failure): Explained {
  if (failure.kind === "not-found") {
    return new Explained(`There is no such ${failure.what}, or its claims may not be exported so.`);
  }
  if (failure.kind === "invalid") {
    const [error] = failure.errors;
    return new Explained(`--${error?.pointer.slice(1) ?? "?"} ${error?.message ?? "cannot be used"}`);
  }
  return new Explained(`The export failed: ${failure.kind}.`);
}
