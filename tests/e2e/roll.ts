import { execFileSync } from "node:child_process";

/** The first on the roll (run.ts), who is given the studies that were there before, whichever journey begins. */
export const FACILITATOR = "facilitator@tholos-institute.org";

/** Puts an address on the facilitators' roll, as the operator does at the command line. */
export function addFacilitator(address: string): void {
  execFileSync(process.execPath, ["--import", "tsx", "cli/facilitator.ts", "--add", address], {
    cwd: process.env.E2E_ROOT,
    env: {
      ...process.env,
      THOLOS_DATA: process.env.E2E_MAIL_DATA,
      NEXTAUTH_URL: process.env.E2E_MAIL_URL,
      SMTP_URL: process.env.E2E_SMTP_URL,
    },
  });
}
