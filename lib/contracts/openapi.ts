import { z } from "zod";
import { allRoutes } from "./all-routes.ts";
import { problem } from "./common.ts";
import type { RouteContract } from "./route.ts";

type Json = { [key: string]: unknown };
type Side = "input" | "output";

/** The whole API as an OpenAPI 3.1 document, made from the schemas that validate its requests. */
export function openApi(version: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of allRoutes) {
    const path = `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, components) };
  }
  components.Problem = schemaOf(problem, "output", components);
  return {
    openapi: "3.1.0",
    info: {
      title: "Sourceline",
      version,
      description:
        "Everything the interface does goes through these operations. Offsets are Unicode code points, half-open. Times are RFC 3339 in UTC.",
      license: { name: "See LICENSE" },
    },
    tags: [...new Set(allRoutes.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ token: [] }, { session: [] }],
    paths,
    components: { schemas: components, securitySchemes },
  };
}

const securitySchemes = {
  token: { type: "http", scheme: "bearer", description: "A personal token, `sl_…`, made in the settings." },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-sourceline-session",
    description: "The browser's session; writes must come from this site's own pages.",
  },
};

function operation(route: RouteContract, components: Json): Json {
  const scope = route.scope ? `A token needs the scope \`${route.scope}\`.` : "Anyone may call it.";
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: scope,
    ...(route.scope === null ? { security: [] } : {}),
    parameters: [
      ...parameters(route.params, "path", components),
      ...parameters(route.query, "query", components),
      ...headers(route),
    ],
    ...requestBody(route, components),
    responses: {
      [String(route.status)]: success(route, components),
      default: {
        description: "A problem (RFC 9457): what happened, and what to do.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function parameters(schema: z.ZodType, place: "path" | "query", components: Json): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, "input", components) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    ...{ name, in: place, required: place === "path" || required.includes(name), schema: own },
    ...(description === undefined ? {} : { description }),
  }));
}

function headers(route: RouteContract): Json[] {
  const schema = { type: "string" };
  const revision = { name: "If-Match", in: "header", required: true, schema, example: '"r3"' };
  const key = { name: "Idempotency-Key", in: "header", required: false, schema };
  return [
    ...(route.needsIfMatch ? [{ ...revision, description: "The ETag that was read." }] : []),
    ...(route.method !== "GET" && !route.secret
      ? [
          {
            ...key,
            description:
              "The same request under the same key (address, revision, body) is answered the same again for 24 hours.",
          },
        ]
      : []),
  ];
}

function requestBody(route: RouteContract, components: Json): Json {
  if (route.multipart) {
    const file = { type: "array", items: { type: "string", format: "binary" } };
    const schema = { type: "object", properties: { file }, required: ["file"] };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  if (route.method === "GET" || route.body instanceof z.ZodUndefined) return {};
  const schema = schemaOf(route.body, "input", components);
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

function success(route: RouteContract, components: Json): Json {
  if (route.status === 204) return { description: "Done; there is nothing to say." };
  const etag = { ETag: { schema: { type: "string" }, description: "Send it back as `If-Match`." } };
  if (route.stream) {
    const content = Object.fromEntries(route.stream.map((type) => [type, { schema: { type: "string" } }]));
    return { description: "The file, written while it is read.", content };
  }
  return {
    description: "Done.",
    ...(route.etag ? { headers: etag } : {}),
    content: { "application/json": { schema: schemaOf(route.answer, "output", components) } },
  };
}

/** A schema in JSON Schema; named ones (`meta({ id })`) are put among the components and referred to. */
function schemaOf(schema: z.ZodType, io: Side, components: Json): Json {
  const {
    $schema: _,
    $defs,
    ...own
  } = moved(z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" })) as Json & {
    $defs?: Json;
  };
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] ??= withoutId(definition);
  if (typeof own.id !== "string") return own;
  components[own.id] ??= withoutId(own);
  return { $ref: `#/components/schemas/${own.id}` };
}

/** `id` names a schema within zod's registry; in JSON Schema the word means nothing. */
function withoutId(definition: unknown): unknown {
  if (typeof definition !== "object" || definition === null) return definition;
  const { id: _, ...rest } = definition as Json; // an object, as just seen
  return rest;
}

/** The same value with references leading to OpenAPI's own place for schemas. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string"
        ? inner.replace("#/$defs/", "#/components/schemas/")
        : moved(inner),
    ]),
  );
}
