/** The parts of the OpenAPI document that its readable page shows. */
export type ApiSchema = {
  readonly $ref?: string;
  readonly type?: string;
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
  readonly schema: ApiSchema;
};

type Content = Readonly<Record<string, { readonly schema: ApiSchema }>>;

export type ApiOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly ApiParameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
};

export type ApiDocument = {
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ApiSchema>> };
};

/** A schema in a word or two: `string`, `Claim`, `uuid[]`, `"a" | "b"`. */
export function typeWords(schema: ApiSchema): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(typeWords))].join(" | ");
  if (schema.items) return `${bracketed(typeWords(schema.items))}[]`;
  if (typeof schema.additionalProperties === "object")
    return `{ … : ${typeWords(schema.additionalProperties)} }`;
  return schema.format ?? schema.type ?? "any";
}

const bracketed = (words: string) => (words.includes("|") ? `(${words})` : words);

/** The fields of an object schema; a named one is looked up. */
export function fieldsOf(schema: ApiSchema, schemas: ApiDocument["components"]["schemas"]) {
  const whole = schema.$ref ? schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;
  const { properties = {}, required = [] } = whole ?? {};
  return Object.entries(properties).map(([name, field]) => ({
    name,
    field,
    isRequired: required.includes(name),
  }));
}
