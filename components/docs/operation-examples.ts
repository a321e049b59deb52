import type { Placed } from "./api-document.ts";

/** What stands for the parts of an address, in a shell and in a program. */
const NAMES: Readonly<Record<string, string>> = {
  w: "workspace",
  p: "project",
  a: "article",
  c: "claim",
  s: "source",
  r: "review",
  m: "comment",
  x: "assignment",
  u: "member",
  i: "invitation",
  e: "kept",
  h: "webhook",
  d: "delivery",
  n: "imported",
  j: "adjudication",
  k: "codebook",
  v: "version",
  ticket: "ticket",
  id: "id",
  provider: "provider",
};
const nameOf = (parameter: string) => NAMES[parameter] ?? parameter;

/** The operation as a command line: its parts are variables of the shell, its body the example. */
export function curlFor({ path, method, operation }: Placed): string {
  const address = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => `$${nameOf(name).toUpperCase()}`);
  const body = bodyOf(operation);
  const isFile = operation.requestBody?.content["multipart/form-data"] !== undefined;
  const parts = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "$SOURCELINE${address}"`,
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(needsRevision(operation) ? [`-H 'If-Match: "r3"'`] : []),
    ...(isFile ? ['-F "files=@article.txt"'] : []),
    ...(body === undefined
      ? []
      : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return parts.join(" \\\n  ");
}

/** The same by the typed client; each part of the address is a variable. */
export function clientFor({ path, operation }: Placed): string {
  const { operationId, responses } = operation;
  const body = bodyOf(operation);
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
  const isFile = operation.requestBody?.content["multipart/form-data"] !== undefined;
  const options = [
    ...(names.length > 0
      ? [
          `  params: { ${names.map((one) => (one === nameOf(one) ? one : `${one}: ${nameOf(one)}`)).join(", ")} },`,
        ]
      : []),
    ...(needsRevision(operation) ? ["  ifMatch: 3,"] : []),
    ...(isFile ? ["  form,"] : []),
    ...(body === undefined ? [] : [`  body: ${literal(body)},`]),
  ];
  const given = options.length > 0 ? `{\n${options.join("\n")}\n}` : "{}";
  return `const answer = await client.${isStreamed(responses) ? "stream" : "call"}(${operationId}, ${given});`;
}

type Operation = Placed["operation"];

function bodyOf({ requestBody }: Operation): unknown {
  return requestBody?.content["application/json"]?.example;
}

const needsRevision = ({ parameters }: Operation) => parameters.some(({ name }) => name === "If-Match");

/** What is written while it is read is no JSON, or JSON of which only the file's format is known. */
function isStreamed(responses: Operation["responses"]): boolean {
  const types = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    status.startsWith("2") ? Object.keys(content) : [],
  );
  return types.some((type) => type !== "application/json");
}

/** JSON with the names of fields as a program writes them. */
function literal(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll(/"([A-Za-z_]\w*)":/gu, "$1:");
  return text.length < 70 ? text.replaceAll(/\s*\n\s*/gu, " ") : text.replaceAll("\n", "\n  ");
}
