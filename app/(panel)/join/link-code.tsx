"use client";

import { useEffect, useState } from "react";
import { TextField } from "@/ui/field";

/**
 * The code of a personal link. A link carries it after the hash, which no server and no scanner is sent; without
 * JavaScript, or without the link at hand, it is typed.
 */
export function LinkCode({ label, hint, recognised }: { label: string; hint: string; recognised: string }) {
  const [code, setCode] = useState("");
  useEffect(() => {
    const read = () => setCode(decoded(window.location.hash.slice(1)));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  if (code)
    return (
      <p className="font-sans text-base font-medium">
        {recognised}
        <input type="hidden" name="token" value={code} />
      </p>
    );
  return (
    <TextField
      name="token"
      label={label}
      hint={hint}
      required
      maxLength={200}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="figures max-w-md font-mono"
    />
  );
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash).slice(0, 200);
  } catch {
    return "";
  }
}
