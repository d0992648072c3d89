"use client";

import { type ReactNode, useRef } from "react";
import type { FormState } from "@/app/_server/action";
import type { ButtonLook } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ActionForm, type FormAction } from "./action-form";
import { Submit } from "./form-fields";

/** Asks once before an act that matters, and names what will happen. */
export function Confirm({
  action,
  hidden,
  open,
  look = "primary",
  grave = look === "danger",
  title,
  what,
  confirm,
  cancel,
  children,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  /** The button that asks. */
  open: string;
  look?: ButtonLook;
  /** It can't be taken back, and something is lost. */
  grave?: boolean;
  title: string;
  /** What will happen, in a sentence or two. */
  what: ReactNode;
  /** The button that does it. */
  confirm: string;
  cancel: string;
  /** Further fields of the form. */
  children?: ReactNode;
}) {
  const inside = useRef<HTMLDivElement>(null);
  const closing: FormAction = async (state, form) => {
    let next: FormState = null;
    try {
      next = await action(state, form);
      return next;
    } finally {
      // Also when the action leads to another page, which it does by throwing.
      if (next === null) inside.current?.closest("dialog")?.close();
    }
  };
  return (
    <Dialog trigger={open} look={look} title={title} description={what} close={cancel}>
      <div ref={inside} className="min-w-0 has-[label]:w-full">
        <ActionForm action={closing} hidden={hidden} className="space-y-5">
          {children}
          <Submit look={grave ? "danger" : "primary"}>{confirm}</Submit>
        </ActionForm>
      </div>
    </Dialog>
  );
}
