import type { NextRequest } from "next/server";
import NextAuthImport from "next-auth";
import { environment } from "#lib/platform/environment.ts";
import { commonJsDefault } from "./auth-interop.ts";
import { authOptions } from "./auth-options.ts";
import { isSameOrigin } from "./origin.ts";
import { problem, problemResponse } from "./problem.ts";
import { readBytes } from "./read-body.ts";

const NextAuth = commonJsDefault(NextAuthImport);
const actions = new Set(["csrf", "signin", "callback", "signout", "error"]);
const LARGEST_FORM = 20_000;

type Context = { params: Promise<{ nextauth: string[] }> };

/** The part of NextAuth that is used; the rest of its routes do not exist. */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  // `npm start` names it; NextAuth has no other way to learn our address that a request could not forge.
  process.env.NEXTAUTH_URL ??= environment().publicUrl;
  const { nextauth } = await context.params;
  if (!actions.has(nextauth[0] ?? "") || nextauth.length > 2) {
    return problem(404, "not-found", "No such page");
  }
  if (request.method === "GET") return NextAuth(request, context, authOptions(request));
  if (!isSameOrigin(request)) return problemResponse({ kind: "own-origin-only" });
  const form = await readBytes(request.clone(), LARGEST_FORM);
  if (!form.ok) return problemResponse(form.failure);
  return NextAuth(request, context, authOptions(request));
}
