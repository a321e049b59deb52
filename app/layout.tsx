import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./globals.css";
import "#components/provenance-legend/families.css";
import { Providers } from "#components/layout/providers.tsx";
import { readTheme, themeCookie } from "#components/layout/theme.ts";

export const metadata: Metadata = {
  title: { default: "Sourceline", template: "%s · Sourceline" },
  description: "Where a desk settles, claim by claim, how an article knows.",
};

/** The two that every page shows, fetched beside the style sheet and not only once it has been read. */
const fonts = [
  new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url),
  new URL(
    "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
    import.meta.url,
  ),
];

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#141618" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  for (const { pathname } of fonts)
    preload(pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" dir="ltr" data-theme={theme}>
      <body>
        <Providers theme={theme} nonce={nonce}>
          <div className="app-root">{children}</div>
        </Providers>
      </body>
    </html>
  );
}
