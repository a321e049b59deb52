import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import { type Call, type Command, textFlag, withDatabase } from "../command.ts";
import { type Choices, choicesOf } from "../import/choices.ts";
import { isPlain, namedFiles } from "../import/files.ts";
import { complain, count, type Done, describe, outcomeWords, problemLines } from "../import/say.ts";

export const command: Command = {
  summary: "take articles and others' annotations into a project",
  help: `Usage: sourceline import FILE… --workspace W --project P [--format F] [--map LABEL=CATEGORY]…
                        [--role LABEL=claim|mention|cue|addressee|event|ignore]… [--annotator NAME=EMAIL]…
                        [--skip-bad] [--submit] [--preview] [--email MEMBER] [--json]

FILE is a file, a folder or a zip. Annotations in our own JSON, JSON Lines or CSV, W3C Web Annotation, brat, Label
Studio or doccano come in as draft claims; the format is recognised unless --format names it. Texts alone (.txt, .md,
.html) come in as articles.

--map       the category for a label of the file; LABEL= leaves its claims out. Needed for every label that is no
            category of the project's codebook.
--role      what a label marks where it marks no claim.
--annotator whose layer an annotator's claims go to in a blind project: a member's address, mine, or skip.
--skip-bad  leave out what has a problem; otherwise nothing comes in while one has.
--submit    hand in to review what comes in.
--preview   only say what would come in.

Problems go to stderr as file:line: reason. Status 1 when nothing came in. Acts as the member named by --email,
else as the workspace's owner.

  sourceline import corpus.zip --workspace desk --project elections --map Attribution=named_statement --preview`,
  options: {
    workspace: { type: "string" },
    project: { type: "string" },
    format: { type: "string" },
    map: { type: "string", multiple: true },
    role: { type: "string", multiple: true },
    annotator: { type: "string", multiple: true },
    "skip-bad": { type: "boolean" },
    submit: { type: "boolean" },
    preview: { type: "boolean" },
    email: { type: "string" },
  },
  operands: "file",
  run: (call) => {
    const choices = choicesOf(call);
    const place = { workspace: textFlag(call, "workspace"), project: textFlag(call, "project") };
    const files = namedFiles(call.operands);
    return withDatabase<0 | 1>(call, async () => {
      const { callerIn } = await import("#lib/services/identity/command-line.ts");
      const { disconnect } = await import("#lib/db/client.ts");
      try {
        const email = typeof call.flags.email === "string" ? call.flags.email : null;
        const caller = await callerIn(place.workspace, email);
        if (!caller.ok) return complain(caller.failure);
        return await takeIn(call, { ...place, caller: caller.value }, files, choices);
      } finally {
        await disconnect();
      }
    });
  },
};

type Place = {
  readonly workspace: string;
  readonly project: string;
  readonly caller: Parameters<typeof import("#lib/services/annotation-imports/run.ts").runWhole>[0];
};

/** Texts first, so that annotations which hold positions only find them. */
async function takeIn(call: Call, place: Place, files: readonly File[], choices: Choices): Promise<0 | 1> {
  const isBrat = files.some(({ name }) => /\.ann$/iu.test(name));
  const plain = isBrat || choices.format ? [] : files.filter(isPlain);
  const annotated = files.filter((file) => !plain.includes(file));
  const done: Done = { articles: [], annotations: null };
  if (plain.length > 0 && !choices.isPreview) {
    const stored = await storeTexts(place, plain);
    if (!stored.ok) return complain(stored.failure);
    done.articles.push(...stored.value);
  }
  if (annotated.length > 0) {
    const status = await takeAnnotations(call, place, annotated, choices, done);
    if (status === 1) return 1;
  }
  call.print(outcomeWords(done, choices.isPreview ? plain.length : 0), done);
  return done.articles.some(({ status }) => status === "failed") ? 1 : 0;
}

async function storeTexts({ caller, workspace, project }: Place, files: readonly File[]) {
  const { importFiles } = await import("#lib/services/articles/import-files.ts");
  const rows: Done["articles"] = [];
  for (let from = 0; from < files.length; from += 200) {
    const stored = await importFiles(caller, workspace, project, files.slice(from, from + 200));
    if (!stored.ok) return stored;
    rows.push(...stored.value.rows);
    for (const { name, status, problem } of stored.value.rows) {
      if (status !== "stored") process.stderr.write(`${name}: ${problem}\n`);
    }
  }
  return { ok: true as const, value: rows };
}

async function takeAnnotations(
  call: Call,
  place: Place,
  files: readonly File[],
  choices: Choices,
  done: Done,
): Promise<0 | 1> {
  const { caller, workspace, project } = place;
  const service = await import("#lib/services/annotation-imports/imports.ts");
  const { runWhole } = await import("#lib/services/annotation-imports/run.ts");
  call.progress(`Reading ${count(files.length, "file")} …`);
  const looked = await service.createImport(caller, workspace, project, { files, format: choices.format });
  if (!looked.ok) return complain(looked.failure);
  const { id } = looked.value;
  const chosen = await choices.patch(workspace);
  const seen = chosen ? await service.changeImport(caller, workspace, project, id, chosen) : looked;
  if (!seen.ok) {
    await service.discardImport(caller, workspace, project, id);
    return complain(seen.failure);
  }
  process.stderr.write(problemLines(seen.value));
  if (choices.isPreview)
    return preview(done, seen.value, () => service.discardImport(caller, workspace, project, id));
  call.progress(`Taking in ${count(seen.value.preview.counts.claims.ready, "claim")} …`);
  const ran = await runWhole(caller, workspace, project, id, choices.run);
  if (!ran.ok) {
    await service.discardImport(caller, workspace, project, id);
    return complain(ran.failure);
  }
  done.annotations = describe(ran.value);
  return 0;
}

async function preview(done: Done, seen: AnnotationImport, discard: () => Promise<unknown>): Promise<0> {
  done.annotations = describe(seen);
  await discard();
  return 0;
}
