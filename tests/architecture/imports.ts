import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

export interface Imports {
  /** One line each: rule, importer, imported. */
  readonly violations: readonly string[];
  /** The files that were looked into. */
  readonly cruised: readonly string[];
  readonly dependencies: number;
}

/** Holds files against the rules in .dependency-cruiser.cjs. Paths count from `baseDir`. */
export async function checkImports(files: readonly string[], baseDir: string): Promise<Imports> {
  const rules = await extractDepcruiseOptions("./.dependency-cruiser.cjs");
  const { output } = await cruise([...files], { ...rules, baseDir, validate: true }, undefined, {
    tsConfig: extractTSConfig("tsconfig.json"),
  });
  const { summary, modules } = output as ICruiseResult;
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    cruised: modules
      .filter((module) => !module.source.includes("node_modules/"))
      .map((module) => module.source),
    dependencies: summary.totalDependenciesCruised ?? 0,
  };
}
