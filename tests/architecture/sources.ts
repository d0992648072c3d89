import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Every file of the project that is or will be in git, by its path from the root. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  return listed.split("\n").filter((file) => file !== "" && existsSync(file));
}
