import { z } from "zod";

export type Json = { [key: string]: unknown };
export type Side = "input" | "output";

/** A schema in JSON Schema; named ones (`meta({ id })`) are put among the components and referred to. */
export function schemaOf(schema: z.ZodType, io: Side, components: Json): Json {
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
