/** The parts of the OpenAPI document that its readable page shows. */
export type ApiSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly items?: ApiSchema;
  readonly anyOf?: readonly ApiSchema[];
  readonly oneOf?: readonly ApiSchema[];
  readonly properties?: Readonly<Record<string, ApiSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: ApiSchema | boolean;
};

export type ApiParameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: ApiSchema;
};

export type ApiContent = {
  readonly schema: ApiSchema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
};
type Contents = Readonly<Record<string, ApiContent>>;
type ApiAnswer = { readonly $ref?: string; readonly description?: string; readonly content?: Contents };

export type ApiOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly ApiParameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, ApiAnswer>>;
};

export type ApiSchemas = Readonly<Record<string, ApiSchema>>;
export type ApiDocument = {
  readonly info: { readonly description: string; readonly version: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: {
    readonly schemas: ApiSchemas;
    readonly responses: Readonly<Record<string, ApiAnswer>>;
  };
};

/** The document as this page reads it: `ApiDocument` names those parts of OpenAPI that it has. */
export function readable(document: object): ApiDocument {
  return document as ApiDocument; // written by openApi, whose tests hold it to OpenAPI's own schema
}

/** An operation with its place. */
export type Placed = { readonly path: string; readonly method: string; readonly operation: ApiOperation };

export function operationsOf(document: ApiDocument): Placed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

/** Where a subject's operations are read: "Signing in" → `signing-in`. */
export const slugOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

/** An answer of an operation, as a reader wants it: what it means, what is in it, which problems lead to it. */
export type AnswerRow = {
  readonly status: string;
  readonly contents: readonly (readonly [mediaType: string, content: ApiContent])[];
  readonly problems: readonly string[];
};

export function answersOf({ responses }: ApiOperation, { components }: ApiDocument): AnswerRow[] {
  return Object.entries(responses).map(([status, answer]) => {
    const whole = answer.$ref ? components.responses[nameOf(answer.$ref)] : answer;
    const contents = Object.entries(whole?.content ?? {});
    const isProblem = contents.some(([type]) => type === "application/problem+json");
    const problems = isProblem ? contents.flatMap(([, { examples = {} }]) => Object.keys(examples)) : [];
    return { status, contents: isProblem ? [] : contents, problems };
  });
}

const nameOf = (ref: string) => ref.split("/").at(-1) ?? "";

/** A schema in a word or two: `string`, `Claim`, `uuid[]`, `"a" | "b"`. */
export function typeWords(schema: ApiSchema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(typeWords))].join(" | ");
  if (schema.items) return `${bracketed(typeWords(schema.items))}[]`;
  if (typeof schema.additionalProperties === "object")
    return `{ … : ${typeWords(schema.additionalProperties)} }`;
  return plainType(schema);
}

function plainType({ type, format }: ApiSchema): string {
  if (type === undefined) return format ?? "any";
  if (typeof type === "string") return format ?? type;
  return type.map((one) => (one === "string" ? (format ?? one) : one)).join(" | ");
}

const bracketed = (words: string) => (words.includes("|") ? `(${words})` : words);

/** The named schemas a schema speaks of, for ways to them. */
export function namesIn(schema: ApiSchema): string[] {
  if (schema.$ref) return [nameOf(schema.$ref)];
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [...new Set(inner.flatMap(namesIn))];
}

export type FieldRow = {
  readonly name: string;
  readonly type: string;
  readonly names: readonly string[];
  readonly about: string;
  readonly isRequired: boolean;
};

/** The fields of an object schema; a named one is looked up. */
export function fieldsOf(schema: ApiSchema, schemas: ApiSchemas): FieldRow[] {
  const whole = schema.$ref ? schemas[nameOf(schema.$ref)] : schema;
  const { properties = {}, required = [] } = whole ?? {};
  return Object.entries(properties).map(([name, field]) => ({
    ...{ name, type: typeWords(field), names: namesIn(field), about: field.description ?? "" },
    isRequired: required.includes(name),
  }));
}
