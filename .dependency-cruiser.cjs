// Who may import whom. The picture is in docs/decisions and CONTRIBUTING; `npm run architecture` holds it.

const server = "^(app|db|jobs|cli)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "delphi-is-pure",
      comment:
        "The method is pure functions: it may use zod, libraries of probability distributions, of archives and of the likeness of texts, and itself.",
      severity: "error",
      from: { path: "^delphi/" },
      to: {
        pathNot: [
          "^delphi/",
          "^node_modules/zod/",
          "^node_modules/@stdlib/",
          "^node_modules/fflate/",
          "^node_modules/string-similarity-js/",
        ],
      },
    },
    {
      name: "ui-draws-what-it-is-given",
      comment: "Components know the method and nothing of the server.",
      severity: "error",
      from: { path: "^ui/" },
      to: {
        path: [
          server,
          "^tests/",
          "^node_modules/(next-auth|next/headers|drizzle-orm|postgres|pg-boss|nodemailer)/",
        ],
      },
    },
    {
      name: "ui-never-reaches-the-database",
      comment: "Not even through something else.",
      severity: "error",
      from: { path: "^ui/" },
      to: { path: "^db/", reachable: true },
    },
    {
      name: "db-knows-the-method-only",
      comment: "The door to the data does not know who knocks.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|ui|jobs|cli|tests)/" },
    },
    {
      name: "beside-each-other",
      comment:
        "Pages, jobs and commands stand side by side on the same operations; the start runs the jobs, and the desk shows letters as they are written.",
      severity: "error",
      from: { path: "^(app|jobs|cli)/", pathNot: "^cli/start\\.ts$" },
      to: { path: "^(app|jobs|cli|tests)/", pathNot: ["^$1/", "^jobs/letters/"] },
    },
    {
      name: "one-place-opens-connections",
      comment: "Whoever needs the database asks db/client.ts.",
      severity: "error",
      // A test shows the bare driver fail, to show that ours doesn't.
      from: {
        pathNot: ["^db/client\\.ts$", "^node_modules/", "^tests/trust/dying-connections\\.ts$"],
      },
      to: { path: "^node_modules/(postgres|pg)/" },
    },
    {
      name: "only-db-writes-queries",
      comment: "No SQL in pages, jobs, commands or components.",
      severity: "error",
      from: { pathNot: ["^db/", "^tests/", "^drizzle\\.config\\.ts$", "^node_modules/"] },
      to: { path: "^node_modules/drizzle-(orm|kit)/" },
    },
    {
      name: "one-place-reads-sessions",
      comment: "app/_server/actor.ts turns a session into an actor; the sign-in routes make sessions.",
      severity: "error",
      from: {
        pathNot: ["^app/_server/(actor|sign-in)\\.ts$", "^app/api/auth/", "^tests/", "^node_modules/"],
      },
      // next-auth/react only sends a browser to the sign-in routes; names.test.ts keeps it to that.
      to: { path: "^node_modules/next-auth/", pathNot: "^node_modules/next-auth/react" },
    },
    {
      name: "nothing-from-development-in-production",
      comment: "npm ci --omit=dev must be enough to run Tholos.",
      severity: "error",
      from: { path: [server, "^(delphi|ui)/", "^(instrumentation|proxy)\\.ts$"] },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "no-circles",
      severity: "error",
      from: { pathNot: "^node_modules/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
