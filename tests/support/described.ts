import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { openApi } from "#lib/contracts/openapi.ts";

type Answer = { readonly $ref?: string; readonly content?: Readonly<Record<string, unknown>> };
export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
    readonly example?: unknown;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: object; example?: unknown }>>;
  };
  readonly responses: Readonly<Record<string, Answer>>;
};
export type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** The API as it describes itself. */
// The document is plain JSON; `Described` names the parts that tests read.
export const described = openApi("0.0.0", "https://desk.example.org") as unknown as Described;

const ajv = new Ajv2020({ strict: false, allErrors: false });
formats.default(ajv);
ajv.addSchema(described, "api");
const compiled = new Map<string, ValidateFunction>();

/** What a value has against the schema at this place of the document; null when nothing. */
export function complaint(place: readonly string[], value: unknown): string | null {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")));
  const ref = `api#/${pointer.join("/")}`;
  const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
  compiled.set(ref, validate);
  return validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: "" });
}

export type Answered = {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  /** The parsed body where it is JSON. */
  readonly json: unknown;
};

/** What an answer has that the description of its operation does not say; empty when it is as described. */
export function undescribed(method: string, path: string, answer: Answered): string[] {
  const of = ["paths", `/api/v1${path}`, method.toLowerCase()] as const;
  const operation = described.paths[of[1]]?.[of[2]];
  if (!operation) return [`${method} ${path} is not described`];
  const { status, type } = answer;
  const given = operation.responses[String(status)];
  if (!given) return [`${operation.operationId} answers ${status}, which it does not declare`];
  const place = given.$ref?.split("/").slice(1) ?? [...of, "responses", String(status)];
  const content = contentAt(place);
  if (content === undefined) return type === "" ? [] : [`${operation.operationId} ${status} has a body`];
  const mediaType = Object.keys(content).find((one) => type.split(";")[0] === one);
  if (mediaType === undefined) return [`${operation.operationId} ${status} answers ${type}`];
  if (!/json/u.test(mediaType) || /ld\+json/u.test(mediaType) || isFile(content)) return [];
  const wrong = complaint([...place, "content", mediaType, "schema"], answer.json);
  return wrong === null ? [] : [`${operation.operationId} ${status}: ${wrong}`];
}

/** A file streamed as it is: its schema is any string. */
function isFile(content: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(Object.values(content)[0]) === '{"schema":{"type":"string"}}';
}

function contentAt(place: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const found = place.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], described); // plain JSON
  return (found as Answer).content; // an answer, as the place says
}
