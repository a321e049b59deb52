import { useEffect, useState } from "react";
import { call, queryString } from "#lib/client/api.ts";
import { hashFile } from "#lib/client/hash-file.ts";
import type { KeptExportsPage, SignedManifest, Verification } from "#lib/contracts/exports.ts";
import { type Evidence, readManifest } from "./evidence.ts";

/** Where kept exports are looked through for a file that comes without its manifest; slugs. */
export type Place = { readonly workspace: string; readonly project: string };

export type Finding =
  | { readonly kind: "waiting" }
  | { readonly kind: "hashing"; readonly part: number }
  | { readonly kind: "asking" }
  | { readonly kind: "problem"; readonly title: string; readonly detail: string }
  | {
      readonly kind: "judged";
      readonly verification: Verification;
      readonly sha256: string;
      readonly isFound: boolean;
    };

const problem = (title: string, detail: string): Finding => ({ kind: "problem", title, detail });

/** Hashes the file here, and asks the server about the hash and the manifest. */
export function useVerdict({ file, manifest }: Evidence, place: Place | null): Finding {
  const [finding, setFinding] = useState<Finding>({ kind: "waiting" });
  const { workspace, project } = place ?? { workspace: null, project: null };
  useEffect(() => {
    let isWanted = true;
    const show = (next: Finding) => isWanted && setFinding(next);
    const here = workspace !== null && project !== null ? { workspace, project } : null;
    if (!file || (!manifest && !here)) show({ kind: "waiting" });
    else {
      find({ file, manifest }, here, show).then(show, () =>
        show(
          problem(
            "The file could not be read",
            "It may have been moved or changed meanwhile. Drop it again.",
          ),
        ),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [file, manifest, workspace, project]);
  return finding;
}

type Given = { readonly file: File; readonly manifest: File | null };

async function find(
  { file, manifest }: Given,
  place: Place | null,
  show: (next: Finding) => void,
): Promise<Finding> {
  const signed = manifest ? await readManifest(manifest) : null;
  if (manifest && !signed) {
    return problem(
      `${manifest.name} is no manifest`,
      "A manifest is the .manifest.json that comes with a kept export.",
    );
  }
  show({ kind: "hashing", part: 0 });
  const sha256 = await hashFile(file, (read) =>
    show({ kind: "hashing", part: read / Math.max(file.size, 1) }),
  );
  show({ kind: "asking" });
  if (signed) return judge(sha256, signed, false);
  return place ? lookUp(sha256, place) : { kind: "waiting" };
}

async function judge(sha256: string, signed: SignedManifest, isFound: boolean): Promise<Finding> {
  const answer = await call<Verification>("POST", "/verify", { sha256, signed });
  if (answer.ok) return { kind: "judged", verification: answer.value, sha256, isFound };
  const { status, title, detail = "" } = answer.failure;
  if (status !== 400 && status !== 422) return problem(title, detail);
  return problem(
    "The manifest is not whole",
    "Something is missing in it, or was put into it: no installation signs one like this.",
  );
}

/** Without a manifest: whether this very file was kept here. */
async function lookUp(sha256: string, { workspace, project }: Place): Promise<Finding> {
  const path = `/workspaces/${workspace}/projects/${project}/exports${queryString({ sha256, limit: 1 })}`;
  const page = await call<KeptExportsPage>("GET", path);
  if (!page.ok) return problem(page.failure.title, page.failure.detail ?? "");
  const [kept] = page.value.items;
  if (!kept) {
    return problem(
      "No kept export of this project has these bytes",
      "It was changed, it was downloaded without being kept, or it is of another project. Drop its manifest, too.",
    );
  }
  const signed = await call<SignedManifest>("GET", `/workspaces/${workspace}/exports/${kept.id}/manifest`);
  return signed.ok
    ? judge(sha256, signed.value, true)
    : problem(signed.failure.title, signed.failure.detail ?? "");
}
