import { checkImports } from "./imports";
import { projectFiles } from "./sources";

/** `npm run architecture`: who imports whom, over every TypeScript file of the project. */
const sources = projectFiles().filter((file) => /\.tsx?$/.test(file));
const { violations, cruised, dependencies } = await checkImports(sources, process.cwd());

// A checker that sees nothing finds nothing wrong.
const unseen = sources.filter((file) => !cruised.includes(file));

for (const violation of violations) console.error(violation);
for (const file of unseen) console.error(`not seen by the checker: ${file}`);
console.log(
  `${cruised.length} files, ${dependencies} imports, ${violations.length + unseen.length} complaints`,
);
process.exitCode = violations.length + unseen.length === 0 ? 0 : 1;
