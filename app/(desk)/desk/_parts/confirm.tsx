"use client";

import { type ReactNode, useState } from "react";
import type { FormState } from "@/app/_server/action";
import { Button, type ButtonLook } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ActionForm, type FormAction } from "./action-form";
import { Submit } from "./form-fields";

/** Asks once before an act that matters, and names what will happen. */
export function Confirm({
  action,
  hidden,
  open,
  look = "primary",
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
  title: string;
  /** What will happen, in a sentence or two. */
  what: ReactNode;
  /** The button that does it. */
  confirm: string;
  cancel: string;
  /** Further fields of the form. */
  children?: ReactNode;
}) {
  const [done, setDone] = useState(0);
  const closing: FormAction = async (state, form) => {
    let next: FormState = null;
    try {
      next = await action(state, form);
      return next;
    } finally {
      // Made anew, the dialog is closed; also when the action leads to another page, which it does by throwing.
      if (next === null) setDone((times) => times + 1);
    }
  };
  return (
    <Dialog
      key={done}
      trigger={
        <Button type="button" look={look}>
          {open}
        </Button>
      }
      title={title}
      description={what}
      close={cancel}
    >
      <ActionForm action={closing} hidden={hidden} className="min-w-0 space-y-5 has-[label]:w-full">
        {children}
        <Submit look={look === "danger" ? "danger" : "primary"}>{confirm}</Submit>
      </ActionForm>
    </Dialog>
  );
}
