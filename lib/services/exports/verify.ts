import { ok, type Result } from "#core/result.ts";
import type { Verification, VerifyInput } from "#lib/contracts/exports.ts";
import type { Failure } from "../failure.ts";
import { judge, keySetHere } from "./signing.ts";

/** Whether a file is one that this installation exported, and is as it was then. Anyone may ask who has both. */
export async function verify({ sha256, signed }: VerifyInput): Promise<Result<Verification, Failure>> {
  const { keys } = await keySetHere();
  return ok(
    judge(
      signed,
      sha256,
      keys.map(({ kid, x }) => ({ id: kid, x })),
    ),
  );
}
