import { NextResponse } from "next/server";

/**
 * Answers a body that no form of ours needs before anything reads it: the framework would fail on it inside a
 * server action. Runs for nothing else, so that an ordinary request pays nothing for it.
 */
export function proxy(): NextResponse {
  const message = "This is larger than one megabyte, which is more than Tholos takes. Nothing was changed.";
  return NextResponse.json({ error: "too-large", message }, { status: 413 });
}

/** Requests whose length has at least seven digits: a million bytes and more. */
export const config = {
  matcher: [{ source: "/:path*", has: [{ type: "header", key: "content-length", value: "[0-9]{7,}" }] }],
};
