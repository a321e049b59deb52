import { openApi } from "#lib/contracts/openapi.ts";
import { environment } from "#lib/platform/environment.ts";
import { programVersion } from "./program.ts";

/** The API of this installation, described. */
export const apiDocument = () => openApi(programVersion, environment().publicUrl);
