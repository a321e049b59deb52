const browsers = [
  ["Edge", /\bEdg/u],
  ["Opera", /\bOPR\//u],
  ["Firefox", /\bFirefox\//u],
  ["Chrome", /Chrom(?:e|ium)\//u],
  ["Safari", /\bSafari\//u],
] as const;
const systems = [
  ["Android", /\bAndroid\b/u],
  ["iPhone", /\biPhone\b/u],
  ["iPad", /\biPad\b/u],
  ["Windows", /\bWindows\b/u],
  ["macOS", /\bMac OS X\b/u],
  ["Linux", /\bLinux\b/u],
] as const;

/** "Firefox on Linux", from what a browser says of itself; its first words when it is none that is known. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return "Unknown";
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  if (!browser) return userAgent.slice(0, 60);
  return system ? `${browser} on ${system}` : browser;
}
