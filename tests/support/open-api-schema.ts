import { Validator } from "@seriousme/openapi-schema-validator";

/** What the schema that OpenAPI publishes of itself has against a document; null when nothing. */
export async function openApiComplaints(document: object): Promise<string | null> {
  // It writes into what it is given.
  const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
  return valid ? null : JSON.stringify(errors);
}
