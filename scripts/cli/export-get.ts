import { type Command, textFlag } from "../command.ts";
import { inDesk } from "../export-caller.ts";
import { saveKept } from "../export-keep.ts";

export const command: Command = {
  summary: "write a kept export and its manifest to files",
  help: `Usage: sourceline export get ID --workspace W --out FILE [--email MEMBER] [--json]

Writes FILE and FILE.manifest.json. ID is one of \`sourceline export list\`.

  sourceline export get 0197a9b0-5b2e-7c1a-9c55-3f0a4f1f2d11 --workspace desk --out claims.csv`,
  operand: "id",
  options: { workspace: { type: "string" }, out: { type: "string" }, email: { type: "string" } },
  run: (call) => {
    const out = textFlag(call, "out");
    return inDesk(call, (desk) => saveKept(call, desk, call.operand, out));
  },
};
