import { z } from "zod";
import { allRoutes } from "./all-routes.ts";
import { problem } from "./common.ts";
import { exampleOf } from "./example.ts";
import { requestExamples } from "./examples.ts";
import { type Json, schemaOf } from "./json-schema.ts";
import { answers, type Parts } from "./openapi-answers.ts";
import { keepsAnswers } from "./operation-problems.ts";
import type { RouteContract } from "./route.ts";

/** The whole API as an OpenAPI 3.1 document, made from the schemas that validate its requests. */
export function openApi(version: string, address: string): Json {
  const parts: Parts = { schemas: {}, responses: {} };
  const paths: Record<string, Json> = {};
  for (const route of allRoutes) {
    const path = `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, parts) };
  }
  schemaOf(problem, "output", parts.schemas);
  return {
    openapi: "3.1.0",
    info: {
      title: "Sourceline",
      version,
      description:
        "Everything the interface does goes through these operations. Offsets are Unicode code points, half-open. Times are RFC 3339 in UTC.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: address, description: "This installation" }],
    externalDocs: { url: `${address}/docs/api`, description: "The same for reading, with a guide" },
    tags: [...new Set(allRoutes.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ token: [] }, { session: [] }],
    paths,
    components: { ...parts, headers, securitySchemes },
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

const text = { type: "string" };
const headers = {
  ETag: { description: "Send it back as `If-Match`.", schema: text, example: '"r3"' },
  Link: {
    description: "The way to the next page, where there is one (RFC 8288).",
    schema: text,
    example: '</api/v1/workspaces/north-desk/claims?after=cursor>; rel="next"',
  },
  "Retry-After": {
    description: "Seconds to wait before asking again.",
    schema: { type: "integer", minimum: 1 },
    example: 5,
  },
  RateLimit: {
    description: "What is left: `r` requests, the whole quota again in `t` seconds (RFC 9651).",
    schema: text,
    example: '"write";r=97;t=12',
  },
  "RateLimit-Policy": {
    description: "What is allowed: `q` requests in `w` seconds.",
    schema: text,
    example: '"write";q=120;w=60',
  },
  "WWW-Authenticate": { description: "How to say who asks (RFC 6750).", schema: text, example: "Bearer" },
};

function operation(route: RouteContract, parts: Parts): Json {
  const scope = route.scope ? `A token needs the scope \`${route.scope}\`.` : "Anyone may call it.";
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: scope,
    security: route.scope === null ? [] : [{ token: [route.scope] }, { session: [] }],
    parameters: [
      ...parameters(route.params, "path", parts.schemas),
      ...parameters(route.query, "query", parts.schemas),
      ...requestHeaders(route),
    ],
    ...requestBody(route, parts.schemas),
    responses: answers(route, parts),
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
    ...(place === "path" ? { example: exampleOf(own, components, name === "w" ? "slug" : name) } : {}),
  }));
}

function requestHeaders(route: RouteContract): Json[] {
  const schema = { type: "string" };
  const revision = { name: "If-Match", in: "header", required: true, schema, example: '"r3"' };
  const key = { name: "Idempotency-Key", in: "header", required: false };
  const last = { name: "Last-Event-ID", in: "header", required: false, schema };
  return [
    ...(route.needsIfMatch ? [{ ...revision, description: "The ETag that was read." }] : []),
    ...(keepsAnswers(route)
      ? [
          {
            ...key,
            schema: { type: "string", minLength: 1, maxLength: 255 },
            description:
              "The same request under the same key (address, revision, body) is answered the same again for 24 hours.",
          },
        ]
      : []),
    ...(route.stream?.includes("text/event-stream")
      ? [{ ...last, description: "The last event that was read; the stream goes on behind it." }]
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
  const example = requestExamples[route.id] ?? exampleOf(schema, components);
  const required = !route.body.safeParse(undefined).success;
  return { requestBody: { required, content: { "application/json": { schema, example } } } };
}
