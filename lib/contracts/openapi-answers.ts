import { exampleOf } from "./example.ts";
import { type Json, schemaOf } from "./json-schema.ts";
import { problemsOf } from "./operation-problems.ts";
import { type ProblemSlug, problemTypes } from "./problems.ts";
import type { RouteContract } from "./route.ts";

/** Named parts of the document, filled while its operations are written. */
export type Parts = { readonly schemas: Json; readonly responses: Json };

/** Every answer of an operation by its status: the success and the problems. */
export function answers(route: RouteContract, parts: Parts): Json {
  const problems = [...problemsOf(route)].map(([status, slugs]) => [
    String(status),
    problemAnswer(route, status, slugs, parts),
  ]);
  return { [String(route.status)]: success(route, parts), ...Object.fromEntries(problems) };
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });
const limits = { RateLimit: header("RateLimit"), "RateLimit-Policy": header("RateLimit-Policy") };

function success(route: RouteContract, { schemas }: Parts): Json {
  if (route.status === 204) return { description: "Done; there is nothing to say.", headers: limits };
  if (route.stream) {
    const content = Object.fromEntries(route.stream.map((type) => [type, { schema: { type: "string" } }]));
    return { description: "The file, written while it is read.", headers: limits, content };
  }
  const schema = schemaOf(route.answer, "output", schemas);
  const isPage = "shape" in route.answer && Object.hasOwn(route.answer.shape ?? {}, "next");
  const headers = {
    ...(route.etag ? { ETag: header("ETag") } : {}),
    ...(isPage ? { Link: header("Link") } : {}),
    ...limits,
  };
  const example = exampleOf(schema, schemas);
  return { description: "Done.", headers, content: { "application/json": { schema, example } } };
}

/** Answers that many operations share are named once. */
function problemAnswer(
  route: RouteContract,
  status: number,
  slugs: readonly ProblemSlug[],
  parts: Parts,
): Json {
  if (status === 412) return answerOf(status, slugs, [staleSchema(route, parts)], parts);
  const refs = slugs.map((slug) => problemSchema(slug, parts.schemas));
  if (slugs.length > 2) return answerOf(status, slugs, refs, parts);
  const name = slugs.map(pascal).join("Or");
  parts.responses[name] ??= answerOf(status, slugs, refs, parts);
  return { $ref: `#/components/responses/${name}` };
}

function answerOf(status: number, slugs: readonly ProblemSlug[], refs: readonly Json[], parts: Parts): Json {
  const [first = {}] = refs;
  const schema = refs.length === 1 ? first : { oneOf: refs };
  const examples = Object.fromEntries(
    slugs.map((slug, at) => [slug, { value: exampleOf(refs[at] ?? first, parts.schemas) }]),
  );
  const words = slugs.map((slug) => problemTypes[slug].title).join(" · ");
  return {
    description: words,
    headers: problemHeaders(status),
    content: { "application/problem+json": { schema, examples } },
  };
}

function problemHeaders(status: number): Json {
  if (status === 401) return { "WWW-Authenticate": header("WWW-Authenticate") };
  const isLater = status === 429 || status === 503;
  return { ...(isLater ? { "Retry-After": header("Retry-After") } : {}), ...limits };
}

/** The schema of one problem type, among the components. */
function problemSchema(slug: ProblemSlug, schemas: Json): Json {
  const name = `${pascal(slug)}Problem`;
  schemas[name] ??= problemObject(slug, moreOf(slug, schemas));
  return { $ref: `#/components/schemas/${name}` };
}

/** `current` is what the operation would have changed. */
function staleSchema({ current, answer }: RouteContract, { schemas }: Parts): Json {
  const now = schemaOf(current ?? answer, "output", schemas);
  return problemObject("stale", { properties: { current: now }, required: ["current"] });
}

type Members = { readonly properties: Json; readonly required: readonly string[] };

function moreOf(slug: ProblemSlug, schemas: Json): Members {
  const more = Object.entries(problemTypes[slug].more ?? {});
  return {
    properties: Object.fromEntries(more.map(([name, schema]) => [name, schemaOf(schema, "output", schemas)])),
    required: more.filter(([, schema]) => !schema.safeParse(undefined).success).map(([name]) => name),
  };
}

function problemObject(slug: ProblemSlug, { properties, required }: Members): Json {
  const { status, meaning, remedy } = problemTypes[slug];
  return {
    type: "object",
    description: `${meaning} ${remedy}`,
    properties: {
      type: { type: "string", const: `/docs/problems/${slug}` },
      title: { type: "string" },
      status: { type: "integer", const: status },
      detail: { type: "string" },
      ...properties,
    },
    required: ["type", "title", "status", "detail", ...required],
    additionalProperties: false,
  };
}

function pascal(slug: string): string {
  return slug.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
