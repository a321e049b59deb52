/** @type {import("next").NextConfig} */
const config = {
  // Another build may be made beside a running server.
  distDir: process.env.SOURCELINE_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // An address with a slash at its end is answered like one without: a redirect would come without any of our headers.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  // Two roads that have fetched what they should not (quality.md, "Bad inputs"): both closed.
  images: { unoptimized: true },
  serverExternalPackages: [
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "pino",
    "nodemailer",
  ],
  typescript: { ignoreBuildErrors: true },
};

export default config;
