import { vi } from "vitest";
import { main } from "../../scripts/cli.ts";

/** What one command line answers, in this process. */
export async function sourceline(line: string) {
  const said = { out: "", err: "" };
  const heard = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      said[stream === "stdout" ? "out" : "err"] += text;
      return true;
    }),
  );
  try {
    return { status: await main(line.split(" ").filter((word) => word !== "")), ...said };
  } finally {
    for (const one of heard) one.mockRestore();
  }
}
