"use client";

import { Failure, type FailureProps } from "./failure";
import "./globals.css";

/** Takes the place of the root layout when that fails too. */
export default function GlobalErrorPage(props: FailureProps) {
  return (
    <html lang="en">
      <body>
        <Failure {...props} />
      </body>
    </html>
  );
}
