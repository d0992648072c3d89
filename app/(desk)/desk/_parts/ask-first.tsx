"use client";

import type { ReactNode } from "react";
import { Dialog } from "@/ui/dialog";
import { Submit } from "./form-fields";

/** The button of the form it stands in, which asks once, naming what will happen, before it sends. */
export function AskFirst({
  open,
  title,
  what,
  confirm,
  cancel,
}: {
  open: string;
  title: string;
  what: ReactNode;
  confirm: string;
  cancel: string;
}) {
  return (
    <Dialog look="primary" trigger={open} title={title} description={what} close={cancel}>
      <Submit onClick={(event) => event.currentTarget.closest("dialog")?.close()}>{confirm}</Submit>
    </Dialog>
  );
}
