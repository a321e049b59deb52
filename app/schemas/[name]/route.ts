import { publishedSchema } from "#lib/web/published-schema.ts";

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return publishedSchema((await params).name);
}
