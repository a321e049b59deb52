import {
  type ImportPatch,
  type ImportRun,
  importFormats,
  labelRoles,
} from "#lib/contracts/annotation-imports.ts";
import { type Call, WrongUsage } from "../command.ts";
import { Explained } from "../say.mjs";

/** What a command line chose, as the services take it. */
export type Choices = {
  readonly format: string | undefined;
  readonly isPreview: boolean;
  readonly run: ImportRun;
  /** Null where nothing was chosen. Addresses are looked up in the workspace. */
  readonly patch: (workspace: string) => Promise<ImportPatch | null>;
};

export function choicesOf({ flags }: Call): Choices {
  const format = typeof flags.format === "string" ? flags.format : undefined;
  if (format !== undefined && !importFormats.some((known) => known === format)) {
    throw new WrongUsage(`--format is one of ${importFormats.join(", ")}`);
  }
  const labels = pairs(flags.map, "map").map(([label, category]) => [label, category || null] as const);
  const roles = pairs(flags.role, "role").map(([label, role]) => [label, roleOf(role)] as const);
  const people = pairs(flags.annotator, "annotator");
  return {
    format,
    isPreview: flags.preview === true,
    run: { onProblems: flags["skip-bad"] === true ? "skip" : "refuse", submit: flags.submit === true },
    patch: async (workspace) => {
      const annotators = await Promise.all(
        people.map(async ([name, layer]) => [name, await layerOf(workspace, layer)] as const),
      );
      if (labels.length + roles.length + annotators.length === 0) return null;
      return {
        labels: Object.fromEntries(labels),
        roles: Object.fromEntries(roles),
        annotators: Object.fromEntries(annotators),
      };
    },
  };
}

/** `LABEL=VALUE`, parted at the last `=`: a label may hold one, what it becomes may not. */
function pairs(given: Call["flags"][string], flag: string): [string, string][] {
  const all = Array.isArray(given) ? given.map(String) : [];
  return all.map((pair) => {
    const at = pair.lastIndexOf("=");
    if (at < 0) throw new WrongUsage(`--${flag} has the form NAME=VALUE, not ${pair}`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function roleOf(given: string) {
  const role = labelRoles.find((known) => known === given);
  if (!role) throw new WrongUsage(`--role gives a label one of ${labelRoles.join(", ")}`);
  return role;
}

async function layerOf(workspace: string, layer: string): Promise<string> {
  if (["mine", "shared", "skip"].includes(layer)) return layer;
  const { callerIn } = await import("#lib/services/identity/command-line.ts");
  const member = await callerIn(workspace, layer);
  if (!member.ok) throw new Explained(`Nobody with the address ${layer} is a member of the workspace.`);
  return member.value.principal.userId;
}
