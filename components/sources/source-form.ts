import type { DocumentType, Identification, SourceType } from "#core/provenance/facets.ts";
import type { Source, SourcePatch } from "#lib/contracts/sources.ts";

/** A source's details as a form holds them. Aliases stand one a line. */
export type SourceForm = {
  readonly name: string;
  readonly type: SourceType;
  readonly documentType: DocumentType | "";
  readonly identification: Identification;
  readonly affiliation: string;
  readonly roleTitle: string;
  readonly wikidata: string;
  readonly access: string;
  readonly motive: string;
  readonly expertise: string;
  readonly notes: string;
  readonly aliases: string;
};

export const emptySource: SourceForm = {
  ...{ name: "", type: "person", documentType: "", identification: "named_person" },
  ...{ affiliation: "", roleTitle: "", wikidata: "", access: "", motive: "", expertise: "" },
  ...{ notes: "", aliases: "" },
};

export function formOfSource(source: Source): SourceForm {
  return {
    name: source.name,
    type: source.type,
    documentType: source.documentType ?? "",
    identification: source.identification,
    affiliation: source.affiliation ?? "",
    roleTitle: source.roleTitle ?? "",
    wikidata: source.wikidata ?? "",
    access: source.access ?? "",
    motive: source.motive ?? "",
    expertise: source.expertise ?? "",
    notes: source.notes,
    aliases: source.aliases.join("\n"),
  };
}

/** What the form says in the API's terms. */
function detailsOf(form: SourceForm) {
  const given = (value: string) => value.trim() || null;
  const aliases = form.aliases.split("\n").map((alias) => alias.trim());
  return {
    name: form.name.trim(),
    type: form.type,
    documentType: form.documentType === "" ? null : form.documentType,
    identification: form.identification,
    affiliation: given(form.affiliation),
    roleTitle: given(form.roleTitle),
    wikidata: given(form.wikidata),
    access: given(form.access),
    motive: given(form.motive),
    expertise: given(form.expertise),
    notes: form.notes,
    aliases: [...new Set(aliases.filter((alias) => alias !== ""))],
  } satisfies SourcePatch;
}

/** The details that differ between the two; nothing where they say the same. */
export function sourcePatch(before: SourceForm, form: SourceForm): SourcePatch {
  const was: Record<string, unknown> = detailsOf(before);
  const changed = Object.entries(detailsOf(form)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
  );
  return Object.fromEntries(changed);
}
