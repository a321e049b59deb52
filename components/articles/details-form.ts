import type { Article, ArticlePatch } from "#lib/contracts/articles.ts";

/** An article's details as a form holds them: empty words for what is not known. */
export type DetailsForm = {
  readonly title: string;
  readonly outlet: string;
  readonly byline: string;
  readonly url: string;
  /** yyyy-mm-dd, UTC. */
  readonly date: string;
  readonly language: string;
  readonly direction: "" | "ltr" | "rtl";
};

type Details = Partial<
  Pick<Article, "title" | "outlet" | "byline" | "url" | "publishedAt" | "language" | "direction">
>;

export function formOf(details: { readonly [key in keyof Details]?: Details[key] | undefined }): DetailsForm {
  return {
    title: details.title ?? "",
    outlet: details.outlet ?? "",
    byline: details.byline ?? "",
    url: details.url ?? "",
    date: details.publishedAt?.slice(0, 10) ?? "",
    language: details.language ?? "",
    direction: details.direction ?? "",
  };
}

/** What the form says in the API's terms; nothing known is `null`. */
export function detailsOf(form: DetailsForm) {
  const given = (value: string) => value.trim() || null;
  return {
    title: form.title.trim(),
    outlet: given(form.outlet),
    byline: given(form.byline),
    url: given(form.url),
    publishedAt: form.date === "" ? null : `${form.date}T00:00:00Z`,
    language: given(form.language),
    direction: form.direction === "" ? null : form.direction,
  };
}

type Named = keyof ReturnType<typeof detailsOf>;
const fieldOf = (name: Named): keyof DetailsForm => (name === "publishedAt" ? "date" : name);

/** The details that differ from `base`. A date that was left alone keeps its time of day. */
export function patchOf(base: DetailsForm, form: DetailsForm): ArticlePatch {
  const details = detailsOf(form);
  const names = Object.keys(details) as Named[]; // its own keys
  const changed = names.filter((name) => form[fieldOf(name)].trim() !== base[fieldOf(name)].trim());
  return Object.fromEntries(changed.map((name) => [name, details[name]]));
}
