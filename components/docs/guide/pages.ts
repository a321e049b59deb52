import { basics } from "./basics.ts";
import { further } from "./further.ts";
import { gettingStarted } from "./getting-started.ts";
import type { GuidePage } from "./guide.ts";

/** The guide, in the order it is read and its commands are run. */
export const guidePages: readonly GuidePage[] = [gettingStarted, ...basics, ...further];
