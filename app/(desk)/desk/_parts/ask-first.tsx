"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useSent } from "./action-form";

/** The button of a form that asks once, naming what will happen, before the form is sent. */
export function AskFirst({
  form,
  open,
  title,
  what,
  confirm,
  cancel,
}: {
  /** The id of the form. */
  form: string;
  open: string;
  title: string;
  what: ReactNode;
  confirm: string;
  cancel: string;
}) {
  const { pending } = useSent();
  const [asked, setAsked] = useState(0);
  const send = () => {
    const target = document.getElementById(form);
    if (target instanceof HTMLFormElement) target.requestSubmit();
    setAsked((times) => times + 1);
  };
  return (
    <Dialog
      key={asked}
      trigger={
        <Button type="button" disabled={pending}>
          {open}
        </Button>
      }
      title={title}
      description={what}
      close={cancel}
    >
      <Button type="button" onClick={send}>
        {confirm}
      </Button>
    </Dialog>
  );
}
